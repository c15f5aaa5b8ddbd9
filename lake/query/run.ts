// One evaluation: what it sees, what it has gone through, which subqueries it has answered.
import {BadRequest} from '../errors.ts'
import type {Scope, Surroundings} from '../groq/scope.ts'
import type {Node} from '../groq/syntax-tree.ts'
import type {Value} from '../groq/values.ts'
import type {DocumentIndex} from './document-index.ts'
import type {Touch} from './touched-types.ts'

/** One step of a plan, as it was taken. */
export interface Step {
  /** `filter`, `count`, `order`, … */
  what: string
  /** What was looked up, for people. */
  how: string
  /** Documents that were gone through. */
  candidates: number
  /** Those of them that passed. */
  found: number
}

/** What a plan is evaluated against. */
export interface Setting {
  view: DocumentIndex
  identity: string
  /** Milliseconds since the epoch: GROQ's `now()`. */
  now: number
  projectId: string
  dataset: string
  /** Documents that may be looked at, counted each time a query goes through them. */
  maxRows: number
  /** Evaluating for longer ends it. Milliseconds. */
  budgetMs?: number
  /** Told what the answer depends on. */
  touch?: Touch
  /** Told of each step. */
  explain?: (step: Step) => void
}

export interface Run extends Surroundings {
  view: DocumentIndex
  touch: Touch
  explain: ((step: Step) => void) | undefined
  params: Readonly<Record<string, Value>>
  /** Counts documents that the query goes through. Throws BadRequest `queryTimeout` beyond the limit. */
  through(documents: number): void
  /** Looks at the watch every now and then. Throws BadRequest `queryTimeout` beyond the budget. */
  tick(): void
  /** Answers of subqueries that are the same wherever they stand. */
  answered: Map<Node, unknown>
}

/** Within a plan every scope's run is one of these. */
export const runOf = (scope: Scope): Run => scope.run as Run

/** Between two looks at the watch. */
const TICKS = 512

export function createRun(setting: Setting, params: Readonly<Record<string, Value>> = {}): Run {
  const {view, identity, now, projectId, dataset, maxRows, budgetMs = Infinity} = setting
  const {touch = () => {}, explain} = setting
  const home = `dataset:${projectId}.${dataset}:`
  const end = performance.now() + budgetMs
  let total = 0
  let ticks = 0
  const watch = (): void => {
    if (performance.now() > end) throw outOfTime(budgetMs)
  }
  const through: Run['through'] = (documents) => {
    total += documents
    if (total <= maxRows) return watch()
    throw new BadRequest(
      `The query went through more than ${maxRows} documents and was ended.`,
      'queryTimeout',
    )
  }
  return {
    view,
    touch,
    explain,
    params,
    through,
    tick() {
      if ((ticks += 1) % TICKS === 0) watch()
    },
    answered: new Map(),
    identity,
    now,
    projectId,
    dataset,
    get all() {
      through(view.all.length)
      return view.all
    },
    ofType(type) {
      touch(type)
      const documents = view.ofType(type)
      through(documents.length)
      return documents
    },
    get(reference) {
      const id = reference.startsWith(home) ? reference.slice(home.length) : reference
      const document = view.get(id)
      // Nobody knows what will be there once there is something.
      touch(document ? document._type : null)
      return document ?? null
    },
    referencing(id) {
      touch(null)
      return view.referencing(id)
    },
  }
}

export const outOfTime = (budgetMs: number): BadRequest =>
  new BadRequest(
    `The query took longer than its budget of ${budgetMs} ms and was ended.`,
    'queryTimeout',
  )
