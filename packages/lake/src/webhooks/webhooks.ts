// The room's front door: hooks, what they are told, and how that went.
import {randomBytes, randomInt} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import {BadRequest, NotFound} from '../errors.ts'
import type {Product} from '../product.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {LogTable} from '../store/log.ts'
import type {Clock} from '../types.ts'
import {createDelivery} from './delivery.ts'
import {Follower} from './follower.ts'
import {hookTable, type CatchUp, type Webhook} from './hook-table.ts'
import {messageTable, type Attempt, type Message} from './message-table.ts'
import {missedTable, type MissedTable} from './missed-table.ts'
import {createPost, type Post} from './post.ts'
import type {SwitchedOff} from './round.ts'
import {readsAsReader, type Sight} from './sees.ts'
import {parseSecret, parseSettings} from './settings.ts'
import {createTry, type Tried} from './try-out.ts'

export interface WebhooksOptions {
  database: DatabaseSync
  log: LogTable
  documents: DocumentTable
  sight: Sight
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
  isResting?: () => boolean
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
  tryOut(id: string): Promise<Tried>
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

const MOST = 100
/** Another process may write, too, and the clock makes documents visible: looked for at least this often. */
const LONGEST_WAIT_MS = 5_000
/** Commits come by the keystroke. */
const AFTER_COMMIT_MS = 50

/** Builds the room; nothing is followed or sent before `start` or `check`. */
export function createWebhooks(options: WebhooksOptions): Webhooks {
  const {database, log, clock, report, hasDataset, allowPrivate = false} = options
  const {random = () => randomInt(1_000_000) / 1_000_000, isResting = () => false} = options
  const post = options.post ?? createPost({allowPrivate})
  const hooks = hookTable(database)
  const messages = messageTable(database)
  const missed = missedTable(database)
  const shared = {...options, hooks, messages, missed, post, random, isOver: () => closed}
  const follower = new Follower(shared)
  const delivery = createDelivery(shared)
  const tryOut = createTry(shared)
  let wake: NodeJS.Timeout | undefined
  let wakesAt = Infinity
  let started = false
  let closed = false
  let following: Promise<void> = Promise.resolve()

  const follow = (): Promise<void> => {
    following = following
      .then(() => (closed || isResting() ? undefined : follower.follow()))
      .catch(report)
    return following
  }

  /** Whatever goes wrong, it looks again. */
  const look = async (): Promise<void> => {
    let next = LONGEST_WAIT_MS
    try {
      await follow()
      if (!isResting()) delivery.kick()
      next = delivery.nextAt() - clock()
    } catch (error) {
      report(error)
    }
    wakeWithin(Math.max(250, Math.min(LONGEST_WAIT_MS, next)))
  }

  const wakeWithin = (ms: number): void => {
    if (!started || closed) return
    const at = Date.now() + ms
    if (at >= wakesAt) return
    clearTimeout(wake)
    wakesAt = at
    wake = setTimeout(() => {
      wakesAt = Infinity
      void look()
    }, ms)
    wake.unref()
  }

  const get = (id: string): Webhook => {
    const hook = hooks.get(id)
    if (!hook) throw new NotFound(`There is no webhook ${id}.`)
    return hook
  }
  /** Whether it is off by itself, and what it is told belatedly, once a person has changed it. */
  const stateAfter = (
    {id, switchedOff, catchUp, since}: Omit<Webhook, 'hasSecret'>,
    {isDisabled, isEnabled}: {isDisabled: boolean; isEnabled: boolean},
  ): Pick<Webhook, 'switchedOff' | 'catchUp'> => {
    if (isDisabled) return {switchedOff: null, catchUp: null}
    if (!isEnabled || !switchedOff) return {switchedOff, catchUp}
    const after = Math.max(switchedOff.position, since)
    return {switchedOff: null, catchUp: beginningOf({log, missed}, {id, after, switchedOff})}
  }
  const checked = (given: Readonly<Record<string, unknown>>) =>
    parseSettings(given, {
      hasDataset,
      allowPrivate,
      hint: options.product.hints.allowPrivateWebhooks,
    })

  return {
    list: () => hooks.all(),
    get,
    add(given) {
      const settings = checked(given)
      const secret = parseSecret(given) ?? null
      if (options.isForStaff?.(settings.dataset) && readsAsReader(settings)) {
        throw new BadRequest(
          `Readers see nothing of "${settings.dataset}": a hook there needs includeDrafts (--drafts), with which it sees what the staff see.`,
          'invalidWebhook',
        )
      }
      if (hooks.count() >= MOST) {
        throw new BadRequest(`There are ${MOST} webhooks already.`, 'invalidWebhook')
      }
      const id = `wh${randomBytes(10).toString('hex')}`
      const now = new Date(clock()).toISOString()
      const begun = {switchedOff: null, catchUp: null, createdAt: now, updatedAt: now}
      hooks.put({...settings, ...begun, id, since: log.last()}, secret)
      follower.begin(settings.dataset)
      return get(id)
    },
    change(id, given) {
      const {hasSecret, ...before} = get(id)
      const rule = {...before.rule, ...(given['rule'] as object | undefined)}
      const settings = checked({...before, ...given, rule})
      const secret = parseSecret(given)
      // What happened while a person had it switched off is not told afterwards.
      const wakes = before.isDisabledByUser && !settings.isDisabledByUser
      const since = wakes ? log.last() : before.since
      const updatedAt = new Date(clock()).toISOString()
      const kept = secret === undefined && hasSecret ? hooks.secretOf(id) : (secret ?? null)
      const isEnabled = given['isDisabledByUser'] === false
      const state = stateAfter(before, {isDisabled: settings.isDisabledByUser, isEnabled})
      hooks.put({...before, ...settings, ...state, since, updatedAt}, kept)
      if (isEnabled) missed.makeDue(id)
      if (settings.isDisabledByUser) {
        messages.cancel(id)
        missed.clear(id)
      } else if (wakes || state.catchUp || settings.dataset !== before.dataset) {
        follower.begin(settings.dataset)
      }
      return {...before, ...settings, ...state, since, updatedAt, hasSecret: kept !== null}
    },
    remove(id) {
      get(id)
      hooks.remove(id)
    },
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
    position: () => (isResting() ? null : follower.position()),
    start() {
      started = true
      wakeWithin(0)
    },
    notify: () => wakeWithin(AFTER_COMMIT_MS),
    async check() {
      await follow()
      if (!isResting()) delivery.kick()
      await delivery.settled()
    },
    async close() {
      closed = true
      clearTimeout(wake)
      await following
      await delivery.close()
    },
  }
}

/** From when on a hook is told what it missed: whole documents are kept of the newest transactions only. */
function beginningOf(
  {log, missed}: {log: LogTable; missed: MissedTable},
  {id, after, switchedOff}: {id: string; after: number; switchedOff: SwitchedOff},
): CatchUp {
  const first = missed.first(id)
  const at = first?.at ?? switchedOff.at
  const oldest = log.oldestWithBodies()
  const isWhole = oldest <= (first?.position ?? after + 1)
  if (isWhole) return {after, since: at, lostSince: null}
  const since = log.since(oldest - 1, 1)[0]?.timestamp ?? switchedOff.at
  return {after, since, lostSince: at}
}
