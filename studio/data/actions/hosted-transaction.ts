// The mutations of an editorial action on Sanity's hosted lake, which has no rules of the newsroom. The rules run here, and
// the transaction fails if anything that it replaces has changed meanwhile.
import type {EditorialAction} from '../../../model/editorial-actions.ts'
import {withoutSystem} from '../../../workflow/perform/publication.ts'
import type {ActActor, EditorialMutation} from '../../../workflow/perform/types.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import type {ReviewReason} from '../../../model/records.ts'
import {holdPublication} from '../../../workflow/rules/hold-publication.ts'
import {keepReviews} from '../../../workflow/rules/keep-reviews.ts'
import {keepPublishedFields} from '../../../workflow/rules/published-fields.ts'
import type {RuleAnswer, RuleChange, RuleInput, RuleWrite} from '../../../workflow/rules/types.ts'
import type {Reads} from '../piece/lake-lookups.ts'

/** In the notation of Sanity's mutations. */
export type HostedMutation =
  | {create: PieceDocument}
  | {createOrReplace: PieceDocument}
  | {delete: {id: string}}
  | {patch: {id: string; ifRevisionID: string; unset: string[]}}

interface HostedAction {
  act: EditorialAction | 'scheduleFailed'
  actor: ActActor
  /** ISO 8601 */
  now: string
  transactionId: string
}

/** Rules that apply to editorial actions, in the server's order. */
const RULES = [holdPublication, keepPublishedFields, keepReviews] as readonly ((
  input: RuleInput,
) => RuleAnswer)[]

export function hostedTransaction(
  mutations: readonly EditorialMutation[],
  action: HostedAction,
  reads: Reads,
): {mutations: HostedMutation[]} | {reasons: ReviewReason[]} {
  const after = new Map<string, PieceDocument | null>()
  const read: Reads['read'] = (id) => after.get(id) ?? (after.has(id) ? null : reads.read(id))
  const changes = (): RuleChange[] =>
    [...after]
      .map(([id, result]) => ({id, previous: reads.read(id), result}))
      .filter(({previous, result}) => previous !== null || result !== null)
  const referrers: Reads['referrers'] = (id) => [
    ...reads.referrers(id).filter((referrer) => !after.has(referrer)),
    ...[...after].flatMap(([referrer, result]) =>
      referrer !== id && result && refersTo(result, id) ? [referrer] : [],
    ),
  ]
  for (const mutation of mutations) write(mutation, after, read)
  for (const rule of RULES) {
    const {reasons = [], writes = []} = rule({...action, changes: changes(), read, referrers})
    if (reasons.length > 0) return {reasons}
    for (const mutation of writes) write(mutation, after, read)
  }
  return {mutations: changes().flatMap(guarded)}
}

function write(
  mutation: RuleWrite,
  after: Map<string, PieceDocument | null>,
  read: Reads['read'],
): void {
  if ('delete' in mutation) after.set(mutation.delete.id, null)
  else if ('create' in mutation) after.set(mutation.create._id, mutation.create)
  else if ('createOrReplace' in mutation) {
    after.set(mutation.createOrReplace._id, mutation.createOrReplace)
  } else if ('createIfNotExists' in mutation) {
    const {_id} = mutation.createIfNotExists
    if (!read(_id)) after.set(_id, mutation.createIfNotExists)
  } else {
    // Rules patch whole members, never something inside them.
    const {id, set = {}, unset = []} = mutation.patch
    const document = read(id)
    if (!document) return
    const fields = Object.entries(document).filter(([name]) => !unset.includes(name))
    after.set(id, {...(Object.fromEntries(fields) as PieceDocument), ...set})
  }
}

/**
 * `create` fails if the ID is taken. Of the other mutations, only a patch can require a revision. So a patch comes
 * first that removes a field that no document has, as the studio's own publish action did.
 */
function guarded({id, previous, result}: RuleChange): HostedMutation[] {
  const written = result && withoutSystem(result)
  if (!previous) return written ? [{create: written}] : []
  const revision = previous['_rev']
  const guard: HostedMutation[] =
    typeof revision === 'string'
      ? [{patch: {id, ifRevisionID: revision, unset: ['_reserved_prop_']}}]
      : []
  return [...guard, written ? {createOrReplace: written} : {delete: {id}}]
}

function refersTo(value: unknown, id: string): boolean {
  if (Array.isArray(value)) return value.some((item) => refersTo(item, id))
  if (typeof value !== 'object' || value === null) return false
  if ('_ref' in value && value._ref === id) return true
  return Object.values(value).some((member) => refersTo(member, id))
}
