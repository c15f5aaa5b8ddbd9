// The credit of a stored picture, as the product finds it: asked once for each picture, and again after a
// published document has changed.
import type {GrantsOf} from '../dataset-grants.ts'
import {ANONYMOUS_ACTOR, type Grants} from '../grants.ts'
import {createStoredVisibility, isPublished, storedIn, type Stored} from '../visibility.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {LogTable} from '../store/log.ts'
import type {Clock} from '../types.ts'
import type {RenditionCredit} from './metadata/rendition-credit.ts'

/**
 * Finds the credit of an asset in published documents, or null.
 *
 * @param stored shows what the answer may be made from and nothing else
 */
export type FindCredit = (assetId: string, stored: Stored) => RenditionCredit | null

export interface CreditsOptions {
  find: FindCredit
  documents: Pick<DocumentTable, 'get' | 'referencing'>
  grantsOf: GrantsOf
  log: Pick<LogTable, 'last' | 'changedSince' | 'datasetEventsSince'>
  clock: Clock
}

/**
 * What the picture may say to this audience. `everybody`: made from what an anonymous reader sees.
 * `staff`: from all that is published, also what readers do not see yet.
 */
export type CreditFor = (
  dataset: string,
  assetId: string,
  audience: 'everybody' | 'staff',
) => RenditionCredit | null

interface Known {
  credit: RenditionCredit | null
  /** In which second of the clock it holds; without, until something published changes. */
  second?: number
}

/** Whole seconds, in which conditions on the clock change: until then one second is like the next. */
const secondOf = (clock: Clock): number => Math.floor(clock() / 1_000)
const MOST_KNOWN = 20_000
/** Beyond this it is cheaper to forget than to look what changed. */
const MOST_ENTRIES = 1_000

export function createCredits({find, documents, grantsOf, log, clock}: CreditsOptions): CreditFor {
  const known = new Map<string, Known>()
  let position = log.last()

  /** Drafts have no say, so that what is typed all day forgets nothing. */
  const follow = (): void => {
    const last = log.last()
    if (last === position) return
    const publishes =
      last - position > MOST_ENTRIES ||
      log.datasetEventsSince(position).length > 0 ||
      log.changedSince(position).some(({id}) => isPublished(id))
    if (publishes) known.clear()
    position = last
  }

  const look = (dataset: string, assetId: string, isForAll: boolean): Known => {
    const stored = storedIn(documents, dataset)
    if (!isForAll) return {credit: find(assetId, publishedIn(stored))}
    const seen = seenByAnybody(grantsOf(dataset), stored)
    const credit = find(assetId, publishedIn(seen.stored))
    return seen.dependsOnTime() ? {credit, second: secondOf(clock)} : {credit}
  }

  return (dataset, assetId, audience) => {
    follow()
    const key = `${dataset} ${assetId} ${audience}`
    const found = known.get(key)
    if (found && (found.second === undefined || found.second === secondOf(clock)))
      return found.credit
    if (known.size >= MOST_KNOWN) known.clear()
    const answer = look(dataset, assetId, audience === 'everybody')
    known.set(key, answer)
    return answer.credit
  }
}

function publishedIn({get, referencing}: Stored): Stored {
  return {
    get: (id) => (isPublished(id) ? get(id) : null),
    referencing: (id) => [...referencing(id)].filter(isPublished),
  }
}

/** The documents that an anonymous reader sees, and whether finding that out took the clock. */
function seenByAnybody(grants: Grants, stored: Stored) {
  let timed = false
  const watched: Grants = {
    ...grants,
    decide(actor, permission, document) {
      const decision = grants.decide(actor, permission, document)
      timed ||= decision.dependsOnTime
      return decision
    },
  }
  const holds = createStoredVisibility(watched, ANONYMOUS_ACTOR, stored)
  const seen: Stored = {
    get(id) {
      const document = stored.get(id)
      if (!document) return null
      const {permitted, conditions} = watched.decide(ANONYMOUS_ACTOR, 'read', document)
      return permitted || conditions.some((condition) => holds(condition, document))
        ? document
        : null
    },
    referencing: (id) => stored.referencing(id),
  }
  return {stored: seen, dependsOnTime: () => timed}
}
