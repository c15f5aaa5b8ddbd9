// Collects the messages of one round through a part of the log. They are then stored in one transaction.
import type {Webhook} from './hook-table.ts'
import type {NewMessage} from './message-table.ts'
import type {NewMissed} from './missed-table.ts'
import {operationOf, type SeenChange} from './operation.ts'
import {TooCostly} from './trigger.ts'

/** A change of one document: the part that is the same for all hooks. */
export interface ChangeEvent {
  dataset: string
  documentId: string
  transactionId: string
  /** ISO 8601 */
  transactionTime: string
  /** In the log. */
  position: number
  byClock: boolean
}

/** Since when a webhook is switched off because it was too costly, and why. */
export interface SwitchedOff {
  /** ISO 8601 */
  at: string
  reason: string
  /** Position in the log. The webhook has got no change after it. */
  position: number
}

export interface RoundOptions {
  /** The body of the request; undefined if the change does not concern the hook. Throws `TooCostly`. */
  payloadOf: (hook: Webhook, change: SeenChange, dataset: string) => unknown
  /** Documents that were too costly for a hook before this round. */
  strikes: (hook: string) => Set<string>
  /** Called with the error of a filter or projection that could not be evaluated. */
  report: (error: unknown) => void
  /** ISO 8601 */
  now: string
  /** The position in the log of a hook for which single changes are queued. By default that of the change. */
  position?: number
}

/** One document may be very large, and the first evaluation after a start is slow. */
const STRIKES = 3

export class Round {
  readonly messages: NewMessage[] = []
  readonly missed: NewMissed[] = []
  /** Webhooks that this round switches off, by id. */
  readonly switchedOff = new Map<string, SwitchedOff>()
  readonly #options: RoundOptions
  readonly #strikes = new Map<string, Set<string>>()

  constructor(options: RoundOptions) {
    this.#options = options
  }

  get isEmpty(): boolean {
    return this.messages.length === 0 && this.missed.length === 0
  }

  /**
   * False if the webhook was switched off at an earlier entry. It gets the rest when it catches up.
   */
  reaches(hook: string, position: number): boolean {
    const off = this.switchedOff.get(hook)
    return off === undefined || off.position >= position
  }

  /** Evaluates filter and projection once, and queues a message or records the change as missed. */
  queue(hook: Webhook, change: SeenChange, event: ChangeEvent): void {
    const operation = operationOf(change)
    if (!operation) return
    if (this.switchedOff.has(hook.id)) return this.miss(hook.id, event)
    const {dataset, documentId, transactionId, transactionTime} = event
    try {
      const payload = this.#options.payloadOf(hook, change, dataset)
      if (payload === undefined) return
      const message = {dataset, documentId, transactionId, transactionTime, operation}
      this.messages.push({hook: hook.id, ...message, payload: JSON.stringify(payload)})
    } catch (error) {
      if (error instanceof TooCostly) this.#strike(hook, event, error.message)
      else this.#options.report(error)
    }
  }

  /** Records a change as missed. It is queued when the webhook is enabled or, with `due`, in the next round. */
  miss(hook: string, event: ChangeEvent, due = false): void {
    const {dataset, documentId, position, transactionTime: at, byClock} = event
    this.missed.push({hook, dataset, documentId, position, at, byClock, due})
  }

  #strike({id, name}: Webhook, event: ChangeEvent, reason: string): void {
    const {report, now, position = event.position} = this.#options
    this.miss(id, event)
    const documents = this.#strikes.get(id) ?? this.#options.strikes(id)
    this.#strikes.set(id, documents.add(event.documentId))
    const struck = `The webhook "${name}" (${id}) was not sent ${event.documentId}. ${reason}`
    if (documents.size < STRIKES) return report(new TooCostly(struck))
    this.switchedOff.set(id, {at: now, reason, position})
    report(
      new TooCostly(
        `${struck} This has happened for ${STRIKES} documents, so the webhook was switched off. Simplify it, then enable it: it is sent what it missed.`,
      ),
    )
  }
}
