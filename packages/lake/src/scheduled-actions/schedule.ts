// The actions that documents schedule, updated from the log.
import {backOff} from '../back-off.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {LogTable} from '../store/log.ts'
import type {LakeDocument, ScheduledAction} from '../types.ts'
import type {ScheduleSource} from './schedule-source.ts'

export interface ScheduleOptions {
  documents: Pick<DocumentTable, 'get' | 'ofType'>
  log: Pick<LogTable, 'last' | 'changedSince' | 'datasetEventsSince'>
  /** Datasets whose documents can schedule actions. */
  datasets: () => readonly string[]
  /** Each kind of action has its own type of documents. */
  sources: readonly ScheduleSource[]
}

export interface ScheduleEntry {
  readonly source: ScheduleSource
  readonly dataset: string
  readonly id: string
  readonly scheduled: ScheduledAction
  /** Number of temporary faults in a row. */
  failures: number
  /** Milliseconds since the epoch. It is not tried earlier. */
  retryAt: number
}

/** A failing action may delay all others, so it is tried less and less often. */
const RETRY = {first: 1_000, longest: 60_000}

export class Schedule {
  readonly #options: ScheduleOptions
  readonly #entries = new Map<string, ScheduleEntry>()
  /** Position in the log; undefined until the documents have been read. */
  #position: number | undefined

  constructor(options: ScheduleOptions) {
    this.#options = options
  }

  /** Reads the commits since the last call. The first call reads all documents. */
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

  /** Keys of the due actions, in the order of their times. */
  due(now: number): string[] {
    return [...this.#entries]
      .filter(([, entry]) => isDue(entry, now))
      .toSorted(([, a], [, b]) => Date.parse(a.scheduled.at) - Date.parse(b.scheduled.at))
      .map(([key]) => key)
  }

  /** Undefined if it is no longer due. */
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
