// The documents that a webhook may see: those of anonymous readers or, if it receives drafts, those
// of staff.
import {ANONYMOUS_ACTOR} from '../grants.ts'
import type {LoggedEntry} from '../store/log.ts'
import type {Actor, LakeDocument} from '../types.ts'
import type {WebhookSettings} from './settings.ts'

/** The documents and changes that actors may see. */
export interface HookVisibility {
  /** The changes of an entry, in its order. A side that the actor may not read is null. */
  changes(
    entry: LoggedEntry,
    actor: Actor,
  ): readonly {previous: LakeDocument | null; result: LakeDocument | null}[]
  reads(dataset: string, actor: Actor, document: LakeDocument): boolean
  /** Whether the document is hidden from the actor only until a later time. */
  opensLater(dataset: string, actor: Actor, document: LakeDocument): boolean
}

type Reach = Pick<WebhookSettings, 'includeDrafts' | 'includeAllVersions'>

export const readsAsReader = ({includeDrafts, includeAllVersions}: Reach): boolean =>
  !includeDrafts && !includeAllVersions

/** @param staffRole the role whose grants a webhook with drafts or versions has */
export function actorOf(hook: Reach, staffRole: string): Actor {
  if (readsAsReader(hook)) return ANONYMOUS_ACTOR
  return {id: 'webhooks', kind: 'token', roles: [staffRole], name: 'Webhooks'}
}

/** Whether a webhook gets documents with this ID. It never gets records and private documents. */
export function concerns({includeDrafts, includeAllVersions}: Reach, id: string): boolean {
  if (id.startsWith('drafts.')) return includeDrafts
  if (id.startsWith('versions.')) return includeAllVersions
  return !id.includes('.')
}
