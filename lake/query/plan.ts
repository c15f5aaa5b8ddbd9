// A query made ready: parsed, checked, extended, narrowed. Plans are kept by text and parameters.
import {evaluateSync, toJS, type EvaluateOptions} from 'groq-js'
import {BadRequest} from '../errors.ts'
import type {Json} from '../types.ts'
import {candidates, pick} from './candidates.ts'
import type {DocumentIndex} from './document-index.ts'
import {dereference, extend, lookUpCandidates, touchFound} from './extensions.ts'
import {parseQuery, reason, refuseMissingParameters} from './parse-query.ts'
import {isOnce, markSubqueries} from './subqueries.ts'
import {lookUp, rewrite, toTree, walk, type Node} from './syntax-tree.ts'
import {asksTheTime, looksUpById, touchScanned, type Touch} from './touched-types.ts'

/** What a plan is evaluated against. */
interface Setting {
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

export interface Plan {
  /** The answer depends on the time at which it is given. */
  asksTheTime: boolean
  /** Plain JSON values. Throws BadRequest `queryError` where the query cannot be evaluated. */
  evaluate(setting: Setting): unknown
}

/**
 * @throws BadRequest `queryParseError` with the position, or for a parameter that was not given,
 *   which the hosted API refuses and groq-js would take for null
 */
export function createPlan(query: string, params: Record<string, Json>): Plan {
  const parsed = parseQuery(query, params)
  walk(parsed, ({type}) => {
    if (type === 'Parameter') refuseMissingParameters(query, params)
  })
  // Evaluation is synchronous: one run at a time.
  let run: Run | undefined
  const documents = (choose: (view: DocumentIndex) => readonly unknown[]): Node =>
    lookUp(() => {
      if (!run) return null
      const chosen = choose(run.view)
      run.count(chosen.length)
      return chosen
    })
  const once = (subquery: Node): Node =>
    lookUp(() => {
      if (!run) return null
      const known = run.subqueries.get(subquery)
      if (known !== undefined) return known
      const value: unknown = evaluateSync(toTree(subquery), run.options).data
      run.subqueries.set(subquery, value)
      return value
    })

  // From the leaves up: a filter meets `*` already replaced, and recognizes it.
  const everything = documents((view) => view.all)
  const tree = toTree(
    rewrite(markSubqueries(parsed), (node) => {
      if (node.type === 'Everything') return everything
      if (isOnce(node)) return once(node.base)
      if (node.type !== 'Filter' || node.base !== everything) return extend(node)
      const narrow = candidates(node.expr as Node)
      if (!narrow) return node
      const {kind, values} = narrow
      if (!Array.isArray(values)) return {...node, base: lookUpCandidates(kind, values)}
      const byId = looksUpById(node.expr as Node)
      const base = documents((view) => {
        const picked = pick(view, kind, values)
        if (byId && run) touchFound(picked, values, run.touch)
        return picked
      })
      return {...node, base}
    }),
  )

  return {
    asksTheTime: asksTheTime(parsed),
    evaluate(setting) {
      try {
        run = createRun(setting)
        touchScanned(parsed, run.touch)
        return toJS(evaluateSync(tree, run.options))
      } catch (error) {
        if (error instanceof BadRequest) throw error
        const deep = error instanceof RangeError && error.message.includes('call stack')
        throw new BadRequest(
          deep ? 'The query is nested too deeply.' : `The query failed: ${reason(error)}.`,
          'queryError',
          {query},
        )
      } finally {
        run = undefined
      }
    },
  }
}

/** One evaluation: what it sees, what it has gone through, which subqueries it has answered. */
interface Run {
  view: DocumentIndex
  count: (rows: number) => void
  subqueries: Map<Node, unknown>
  touch: Touch
  options: EvaluateOptions
}

function createRun(setting: Setting): Run {
  const {view, identity, now, projectId, dataset, maxRows, touch = () => {}} = setting
  let total = 0
  const count = (rows: number): void => {
    total += rows
    if (total > maxRows) {
      throw new BadRequest(
        `The query went through more than ${maxRows} documents and was ended.`,
        'queryTimeout',
      )
    }
  }
  const place = {view, projectId, dataset, count, touch}
  return {
    view,
    count,
    subqueries: new Map(),
    touch,
    options: {
      dataset: view.all,
      identity,
      timestamp: new Date(now),
      sanity: {projectId, dataset},
      dereference: ({_ref}) => dereference(_ref, place) as {_id: string} | null,
    },
  }
}

/** Keeps the plans of the queries asked last. Long keys (lists of ids) are not worth the memory. */
export function createPlanCache(limit = 500, longestKey = 20_000): typeof createPlan {
  const plans = new Map<string, Plan>()
  return (query, params) => {
    const key = `${query}\n${JSON.stringify(params)}`
    const plan = plans.get(key) ?? createPlan(query, params)
    plans.delete(key)
    if (key.length > longestKey) return plan
    plans.set(key, plan)
    for (const oldest of plans.keys()) {
      if (plans.size <= limit) break
      plans.delete(oldest)
    }
    return plan
  }
}
