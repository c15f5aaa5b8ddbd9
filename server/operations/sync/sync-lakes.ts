// A whole move: content first, then what was said of it, which lies in a dataset beside.
import {OperatorError} from '@copydesk/lake/errors'
import {COMMENT_TYPES} from '../../../workflow/comment-notifications.ts'
import type {LakeConnection} from './lake-connection.ts'
import {move, type Moved, type MoveOptions} from './sync-content.ts'
import {probePermissions, type Sample} from './probe-permissions.ts'
import {kindOf} from './scope.ts'
import {aboutTheOther, kindOfTalk} from './comments.ts'

export interface MoveAllOptions extends Omit<MoveOptions, 'kindOf' | 'kindThere' | 'change'> {
  /** Comments and tasks, too. */
  comments: boolean
}

export interface MovedAll {
  content: Moved
  /** Null where they were not asked for, or there are none. */
  talk: Moved | null
}

/** @throws OperatorError where the other side refuses or cannot be reached */
export async function moveAll({comments, ...options}: MoveAllOptions): Promise<MovedAll> {
  const {from, to, dryRun = false} = options
  const isRead = await readersOf(from)
  // Looked at first: where they are refused, nothing is moved by halves.
  const talk = comments ? await talkBetween(from, to, dryRun) : null
  const content = await move({
    ...options,
    ...(isRead ? {kindOf: (document) => kindOf(document, isRead)} : {}),
  })
  if (!talk) return {content, talk}
  const said = await move({
    ...options,
    from: talk.from,
    to: talk.to,
    kindOf: await kindOfTalk(talk.from, content.isThere),
    kindThere: await kindOfTalk(talk.to, () => true),
    change: aboutTheOther(from, to),
  })
  return {content, talk: said}
}

/** Sanity's own lake knows no embargo: there every published document is everybody's. */
async function readersOf(from: LakeConnection): Promise<((id: string) => boolean) | null> {
  if (from.isHosted) return null
  const ids = new Set(await from.publicIds())
  return (id) => ids.has(id)
}

/** Null where nothing was ever said. */
async function talkBetween(
  from: LakeConnection,
  to: LakeConnection,
  dryRun: boolean,
): Promise<{from: LakeConnection; to: LakeConnection} | null> {
  try {
    const talk = await from.comments({make: false})
    if (!talk) return null
    const samples = await samplesOf(talk)
    if (samples.length === 0) return null
    const other = await to.comments({make: !dryRun})
    // A dry run makes no dataset: as if there were an empty one.
    if (!other) return {from: talk, to: {...to, documents: async function* none() {}}}
    if (!dryRun) await probePermissions(other, samples)
    return {from: talk, to: other}
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    throw new OperatorError(
      `Comments and tasks cannot go along. ${error.message} To leave them out, name what shall move (--drafts --private --records --releases) in the place of --all.`,
    )
  }
}

/** One comment and one task. */
async function samplesOf(talk: LakeConnection): Promise<Sample[]> {
  const samples = new Map<string, Sample>()
  for await (const document of talk.documents()) {
    const {_type} = document
    if (COMMENT_TYPES.includes(_type)) samples.set(_type, {kind: 'talk', document})
    if (samples.size === COMMENT_TYPES.length) break
  }
  return [...samples.values()]
}
