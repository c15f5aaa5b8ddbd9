// What one round through a piece of the log comes to, collected before it is stored in one transaction.
import type {Webhook} from './hook-table.ts'
import type {NewMessage} from './message-table.ts'
import type {NewMissed} from './missed-table.ts'
import {operationOf, type SeenChange} from './operation.ts'
import {TooCostly} from './trigger.ts'

/** A change of one document, as far as each hook is told the same of it. */
export interface Happening {
  dataset: string
  documentId: string
  transactionId: string
  /** ISO 8601 */
  transactionTime: string
  /** In the log. */
  position: number
  byClock: boolean
}

/** Since when a webhook is off that switched itself off, and why. */
export interface SwitchedOff {
  /** ISO 8601 */
  at: string
  reason: string
  /** In the log: of what comes after it, the webhook was told nothing. */
  position: number
}

export interface RoundOptions {
  /** The body of the request; undefined where the hook is not told. Throws `TooCostly`. */
  payloadOf: (hook: Webhook, change: SeenChange, dataset: string) => unknown
  /** Documents that were too costly for a hook before this round. */
  strikes: (hook: string) => Set<string>
  /** Told of a filter or projection that could not be evaluated. */
  report: (error: unknown) => void
  /** ISO 8601 */
  now: string
  /** Where a hook is in the log that is told of single changes; else it is where the change is. */
  position?: number
}

/** One document may be a monster, and the first evaluation after a start is slow. */
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

  /** False where the webhook is off since an entry before this position: the log tells the rest. */
  reaches(hook: string, position: number): boolean {
    const off = this.switchedOff.get(hook)
    return off === undefined || off.position >= position
  }

  /** Evaluates filter and projection, once, and remembers what comes of it. */
  tell(hook: Webhook, change: SeenChange, happening: Happening): void {
    const operation = operationOf(change)
    if (!operation) return
    if (this.switchedOff.has(hook.id)) return this.miss(hook.id, happening)
    const {dataset, documentId, transactionId, transactionTime} = happening
    try {
      const payload = this.#options.payloadOf(hook, change, dataset)
      if (payload === undefined) return
      const told = {dataset, documentId, transactionId, transactionTime, operation}
      this.messages.push({hook: hook.id, ...told, payload: JSON.stringify(payload)})
    } catch (error) {
      if (error instanceof TooCostly) this.#strike(hook, happening, error.message)
      else this.#options.report(error)
    }
  }

  /** The webhook is not told of it now: it will be once somebody enables it or, where `due`, soon. */
  miss(hook: string, happening: Happening, due = false): void {
    const {dataset, documentId, position, transactionTime: at, byClock} = happening
    this.missed.push({hook, dataset, documentId, position, at, byClock, due})
  }

  #strike({id, name}: Webhook, happening: Happening, reason: string): void {
    const {report, now, position = happening.position} = this.#options
    this.miss(id, happening)
    const documents = this.#strikes.get(id) ?? this.#options.strikes(id)
    this.#strikes.set(id, documents.add(happening.documentId))
    const struck = `The webhook "${name}" (${id}) was not sent ${happening.documentId}. ${reason}`
    if (documents.size < STRIKES) return report(new TooCostly(struck))
    this.switchedOff.set(id, {at: now, reason, position})
    report(
      new TooCostly(
        `${struck} So it was for ${STRIKES} documents, and the webhook was switched off. Simplify it, then enable it: it is sent what it missed.`,
      ),
    )
  }
}
