// One evaluation: what it sees, what it has gone through, which subqueries it has answered.
import {BadRequest} from '../errors.ts'
import type {Scope, Surroundings} from '../groq/scope.ts'
import type {Node} from '../groq/syntax-tree.ts'
import type {Value} from '../groq/values.ts'
import {ANY_KEY, idKey, referenceKey, typeKey} from '../keys.ts'
import type {Touch} from './dependence.ts'
import type {Documents} from './document-index.ts'
import {addScan, type Effort, type Why} from './effort.ts'
import type {Explain} from './explain.ts'
import type {Texts} from './text-reader.ts'

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
  /** Evaluating for longer ends it. Milliseconds. */
  budgetMs?: number
  /** Knows which documents hold which words. */
  texts?: Texts | undefined
  /** Told what the answer depends on. */
  touch?: Touch
  /** Told of each step. */
  explain?: Explain
  /** Counts what it costs. */
  effort?: Effort
}

export interface Run extends Surroundings {
  view: Documents
  texts: Texts | undefined
  touch: Touch
  explain: Explain | undefined
  params: Readonly<Record<string, Value>>
  /** Counts documents that the query goes through. Throws BadRequest `queryTimeout` beyond the limit. */
  through(documents: number): void
  /** Documents (of some types) were gone through one by one. */
  scan(types: readonly string[] | null, why: Why, documents: number): void
  /** Looks at the watch every now and then. Throws BadRequest `queryTimeout` beyond the budget. */
  tick(): void
  /** Answers of subqueries that are the same wherever they stand. */
  answered: Map<Node, unknown>
}

/** Within a plan every scope's run is one of these. */
export const runOf = (scope: Scope): Run => scope.run as Run

/** Places of steps that stand anywhere in a query. */
const EVERYTHING: Node = {type: 'Everything'}
const DEREFERENCE: Node = {type: 'Deref'}
const DEREFERENCED = {what: 'dereference', how: '_id', index: '_id', candidates: 1}
const EVERY_DOCUMENT = {what: 'everything', how: 'every document', index: null}

/** Between two looks at the watch. */
const TICKS = 512

export function createRun(setting: Setting, params: Readonly<Record<string, Value>> = {}): Run {
  const {view, identity, now, projectId, dataset, maxRows, budgetMs = Infinity} = setting
  const {touch = () => {}, texts, explain, effort} = setting
  const home = `dataset:${projectId}.${dataset}:`
  const end = performance.now() + budgetMs
  const told = new Set<string>()
  let total = 0
  let ticks = 0
  const watch = (): void => {
    if (performance.now() > end) throw outOfTime(budgetMs)
  }
  const through: Run['through'] = (documents) => {
    total += documents
    if (effort) effort.documents = total
    if (total <= maxRows) return watch()
    throw new BadRequest(
      `The query went through more than ${maxRows} documents and was ended.`,
      'queryTimeout',
    )
  }
  return {
    view,
    texts,
    touch,
    explain,
    params,
    through,
    scan(types, why, documents) {
      if (effort) addScan(effort, types, why, documents)
    },
    tick() {
      if ((ticks += 1) % TICKS === 0) watch()
    },
    answered: new Map(),
    identity,
    now,
    projectId,
    dataset,
    get all() {
      touch(ANY_KEY, null)
      const {length} = view.all
      through(length)
      if (effort) addScan(effort, null, 'all', length)
      explain?.begin(EVERYTHING)
      explain?.step({...EVERY_DOCUMENT, candidates: length, found: length})
      explain?.end()
      return view.all
    },
    ofType(type) {
      touch(typeKey(type), [type])
      const documents = view.ofType(type)
      through(documents.length)
      return documents
    },
    get(reference) {
      const id = reference.startsWith(home) ? reference.slice(home.length) : reference
      explain?.begin(DEREFERENCE)
      const document = view.get(id)
      explain?.step({...DEREFERENCED, found: document ? 1 : 0})
      explain?.end()
      // Lists refer to the same few again and again.
      if (!told.has(id)) {
        told.add(id)
        // Nobody knows of which type it will be once there is something.
        touch(idKey(id), document ? [document._type] : null)
      }
      return document ?? null
    },
    referencing(id) {
      touch(referenceKey(id), null)
      return view.referencing(id)
    },
  }
}

export const outOfTime = (budgetMs: number): BadRequest =>
  new BadRequest(
    `The query took longer than its budget of ${budgetMs} ms and was ended.`,
    'queryTimeout',
  )
