// One evaluation: what it sees, what it has gone through, which subqueries it has answered.
import {BadRequest} from '../errors.ts'
import type {Scope, Surroundings} from '../groq/scope.ts'
import type {Node} from '../groq/syntax-tree.ts'
import type {LakeDocument} from '../types.ts'
import type {DocumentIndex} from './document-index.ts'
import type {Touch} from './touched-types.ts'

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
  /** Told what the answer depends on. */
  touch?: Touch
}

export interface Run extends Surroundings {
  view: DocumentIndex
  touch: Touch
  /** Counts documents that the query goes through. Throws BadRequest `queryTimeout` beyond the limit. */
  through<T extends readonly LakeDocument[]>(documents: T): T
  /** Answers of subqueries that are the same wherever they stand. */
  answered: Map<Node, unknown>
}

/** Within a plan every scope's run is one of these. */
export const runOf = (scope: Scope): Run => scope.run as Run

export function createRun(setting: Setting): Run {
  const {view, identity, now, projectId, dataset, maxRows, touch = () => {}} = setting
  const home = `dataset:${projectId}.${dataset}:`
  let total = 0
  const through: Run['through'] = (documents) => {
    total += documents.length
    if (total > maxRows) {
      throw new BadRequest(
        `The query went through more than ${maxRows} documents and was ended.`,
        'queryTimeout',
      )
    }
    return documents
  }
  return {
    view,
    touch,
    through,
    answered: new Map(),
    identity,
    now,
    projectId,
    dataset,
    get all() {
      return through(view.all)
    },
    ofType(type) {
      touch(type)
      return through(view.ofType(type))
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
