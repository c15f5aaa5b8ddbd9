// What documents schedule, kept up to date from the log.
import {backOff} from '../back-off.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {LogTable} from '../store/log.ts'
import type {LakeDocument, ScheduledAction} from '../types.ts'
import type {ScheduleSource} from './schedule-source.ts'

export interface ScheduleOptions {
  documents: Pick<DocumentTable, 'get' | 'ofType'>
  log: Pick<LogTable, 'last' | 'changedSince' | 'datasetEventsSince'>
  /** Names of the datasets whose documents can schedule actions. */
  datasets: () => readonly string[]
  /** Each kind of action, in documents of a type of its own. */
  sources: readonly ScheduleSource[]
}

export interface ScheduleEntry {
  readonly source: ScheduleSource
  readonly dataset: string
  readonly id: string
  readonly scheduled: ScheduledAction
  /** How often in a row it has failed by a temporary fault. */
  failures: number
  /** Milliseconds since the epoch. It is not tried before. */
  retryAt: number
}

/** An action that fails may be what holds up all others: it is tried again later and later. */
const RETRY = {first: 1_000, longest: 60_000}

export class Schedule {
  readonly #options: ScheduleOptions
  readonly #entries = new Map<string, ScheduleEntry>()
  /** Of the log; undefined before the documents were read. */
  #position: number | undefined

  constructor(options: ScheduleOptions) {
    this.#options = options
  }

  /** Reads what was committed since the last call; all documents at the first one. */
  follow(): void {
    if (this.#position === undefined) this.#readAll()
    else this.#readSince(this.#position)
  }

  get size(): number {
    return this.#entries.size
  }

  /** When the first action is scheduled, in milliseconds since the epoch; Infinity for none. */
  earliest(): number {
    return Math.min(...[...this.#entries.values()].map(({scheduled}) => Date.parse(scheduled.at)))
  }

  /** Keys of what is due, in the order of its times. */
  due(now: number): string[] {
    return [...this.#entries]
      .filter(([, entry]) => isDue(entry, now))
      .toSorted(([, a], [, b]) => Date.parse(a.scheduled.at) - Date.parse(b.scheduled.at))
      .map(([key]) => key)
  }

  /** Undefined where it is not due any more. */
  takeDue(key: string, now: number): ScheduleEntry | undefined {
    const entry = this.#entries.get(key)
    return entry && isDue(entry, now) ? entry : undefined
  }

  succeeded(key: string): void {
    this.#setFailures(key, 0, 0)
  }

  failed(key: string, now: number): void {
    const failures = (this.#entries.get(key)?.failures ?? 0) + 1
    this.#setFailures(key, failures, now + backOff(failures, RETRY))
  }

  #setFailures(key: string, failures: number, retryAt: number): void {
    const entry = this.#entries.get(key)
    if (entry) Object.assign(entry, {failures, retryAt})
  }

  #readAll(): void {
    const {documents, log, datasets, sources} = this.#options
    const position = log.last()
    for (const dataset of datasets()) {
      for (const {type} of sources) {
        for (const document of documents.ofType(dataset, type)) {
          this.#put(dataset, document._id, document)
        }
      }
    }
    this.#position = position
  }

  #readSince(before: number): void {
    const {documents, log} = this.#options
    // Deletions come first: a new dataset of the same name may have scheduled actions already.
    for (const event of log.datasetEventsSince(before)) {
      if (event.datasetEvent.event === 'deleted') this.#forget(event.dataset)
      this.#position = event.position
    }
    // A draft that was changed a hundred times is read once.
    const changed = new Map<string, {dataset: string; id: string}>()
    for (const change of log.changedSince(before)) {
      this.#position = Math.max(this.#position ?? 0, change.position)
      changed.set(`${change.dataset} ${change.id}`, change)
    }
    for (const {dataset, id} of changed.values()) this.#put(dataset, id, documents.get(dataset, id))
  }

  #put(dataset: string, id: string, document: LakeDocument | null): void {
    const source = this.#options.sources.find(({type}) => type === document?._type)
    const scheduled = document && source ? source.read(document) : null
    const key = `${dataset} ${id}`
    if (!source || !scheduled || Number.isNaN(Date.parse(scheduled.at))) {
      this.#entries.delete(key)
      return
    }
    const {failures = 0, retryAt = 0} = this.#entries.get(key) ?? {}
    this.#entries.set(key, {source, dataset, id, scheduled, failures, retryAt})
  }

  #forget(dataset: string): void {
    for (const [key, entry] of this.#entries) {
      if (entry.dataset === dataset) this.#entries.delete(key)
    }
  }
}

const isDue = ({scheduled, retryAt}: ScheduleEntry, now: number): boolean =>
  Math.max(Date.parse(scheduled.at), retryAt) <= now
