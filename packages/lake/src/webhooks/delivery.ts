// Sends messages to receivers: those of one hook in order, those of several hooks in parallel. A slow receiver delays
// only its own messages.
import type {DatabaseSync} from 'node:sqlite'
import {readRetryAfter} from '../back-off.ts'
import type {Product} from '../product.ts'
import {inTransactionWhenFree} from '../store/database.ts'
import type {Clock} from '../types.ts'
import {deliveryDelay, RETRY_FOR_MS} from './delivery-delay.ts'
import {deliveryRequest} from './delivery-request.ts'
import type {HookTable} from './hook-table.ts'
import type {Message, MessageTable, NewAttempt} from './message-table.ts'
import type {Outcome, Post} from './post.ts'

export interface DeliveryOptions {
  database: DatabaseSync
  hooks: HookTable
  messages: MessageTable
  post: Post
  projectId: string
  /** Its `name` is in the user agent. */
  product: Pick<Product, 'name'>
  clock: Clock
  /** From 0 to 1. */
  random: () => number
  /** True once nothing more may be sent. */
  isOver: () => boolean
  report: (error: unknown) => void
}

export interface Delivery {
  /** Starts to send the messages of each hook that has one due. */
  kick(): void
  /** Resolves when no request is running. */
  settled(): Promise<void>
  /** When the next message is due; milliseconds since the epoch, Infinity for never. */
  nextAt(): number
  /** Aborts running requests. Their messages are sent again the next time. */
  close(): Promise<void>
}

/** Sends one message to one hook. Returns false if the message must wait. */
function createDeliver(options: DeliveryOptions, closing: AbortSignal) {
  const {database, hooks, messages, post, projectId, product, clock, random} = options
  return async (id: string, message: Message): Promise<boolean> => {
    const hook = hooks.get(id)
    if (!hook || hook.isDisabledByUser) return false
    const at = clock()
    const begun = performance.now()
    const signing = {secret: hooks.secretOf(id), now: at, projectId, sender: product.name}
    const outcome = await post(deliveryRequest(hook, message, signing), closing)
    if (closing.aborted) return false
    const duration = Math.round(performance.now() - begun)
    const attempt = {message: message.id, at, duration, ...described(outcome)}
    const {status, nextAt} = nextStateOf(message, outcome, attempt, {
      now: clock(),
      random: random(),
    })
    await inTransactionWhenFree(database, () => {
      messages.settle(attempt, {hook: id, status, nextAt})
      // If a receiver has failed for a day, it is not tried for each message that waits.
      if (attempt.failure !== null) messages.cancel(id, clock() - RETRY_FOR_MS)
    })
    return true
  }
}

/** Builds the delivery; nothing is sent before `kick`. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const {hooks, messages, clock, random, report} = options
  const running = new Map<string, Promise<void>>()
  const closing = new AbortController()
  // Asked before each message: another node may have taken over.
  const isOver = () => closing.signal.aborted || options.isOver()
  const deliver = createDeliver(options, closing.signal)

  /**
   * By hook: how often in a row an attempt could not be recorded, and until when none is made. Otherwise a receiver
   * would get the same message again and again while the disk is full.
   */
  const stuck = new Map<string, {times: number; until: number}>()

  const first = (hook: string): Message | null => {
    const message = messages.first(hook)
    return message && {...message, nextAt: Math.max(message.nextAt, stuck.get(hook)?.until ?? 0)}
  }
  const due = (hook: string): Message | null => {
    const message = first(hook)
    return message && message.nextAt <= clock() ? message : null
  }

  const run = async (id: string): Promise<void> => {
    try {
      for (let message = due(id); message && !isOver(); message = due(id)) {
        if (!(await deliver(id, message))) return
        stuck.delete(id)
      }
    } catch (error) {
      const times = (stuck.get(id)?.times ?? 0) + 1
      stuck.set(id, {times, until: clock() + deliveryDelay(times, random())})
      report(error)
    }
  }

  const enabled = (): string[] =>
    hooks.all().flatMap(({id, isDisabledByUser}) => (isDisabledByUser ? [] : [id]))

  return {
    kick() {
      for (const id of enabled()) {
        if (closing.signal.aborted || running.has(id) || !due(id)) continue
        running.set(
          id,
          run(id).finally(() => running.delete(id)),
        )
      }
    },
    async settled() {
      while (running.size > 0) await Promise.all(running.values())
    },
    nextAt: () =>
      Math.min(
        ...enabled()
          .filter((id) => !running.has(id))
          .map((id) => first(id)?.nextAt ?? Infinity),
      ),
    async close() {
      closing.abort()
      await Promise.all(running.values())
    },
  }
}

function described(outcome: Outcome): Pick<NewAttempt, 'resultCode' | 'failure' | 'detail'> {
  if ('failure' in outcome) return {resultCode: null, ...outcome}
  const {status} = outcome
  const delivered = status >= 200 && status < 300
  const detail = status >= 300 && status < 400 ? 'Redirects are not followed.' : null
  return {resultCode: status, failure: delivered ? null : 'http', detail}
}

/** Delivered, to be sent again, or failed. A receiver that calls the request wrong would do so again. */
function nextStateOf(
  {createdAt, failures}: Message,
  outcome: Outcome,
  {failure}: Pick<NewAttempt, 'failure'>,
  {now, random}: {now: number; random: number},
): Pick<Message, 'status' | 'nextAt'> {
  if (failure === null) return {status: 'success', nextAt: now}
  const passes =
    'status' in outcome
      ? outcome.status === 429 || outcome.status >= 500
      : outcome.failure !== 'refused'
  const asked = 'status' in outcome ? readRetryAfter(outcome.retryAfter, now) : 0
  const nextAt = now + deliveryDelay(failures + 1, random, asked)
  return {status: passes && nextAt <= createdAt + RETRY_FOR_MS ? 'queued' : 'failure', nextAt}
}
