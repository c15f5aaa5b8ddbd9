// A whole sync: first content, then comments and tasks, which have a dataset of their own.
import {OperatorError} from '@copydesk/lake/errors'
import {COMMENT_TYPES} from '../../../workflow/comment-notifications.ts'
import type {LakeConnection} from './lake-connection.ts'
import {syncContent, type SyncResult, type SyncOptions} from './sync-content.ts'
import {probePermissions, type Sample} from './probe-permissions.ts'
import {kindOf} from './scope.ts'
import {redirectReferences, commentKinds} from './comments.ts'

export interface SyncLakesOptions extends Omit<SyncOptions, 'kindOf' | 'kindThere' | 'change'> {
  /** Comments and tasks, too. */
  comments: boolean
}

export interface SyncLakesResult {
  content: SyncResult
  /** Null where they were not asked for, or there are none. */
  comments: SyncResult | null
}

/** @throws OperatorError where the other side refuses or cannot be reached */
export async function syncLakes({
  comments,
  ...options
}: SyncLakesOptions): Promise<SyncLakesResult> {
  const {from, to, dryRun = false} = options
  const isRead = await readersOf(from)
  // Looked at first: where they are refused, nothing is moved by halves.
  const lakes = comments ? await commentsBetween(from, to, dryRun) : null
  const content = await syncContent({
    ...options,
    ...(isRead ? {kindOf: (document) => kindOf(document, isRead)} : {}),
  })
  if (!lakes) return {content, comments: null}
  const commentsResult = await syncContent({
    ...options,
    from: lakes.from,
    to: lakes.to,
    kindOf: await commentKinds(lakes.from, content.isThere),
    kindThere: await commentKinds(lakes.to, () => true),
    change: redirectReferences(from, to),
  })
  return {content, comments: commentsResult}
}

/** Sanity's own lake knows no embargo: there every published document is everybody's. */
async function readersOf(from: LakeConnection): Promise<((id: string) => boolean) | null> {
  if (from.isHosted) return null
  const ids = new Set(await from.publicIds())
  return (id) => ids.has(id)
}

/** Null where nothing was ever said. */
async function commentsBetween(
  from: LakeConnection,
  to: LakeConnection,
  dryRun: boolean,
): Promise<{from: LakeConnection; to: LakeConnection} | null> {
  try {
    const source = await from.comments({make: false})
    if (!source) return null
    const samples = await samplesOf(source)
    if (samples.length === 0) return null
    const other = await to.comments({make: !dryRun})
    // A dry run makes no dataset: as if there were an empty one.
    if (!other) return {from: source, to: {...to, documents: async function* none() {}}}
    if (!dryRun) await probePermissions(other, samples)
    return {from: source, to: other}
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    throw new OperatorError(
      `Comments and tasks cannot go along. ${error.message} To leave them out, name what shall move (--drafts --private --records --releases) in the place of --all.`,
    )
  }
}

/** One comment and one task. */
async function samplesOf(lake: LakeConnection): Promise<Sample[]> {
  const samples = new Map<string, Sample>()
  for await (const document of lake.documents()) {
    const {_type} = document
    if (COMMENT_TYPES.includes(_type)) samples.set(_type, {kind: 'comment', document})
    if (samples.size === COMMENT_TYPES.length) break
  }
  return [...samples.values()]
}
