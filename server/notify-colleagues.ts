// Writes a notification into the inbox of each person that a comment or a task concerns. Comments are in a dataset of
// their own, and a transaction covers one dataset only: so this follows the log.
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import type {Lake} from '@copydesk/lake'
import type {Clock, DocumentInput} from '@copydesk/lake/types'
import {notificationsOf, COMMENT_TYPES} from '../workflow/comment-notifications.ts'
import {every} from './every.ts'
import {COMMENTS_DATASET, DATASET} from './newsroom-lake.ts'

export interface ColleagueNotifier {
  /** Looks now instead of at the next interval; resolves when all notifications are written. */
  look(): Promise<void>
  /** Waits for the current run. */
  close(): Promise<void>
}

export interface ColleagueNotifierOptions {
  lake: Pick<Lake, 'services'>
  clock?: Clock
  /** Calls `run` at intervals until the returned function is called. */
  repeat?: (run: () => void) => () => void
  /** Receives the error of a failed run; the next run tries again. */
  onError?: (error: unknown) => void
}

const LOOK_EVERY_MS = 1_000
/** After a start, comments of this period still lead to notifications. */
const BACK_MS = 7 * 24 * 60 * 60_000
const LATELY = '*[_type in $types && dateTime(_updatedAt) > dateTime($since)]._id'

/** Begins with recent comments. A notification's ID is made from the event: nobody gets one twice. */
export function createColleagueNotifier({
  lake: {services},
  clock = Date.now,
  repeat = (run) => every(LOOK_EVERY_MS, run),
  onError = (error) => console.error('Notifying colleagues of comments failed:', error),
}: ColleagueNotifierOptions): ColleagueNotifier {
  const {log} = services
  const waiting = new Set<string>()
  let position = log.last()
  let isCaughtUp = false
  let working: Promise<void> | undefined

  const follow = (): void => {
    for (const change of log.changedSince(position)) {
      position = change.position
      if (change.dataset === COMMENTS_DATASET) waiting.add(change.id)
    }
  }

  const work = async (): Promise<void> => {
    if (!services.worksInBackground()) return
    follow()
    if (!isCaughtUp) {
      const since = new Date(clock() - BACK_MS).toISOString()
      for (const id of await changedSince(since, services)) waiting.add(id)
      isCaughtUp = true
    }
    const failed: unknown[] = []
    for (const id of waiting) {
      try {
        await notify(id, services)
        waiting.delete(id)
      } catch (error) {
        // The next run tries again; the other comments are not held up.
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

type Services = Lake['services']

async function changedSince(since: string, {engine, log}: Services): Promise<string[]> {
  const {result} = await engine.query({
    dataset: COMMENTS_DATASET,
    query: LATELY,
    params: {types: COMMENT_TYPES, since},
    actor: SYSTEM_ACTOR,
    atLeast: log.last(),
  })
  return Array.isArray(result) ? result.filter((id) => typeof id === 'string') : []
}

/** Writes the notifications of one comment or task that do not exist yet. */
async function notify(id: string, {access, commit, documents, log}: Services): Promise<void> {
  const comment = documents.get(COMMENTS_DATASET, id)
  if (!comment) return
  const people = access.users.list().filter(({disabled}) => !disabled)
  const notifications = notificationsOf(comment, {
    people,
    writtenBy: log.find(COMMENTS_DATASET, comment._rev)?.author ?? '',
    read: (other) => documents.get(DATASET, other),
    readComment: (other) => documents.get(COMMENTS_DATASET, other),
  }).filter(({_id}) => !documents.get(DATASET, _id))
  if (notifications.length === 0) return
  const mutations = notifications.map((notification) => ({
    createIfNotExists: {...notification} as DocumentInput & {_id: string},
  }))
  await commit({dataset: DATASET, actor: SYSTEM_ACTOR, steps: [() => ({mutations})]})
}
