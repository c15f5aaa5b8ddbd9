// Webhooks: their settings, messages and attempts. The other files of this folder are parts of it.
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
  /** The role whose grants a hook with drafts or versions has. */
  staffRole: string
  projectId: string
  product: Product
  hasDataset: (name: string) => boolean
  /**
   * Whether anonymous readers see nothing in the dataset. A hook with their rights would never be
   * sent anything.
   */
  isForStaff?: (dataset: string) => boolean
  /** Permits addresses of this machine and its network. */
  allowPrivate?: boolean
  /** While it returns true, changes are not sent, and are not sent later either. */
  isPaused?: () => boolean
  clock: Clock
  report: (error: unknown) => void
  post?: Post
  /** From 0 to 1. */
  random?: () => number
}

export interface Webhooks {
  /** Oldest first, without secrets. */
  list(): Webhook[]
  /** @throws NotFound */
  get(id: string): Webhook
  /** @throws BadRequest for invalid settings */
  add(given: Readonly<Record<string, unknown>>): Webhook
  /**
   * Changes the given settings. A hook that was switched off as too costly is enabled by
   * `isDisabledByUser: false`, and then gets the missed changes that the log still has (`catchUp`).
   * A hook that a person switched off gets only changes from now on. Throws as `add` and `get` do.
   */
  change(id: string, given: Readonly<Record<string, unknown>>): Webhook
  /** Also removes its waiting messages. Throws NotFound. */
  remove(id: string): void
  /** Newest first; at most `limit`. */
  messages(id: string, limit?: number): Message[]
  /** Newest first; at most `limit`. */
  attempts(id: string, limit?: number): Attempt[]
  /** @throws NotFound */
  attempt(id: number): Attempt
  waiting(id: string): number
  /** Number of changes for which it was too costly. They are sent when it is enabled. */
  missed(id: string): number
  /** Sends the newest document that concerns a hook, once and immediately. Throws NotFound. */
  tryOut(id: string): Promise<TestDelivery>
  /** Starts to send changes and waiting messages. */
  start(): void
  /** Call it after a commit. */
  notify(): void
  /** Sends all messages that are due. Resolves when every receiver has responded. */
  check(): Promise<void>
  close(): Promise<void>
}

/** How often to look for entries of other processes, and for documents that have become visible with time. */
const LONGEST_WAIT_MS = 5_000
/** Every keystroke is a commit, so commits are followed in batches. */
const AFTER_COMMIT_MS = 50

/** Nothing is followed or sent before `start` or `check`. */
export function createWebhooks(options: WebhooksOptions): Webhooks {
  const {database, clock, report, allowPrivate = false} = options
  const {random = () => randomInt(1_000_000) / 1_000_000, isPaused = () => false} = options
  let closed = false
  const post = options.post ?? createPost({allowPrivate})
  const hooks = hookTable(database)
  const messages = messageTable(database)
  const missed = missedTable(database)
  const isOver = () => closed || isPaused()
  const shared = {...options, hooks, messages, missed, post, random, isOver}
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
 * Repeats `look`, also after an error; nothing happens before `start`.
 * @param look returns in how many milliseconds to look again
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
