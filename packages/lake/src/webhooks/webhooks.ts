// The room's front door: hooks, what they are told, and how that went.
import {randomInt} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import {NotFound} from '../errors.ts'
import type {Product} from '../product.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {LogTable} from '../store/log.ts'
import type {Clock} from '../types.ts'
import {createDelivery} from './delivery.ts'
import {Follower} from './follower.ts'
import {hookTable, type Webhook} from './hook-table.ts'
import {manageWebhooks} from './manage.ts'
import {messageTable, type Attempt, type Message} from './message-table.ts'
import {missedTable} from './missed-table.ts'
import {createPost, type Post} from './post.ts'
import type {HookVisibility} from './hook-visibility.ts'
import {createTestDelivery, type TestDelivery} from './test-delivery.ts'

export interface WebhooksOptions {
  database: DatabaseSync
  log: LogTable
  documents: DocumentTable
  visibility: HookVisibility
  /** Whose grants a hook has that is told of drafts or versions. */
  staffRole: string
  projectId: string
  product: Product
  hasDataset: (name: string) => boolean
  /** Readers see nothing of the dataset: a hook that has their eyes would wait there for ever. */
  isForStaff?: (dataset: string) => boolean
  /** Addresses of this machine and its network may be told, too. */
  allowPrivate?: boolean
  /** While it is true nobody is told of anything, and not afterwards either. */
  isPaused?: () => boolean
  clock: Clock
  report: (error: unknown) => void
  post?: Post
  /** From 0 to 1. */
  random?: () => number
}

export interface Webhooks {
  /** Oldest first; never their secrets. */
  list(): Webhook[]
  /** @throws NotFound */
  get(id: string): Webhook
  /** @throws BadRequest for what is no webhook */
  add(given: Readonly<Record<string, unknown>>): Webhook
  /**
   * Changes what is named and leaves the rest. A hook that switched itself off and is enabled
   * (`isDisabledByUser: false`) is told what it missed, as far as the log has it (`catchUp`); one that a
   * person switched off is told what happens from now on. Throws as `add` and `get` do.
   */
  change(id: string, given: Readonly<Record<string, unknown>>): Webhook
  /** With all that it was to be told. Throws NotFound. */
  remove(id: string): void
  /** Newest first; at most `limit`. */
  messages(id: string, limit?: number): Message[]
  /** Newest first; at most `limit`. */
  attempts(id: string, limit?: number): Attempt[]
  /** @throws NotFound */
  attempt(id: number): Attempt
  waiting(id: string): number
  /** Changes that were too costly for its filter or projection. Enabling the hook tells them. */
  missed(id: string): number
  /** Tells a hook of the newest document that concerns it, now and once. Throws NotFound. */
  tryOut(id: string): Promise<TestDelivery>
  /** Whole documents after this position of the log are needed still; null where nobody is told. */
  position(): number | null
  /** From now on hooks are told what happens, and what they were not told yet. */
  start(): void
  /** Told that something was committed. */
  notify(): void
  /** Tells whatever is due now; resolves when every receiver has answered. */
  check(): Promise<void>
  close(): Promise<void>
}

/** Another process may write, too, and the clock makes documents visible: looked for at least this often. */
const LONGEST_WAIT_MS = 5_000
/** Commits come by the keystroke. */
const AFTER_COMMIT_MS = 50

/** Builds the room; nothing is followed or sent before `start` or `check`. */
export function createWebhooks(options: WebhooksOptions): Webhooks {
  const {database, clock, report, allowPrivate = false} = options
  const {random = () => randomInt(1_000_000) / 1_000_000, isPaused = () => false} = options
  let closed = false
  const post = options.post ?? createPost({allowPrivate})
  const hooks = hookTable(database)
  const messages = messageTable(database)
  const missed = missedTable(database)
  const shared = {...options, hooks, messages, missed, post, random, isOver: () => closed}
  const follower = new Follower(shared)
  const delivery = createDelivery(shared)
  const tryOut = createTestDelivery(shared)
  const managed = manageWebhooks({...shared, follower})
  const {get} = managed
  let following: Promise<void> = Promise.resolve()

  const follow = (): Promise<void> => {
    following = following
      .then(() => (closed || isPaused() ? undefined : follower.follow()))
      .catch(report)
    return following
  }
  const alarm = createAlarm(async () => {
    try {
      await follow()
      if (!isPaused()) delivery.kick()
      return delivery.nextAt() - clock()
    } catch (error) {
      report(error)
      return LONGEST_WAIT_MS
    }
  })

  return {
    ...managed,
    messages: (id, limit = 100) => messages.messages(get(id).id, limit),
    attempts: (id, limit = 100) => messages.attempts(get(id).id, limit),
    attempt(id) {
      const attempt = messages.attempt(id)
      if (!attempt) throw new NotFound(`There is no attempt ${id}.`)
      return attempt
    },
    waiting: (id) => messages.waiting(get(id).id),
    missed: (id) => missed.count(get(id).id),
    tryOut: (id) => tryOut(get(id)),
    position: () => (isPaused() ? null : follower.position()),
    start: alarm.start,
    notify: () => alarm.within(AFTER_COMMIT_MS),
    async check() {
      await follow()
      if (!isPaused()) delivery.kick()
      await delivery.settled()
    },
    async close() {
      closed = true
      alarm.stop()
      await following
      await delivery.close()
    },
  }
}

/**
 * Repeats `look`, whatever goes wrong; nothing happens before `start`.
 *
 * @param look answers in how many milliseconds it wants to look again
 */
function createAlarm(look: () => Promise<number>) {
  let timer: NodeJS.Timeout | undefined
  let at = Infinity
  let isOn = false

  const within = (ms: number): void => {
    if (!isOn) return
    const wanted = Date.now() + ms
    if (wanted >= at) return
    clearTimeout(timer)
    at = wanted
    timer = setTimeout(() => {
      at = Infinity
      void look().then((next) => within(Math.max(250, Math.min(LONGEST_WAIT_MS, next))))
    }, ms)
    timer.unref()
  }
  return {
    within,
    start(): void {
      isOn = true
      within(0)
    },
    stop(): void {
      isOn = false
      clearTimeout(timer)
    },
  }
}
