// Events of a release, newest first, in the studio's terms
// (`releases/tool/detail/events/types.ts`).
import {publishedIdOf} from '@copydesk/groq/documents'
import {releaseDocumentId, versionPrefix} from '../release.ts'
import {oneBack} from '../store/documents-of-changes.ts'
import type {PastRow} from '../store/history.ts'
import type {Actor, LakeDocument} from '../types.ts'
import {newestPage} from './newest-page.ts'
import {createPastVisibility, type PastVisibility, type VisibilityDeps} from './past-visibility.ts'
import {walkBack, type PastChange} from './walk-back.ts'

export interface ReleaseEventsRequest {
  dataset: string
  /** The release's name. */
  release: string
  actor: Actor
  limit: number
  /** Only events before this position. */
  before?: number
}

interface ReleaseEvent {
  type: string
  releaseName: string
  author: string
  timestamp: string
  [member: string]: string
}

export interface ReleaseEventsAnswer {
  events: ReleaseEvent[]
  /** The `nextCursor` for older events; empty if there are none. */
  nextCursor: string
}

const PAGE = 100

/** Changes of its state, and versions that were added or removed. */
export async function releaseEvents(
  deps: VisibilityDeps,
  request: ReleaseEventsRequest,
): Promise<ReleaseEventsAnswer> {
  const {dataset, release, limit, before = Number.MAX_SAFE_INTEGER} = request
  const visibility = createPastVisibility(deps, request)
  const id = releaseDocumentId(release)
  if (!visibility.opens(id)) return {events: [], nextCursor: ''}
  const found: {position: number; event: ReleaseEvent}[] = []
  /** Versions that leave or return with the release itself get no events of their own. */
  const own = new Set<number>()
  for await (const change of walkBack(deps, {dataset, id})) {
    own.add(change.position)
    const type = typeOf(change)
    if (!type || change.position >= before) continue
    const publishAt = change.result?.['publishAt']
    const at: Record<string, string> =
      type === 'scheduleRelease' && typeof publishAt === 'string' ? {publishAt} : {}
    found.push({position: change.position, event: {type, ...base(release, change), ...at}})
  }
  let [versions, reached] = [0, 0]
  for (const change of lifecycleOfVersions(deps, request)) {
    // One more than requested shows whether there are older ones.
    if (versions > limit && change.position < reached) break
    if (own.has(change.position) || !visibility.opens(change.id)) continue
    found.push({position: change.position, event: ofVersion(release, change, visibility)})
    versions++
    reached = change.position
  }
  const {page, nextCursor} = newestPage(found, limit)
  return {events: page.map(({event}) => event), nextCursor}
}

/** Versions that were added and removed, newest first, transaction by transaction. */
function* lifecycleOfVersions(
  {history}: VisibilityDeps,
  {dataset, release, before = Number.MAX_SAFE_INTEGER}: ReleaseEventsRequest,
): Generator<PastRow & {id: string}> {
  const read = (from: number, to: number, limit: number) =>
    history.lifecycleUnder(dataset, versionPrefix(release), {from, to}, limit)
  for (let to = before - 1; ;) {
    const rows = read(0, to, PAGE)
    const last = rows.at(-1)?.position ?? 0
    if (rows.length < PAGE) return yield* rows
    yield* rows.filter(({position}) => position > last)
    // The page may have ended in the middle of a transaction.
    yield* read(last, last, Number.MAX_SAFE_INTEGER)
    to = last - 1
  }
}

/** Undefined for an edit: the studio finds those in the transactions. */
function typeOf({previous, result}: PastChange): string | undefined {
  if (!previous) return 'createRelease'
  const [before, after] = [previous['state'], result?.['state']]
  if (before === after) return undefined
  if (after === 'scheduled') return 'scheduleRelease'
  if (after === 'published') return 'publishRelease'
  if (after === 'archived') return 'archiveRelease'
  if (after !== 'active') return undefined
  return before === 'archived' ? 'unarchiveRelease' : 'unscheduleRelease'
}

function ofVersion(
  release: string,
  change: PastRow & {id: string},
  visibility: PastVisibility,
): ReleaseEvent {
  const isNew = change.previousRev === null
  const document: LakeDocument | null = isNew
    ? visibility.latest(change.id)
    : oneBack(null, change.revert, change.previousRev)
  const revision = {versionRevisionId: change.previousRev ?? change.transactionId}
  return {
    type: isNew ? 'addDocumentToRelease' : 'discardDocumentFromRelease',
    ...base(release, change),
    documentId: publishedIdOf(change.id),
    documentType: document?._type ?? '',
    versionId: change.id,
    ...revision,
    ...(isNew ? {revisionId: change.transactionId} : {}),
  }
}

function base(releaseName: string, {author, timestamp}: Pick<PastRow, 'author' | 'timestamp'>) {
  return {releaseName, author, timestamp}
}
