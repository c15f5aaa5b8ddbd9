// Follows what is said in comments and tasks, and writes into the inboxes of whom it concerns. The
// comments lie in a dataset of their own, and a transaction is one dataset's: so this follows the log.
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import type {Lake} from '@copydesk/lake'
import type {Clock, DocumentInput} from '@copydesk/lake/types'
import {notificationsOf, COMMENT_TYPES} from '../workflow/comment-notifications.ts'
import {COMMENTS_DATASET, DATASET} from './newsroom-lake.ts'

export interface TellColleagues {
  /** Looks now and not at the next turn; resolves when everybody has been told. */
  look(): Promise<void>
  /** Waits for what is under way. */
  close(): Promise<void>
}

export interface TellColleaguesOptions {
  lake: Pick<Lake, 'services'>
  clock?: Clock
  /** Runs something again and again and answers what ends that. */
  repeat?: (run: () => void) => () => void
  /** Takes what went wrong: the next turn tries again. */
  onError?: (error: unknown) => void
}

const LOOK_EVERY_MS = 1_000
/** What was said while the newsroom stood still is made up for this far back. */
const BACK_MS = 7 * 24 * 60 * 60_000
const LATELY = '*[_type in $types && dateTime(_updatedAt) > dateTime($since)]._id'

/** Begins with what was said lately. A notification has one id: nobody is told twice. */
export function createTellColleagues({
  lake,
  clock = Date.now,
  repeat = everySecond,
  onError = (error) => console.error('Telling colleagues of comments failed:', error),
}: TellColleaguesOptions): TellColleagues {
  const {access, commit, documents, engine, log} = lake.services
  const waiting = new Set<string>()
  let position = log.last()
  let isCaughtUp = false
  let working: Promise<void> | undefined

  const catchUp = async (): Promise<void> => {
    const since = new Date(clock() - BACK_MS).toISOString()
    const {result} = await engine.query({
      dataset: COMMENTS_DATASET,
      query: LATELY,
      params: {types: COMMENT_TYPES, since},
      actor: SYSTEM_ACTOR,
      atLeast: log.last(),
    })
    for (const id of Array.isArray(result) ? result : [])
      if (typeof id === 'string') waiting.add(id)
    isCaughtUp = true
  }

  const follow = (): void => {
    for (const change of log.changedSince(position)) {
      position = change.position
      if (change.dataset === COMMENTS_DATASET) waiting.add(change.id)
    }
  }

  const tell = async (id: string): Promise<void> => {
    const said = documents.get(COMMENTS_DATASET, id)
    if (!said) return
    const people = access.users.list().filter(({disabled}) => !disabled)
    const notifications = notificationsOf(said, {
      people,
      writtenBy: log.find(COMMENTS_DATASET, said._rev)?.author ?? '',
      read: (other) => documents.get(DATASET, other),
      readComment: (other) => documents.get(COMMENTS_DATASET, other),
    }).filter(({_id}) => !documents.get(DATASET, _id))
    if (notifications.length === 0) return
    const mutations = notifications.map((notification) => ({
      createIfNotExists: {...notification} as DocumentInput & {_id: string},
    }))
    await commit({dataset: DATASET, actor: SYSTEM_ACTOR, steps: [() => ({mutations})]})
  }

  const work = async (): Promise<void> => {
    follow()
    if (!isCaughtUp) await catchUp()
    const failed: unknown[] = []
    for (const id of waiting) {
      try {
        await tell(id)
        waiting.delete(id)
      } catch (error) {
        // The next turn tries again; what else was said is told all the same.
        failed.push(error)
      }
    }
    if (failed.length > 0) throw failed[0]
  }

  const look = async (): Promise<void> => {
    await working
    working = work().finally(() => (working = undefined))
    await working
  }

  const stop = repeat(() => {
    if (!working) void look().catch(onError)
  })
  return {
    look,
    async close() {
      stop()
      await working?.catch(onError)
    },
  }
}

function everySecond(run: () => void): () => void {
  const timer = setInterval(run, LOOK_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
