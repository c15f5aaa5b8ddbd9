// One evaluation of a query: the documents that it sees, its limits, and the subqueries evaluated so far.
import type {Documents} from '../documents/document-index.ts'
import {ANY_KEY, idKey, referenceKey, typeKey} from '../documents/keys.ts'
import {QueryError} from '../errors.ts'
import type {EvaluationContext, Scope} from '../scope.ts'
import type {Node} from '../syntax-tree.ts'
import type {LakeDocument} from '../types.ts'
import type {Value} from '../values.ts'
import type {AddDependency} from './dependencies.ts'
import {countScan, type QueryStats, type ScanReason} from './query-stats.ts'
import type {Explain} from './explain.ts'
import type {FullTextIndex} from './full-text.ts'

/** What a plan is evaluated on, and its limits. */
export interface EvaluateOptions {
  view: Documents
  /** The result of `identity()`. */
  identity: string
  /** Milliseconds since the epoch: the result of `now()`. */
  now: number
  projectId: string
  dataset: string
  /** How many documents may be read. A document that is read again counts again. */
  maxRows: number
  /** Milliseconds after which the query fails. */
  budgetMs?: number
  /** When the budget began, by `performance.now()`; by default now. */
  startedAt?: number
  /** Asked regularly. True ends the evaluation with an `Interrupted` error. */
  isInterrupted?: () => boolean
  /** Finds documents by the words in them. */
  fullText?: FullTextIndex | undefined
  /** Called with everything that the result depends on. */
  onDependency?: AddDependency
  /** Called for each step. */
  explain?: Explain
  /** Counts what the evaluation costs. */
  stats?: QueryStats
}

/** Every scope of a plan has a `Run` as its context. */
export const runOf = (scope: Scope): Run => scope.run as Run

/** Nodes that stand for steps at any place of a query. */
const EVERYTHING_NODE: Node = {type: 'Everything'}
const DEREFERENCE_NODE: Node = {type: 'Deref'}
const DEREFERENCE_STEP = {what: 'dereference', how: '_id', index: '_id', candidates: 1}
const EVERYTHING_STEP = {what: 'everything', how: 'every document', index: null}

const TICKS_PER_DEADLINE_CHECK = 128
/** This check is cheaper than reading the clock, and one tick can take milliseconds. */
const TICKS_PER_INTERRUPT_CHECK = 16

/** A class: V8 would keep the hidden class of each object literal with getters, and all that it refers to. */
export class Run implements EvaluationContext {
  readonly view: Documents
  readonly fullText: FullTextIndex | undefined
  readonly onDependency: AddDependency
  readonly explain: Explain | undefined
  readonly params: Readonly<Record<string, Value>>
  readonly identity: string
  readonly now: number
  readonly projectId: string
  readonly dataset: string
  /** Results of the subqueries that have the same value everywhere in the query. */
  readonly onceResults = new Map<Node, unknown>()
  readonly #options: EvaluateOptions
  readonly #deadline: number
  /** The prefix of global references to documents of this dataset. */
  readonly #localPrefix: string
  /** IDs that `onDependency` knows already. */
  readonly #reportedIds = new Set<string>()
  #documentCount = 0
  #ticks = 0

  constructor(options: EvaluateOptions, params: Readonly<Record<string, Value>> = {}) {
    this.view = options.view
    this.fullText = options.fullText
    this.onDependency = options.onDependency ?? (() => {})
    this.explain = options.explain
    this.params = params
    this.identity = options.identity
    this.now = options.now
    this.projectId = options.projectId
    this.dataset = options.dataset
    this.#options = options
    this.#localPrefix = `dataset:${options.projectId}.${options.dataset}:`
    this.#deadline = (options.startedAt ?? performance.now()) + (options.budgetMs ?? Infinity)
  }

  /**
   * Counts documents that the query has read.
   *
   * @throws QueryError `queryTimeout` beyond `maxRows`
   */
  countDocuments(documents: number): void {
    const {stats, maxRows} = this.#options
    this.#documentCount += documents
    if (stats) stats.documents = this.#documentCount
    if (this.#documentCount <= maxRows) return this.#checkDeadline()
    throw new QueryError(
      `The query went through more than ${maxRows} documents and was ended.`,
      'queryTimeout',
    )
  }

  /** Counts documents (of some types) that were read one by one. */
  countScan(types: readonly string[] | null, reason: ScanReason, documents: number): void {
    const {stats} = this.#options
    if (stats) countScan(stats, types, reason, documents)
  }

  /**
   * Checks the limits every few calls.
   *
   * @throws QueryError `queryTimeout` after the deadline; `Interrupted`
   */
  tick(): void {
    if ((this.#ticks += 1) % TICKS_PER_INTERRUPT_CHECK > 0) return
    if (this.#options.isInterrupted?.()) throw new Interrupted()
    if (this.#ticks % TICKS_PER_DEADLINE_CHECK === 0) this.#checkDeadline()
  }

  #checkDeadline(): void {
    if (performance.now() > this.#deadline) throw timeoutError(this.#options.budgetMs ?? Infinity)
    if (this.#options.isInterrupted?.()) throw new Interrupted()
  }

  get all(): readonly LakeDocument[] {
    this.onDependency(ANY_KEY, null)
    const {all} = this.view
    this.countDocuments(all.length)
    this.countScan(null, 'all', all.length)
    this.explain?.begin(EVERYTHING_NODE)
    this.explain?.step({...EVERYTHING_STEP, candidates: all.length, found: all.length})
    this.explain?.end()
    return all
  }

  ofType(type: string): readonly LakeDocument[] {
    this.onDependency(typeKey(type), [type])
    const documents = this.view.ofType(type)
    this.countDocuments(documents.length)
    return documents
  }

  get(reference: string): Value {
    const prefix = this.#localPrefix
    const id = reference.startsWith(prefix) ? reference.slice(prefix.length) : reference
    this.explain?.begin(DEREFERENCE_NODE)
    const document = this.view.get(id)
    this.explain?.step({...DEREFERENCE_STEP, found: document ? 1 : 0})
    this.explain?.end()
    // Many documents refer to the same few.
    if (!this.#reportedIds.has(id)) {
      this.#reportedIds.add(id)
      // A missing document may be created later, with any type.
      this.onDependency(idKey(id), document ? [document._type] : null)
    }
    return document ?? null
  }

  referencing(id: string): readonly LakeDocument[] {
    this.onDependency(referenceKey(id), null)
    return this.view.referencing(id)
  }
}

/** The evaluation was ended and can be started again. It is a `QueryError`, so that no handler wraps it. */
export class Interrupted extends QueryError {
  constructor() {
    super('The query was interrupted.', 'queryTimeout')
    this.name = 'Interrupted'
  }
}

export const timeoutError = (budgetMs: number): QueryError =>
  new QueryError(
    `The query took longer than its budget of ${budgetMs} ms and was ended.`,
    'queryTimeout',
  )
