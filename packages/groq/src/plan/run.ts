// One evaluation: what it sees, what it has gone through, which subqueries it has answered.
import {QueryError} from '../errors.ts'
import type {Scope, EvaluationContext} from '../scope.ts'
import type {Node} from '../syntax-tree.ts'
import type {Value} from '../values.ts'
import {ANY_KEY, idKey, referenceKey, typeKey} from '../documents/keys.ts'
import type {Touch} from './dependence.ts'
import type {Documents} from '../documents/document-index.ts'
import {addScan, type Effort, type Why} from './effort.ts'
import type {LakeDocument} from '../types.ts'
import type {Explain} from './explain.ts'
import type {Texts} from './text-words.ts'

/** What a plan is evaluated against. */
export interface Setting {
  view: Documents
  identity: string
  /** Milliseconds since the epoch: GROQ's `now()`. */
  now: number
  projectId: string
  dataset: string
  /** Documents that may be looked at, counted each time a query goes through them. */
  maxRows: number
  /** What takes longer is ended. Milliseconds. */
  budgetMs?: number
  /** When the budget began to count, by `performance.now()`; the present where it is missing. */
  since?: number
  /** Whether somebody else needs the thread. */
  isCut?: () => boolean
  /** Knows which documents hold which words. */
  texts?: Texts | undefined
  /** Told what the answer depends on. */
  touch?: Touch
  /** Told of each step. */
  explain?: Explain
  /** Counts what it costs. */
  effort?: Effort
}

/** Within a plan every scope's run is one of these. */
export const runOf = (scope: Scope): Run => scope.run as Run

/** Places of steps that stand anywhere in a query. */
const EVERYTHING: Node = {type: 'Everything'}
const DEREFERENCE: Node = {type: 'Deref'}
const DEREFERENCED = {what: 'dereference', how: '_id', index: '_id', candidates: 1}
const EVERY_DOCUMENT = {what: 'everything', how: 'every document', index: null}

/** Between two looks at the watch. */
const TICKS = 128
/** Between two looks at whether it is cut, which cost less. One tick may have taken milliseconds. */
const FEW_TICKS = 16

/**
 * A class, as one is made for each question: an object with getters of its own would have a shape of its own, kept in
 * memory for long with all that it leads to.
 */
export class Run implements EvaluationContext {
  readonly view: Documents
  readonly texts: Texts | undefined
  readonly touch: Touch
  readonly explain: Explain | undefined
  readonly params: Readonly<Record<string, Value>>
  readonly identity: string
  readonly now: number
  readonly projectId: string
  readonly dataset: string
  /** Answers of subqueries that are the same wherever they stand. */
  readonly answered = new Map<Node, unknown>()
  readonly #setting: Setting
  readonly #end: number
  /** How global references to documents of this dataset begin. */
  readonly #home: string
  /** Ids that the answer is known to depend on. */
  readonly #told = new Set<string>()
  #documents = 0
  #ticks = 0

  constructor(setting: Setting, params: Readonly<Record<string, Value>> = {}) {
    this.view = setting.view
    this.texts = setting.texts
    this.touch = setting.touch ?? (() => {})
    this.explain = setting.explain
    this.params = params
    this.identity = setting.identity
    this.now = setting.now
    this.projectId = setting.projectId
    this.dataset = setting.dataset
    this.#setting = setting
    this.#home = `dataset:${setting.projectId}.${setting.dataset}:`
    this.#end = (setting.since ?? performance.now()) + (setting.budgetMs ?? Infinity)
  }

  /** Counts documents that the query goes through. Throws QueryError `queryTimeout` beyond the limit. */
  through(documents: number): void {
    const {effort, maxRows} = this.#setting
    this.#documents += documents
    if (effort) effort.documents = this.#documents
    if (this.#documents <= maxRows) return this.#watch()
    throw new QueryError(
      `The query went through more than ${maxRows} documents and was ended.`,
      'queryTimeout',
    )
  }

  /** Documents (of some types) were gone through one by one. */
  scan(types: readonly string[] | null, why: Why, documents: number): void {
    const {effort} = this.#setting
    if (effort) addScan(effort, types, why, documents)
  }

  /** Looks at the watch every now and then. Throws QueryError `queryTimeout` beyond the budget, Cut where it is cut. */
  tick(): void {
    if ((this.#ticks += 1) % FEW_TICKS > 0) return
    if (this.#setting.isCut?.()) throw new Cut()
    if (this.#ticks % TICKS === 0) this.#watch()
  }

  #watch(): void {
    if (performance.now() > this.#end) throw outOfTime(this.#setting.budgetMs ?? Infinity)
    if (this.#setting.isCut?.()) throw new Cut()
  }

  get all(): readonly LakeDocument[] {
    this.touch(ANY_KEY, null)
    const {all} = this.view
    this.through(all.length)
    this.scan(null, 'all', all.length)
    this.explain?.begin(EVERYTHING)
    this.explain?.step({...EVERY_DOCUMENT, candidates: all.length, found: all.length})
    this.explain?.end()
    return all
  }

  ofType(type: string): readonly LakeDocument[] {
    this.touch(typeKey(type), [type])
    const documents = this.view.ofType(type)
    this.through(documents.length)
    return documents
  }

  get(reference: string): Value {
    const home = this.#home
    const id = reference.startsWith(home) ? reference.slice(home.length) : reference
    this.explain?.begin(DEREFERENCE)
    const document = this.view.get(id)
    this.explain?.step({...DEREFERENCED, found: document ? 1 : 0})
    this.explain?.end()
    // Lists refer to the same few again and again.
    if (!this.#told.has(id)) {
      this.#told.add(id)
      // Nobody knows of which type it will be once there is something.
      this.touch(idKey(id), document ? [document._type] : null)
    }
    return document ?? null
  }

  referencing(id: string): readonly LakeDocument[] {
    this.touch(referenceKey(id), null)
    return this.view.referencing(id)
  }
}

/** The evaluation ends without an answer, and may begin anew later. A refusal, so that nothing on the way explains it. */
export class Cut extends QueryError {
  constructor() {
    super('The query was cut.', 'queryTimeout')
    this.name = 'Cut'
  }
}

export const outOfTime = (budgetMs: number): QueryError =>
  new QueryError(
    `The query took longer than its budget of ${budgetMs} ms and was ended.`,
    'queryTimeout',
  )
