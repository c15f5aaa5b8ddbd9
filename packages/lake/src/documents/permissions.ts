// Checks whether the actor may make the changes of the transaction. Only net changes count.
import {Forbidden, MutationFailed, Unauthenticated} from '../errors.ts'
import type {Grants, Holds} from '../grants.ts'
import {isReleaseDocumentId} from '../release.ts'
import type {Actor, Change, LakeDocument, MutationResult, Permission} from '../types.ts'

/** The requested changes, before the server's own writes were added. */
export interface Requested {
  changes: readonly Change[]
  results: readonly MutationResult[]
  hasMoved: (id: string) => boolean
  isOwned: (id: string) => boolean
}

/**
 * Checked first. Other errors would tell a reader which documents exist. And a person whose session
 * has ended must be asked to sign in, whatever else is wrong.
 */
export function assertWriter(actor: Actor, grants: Grants): void {
  const writes: Permission[] = ['create', 'update', 'delete']
  if (writes.some((permission) => grants.mayEver(actor, permission))) return
  if (actor.kind === 'anonymous') throw new Unauthenticated()
  throw new Forbidden('Your role can read documents, but not change them.')
}

/**
 * A new document needs `create`, a changed one `update` before and after, and a deleted one
 * `delete`. `update` is enough if another document took over its content.
 * @throws MutationFailed 403, Unauthenticated without a session
 */
export function assertPermitted(
  {changes, results, hasMoved, isOwned}: Requested,
  {actor, grants, holds}: {actor: Actor; grants: Grants; holds: Holds},
): void {
  if (actor.kind === 'system') return
  const refuse = ({id}: {id: string}, permission: string): never => {
    // On a 403 the studio would discard a person's text before they can sign in again.
    if (actor.kind === 'anonymous') throw new Unauthenticated()
    // The studio asks by a dry run what a person may do with releases. It understands only this
    // error type.
    if (isReleaseDocumentId(id)) throw new Forbidden('Your role cannot change releases.')
    throw new MutationFailed(403, [
      {
        index: 0,
        error: {
          type: 'insufficientPermissionsError',
          id,
          permission,
          description: `Insufficient permissions; permission "${permission}" required for document "${id}"`,
        },
      },
    ])
  }
  for (const change of changes) {
    // Only the server writes system documents, whatever a role's filter says. Actions write
    // releases if the filter permits it.
    if (change.id.startsWith('_.') && !isOwned(change.id))
      refuse(change, change.previous ? 'update' : 'create')
    const need = (permission: Permission, document: LakeDocument): void => {
      if (!grants.permits(actor, permission, document, holds)) refuse(change, permission)
    }
    if (change.previous && change.result) {
      need('update', change.previous)
      need('update', change.result)
    } else if (change.result) {
      need('create', change.result)
    } else if (change.previous) {
      need(hasMoved(change.id) ? 'update' : 'delete', change.previous)
    }
  }
  // `createIfNotExists` returns the existing document.
  for (const {id, operation, document} of results) {
    if (operation !== 'none' || !document) continue
    if (!grants.permits(actor, 'read', document, holds)) refuse({id}, 'read')
  }
}
