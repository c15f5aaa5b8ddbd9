// A query made ready: parsed, checked, extended, narrowed. Plans are kept by text and parameters.
import {evaluateSync, GroqSyntaxError, parse, toJS} from 'groq-js'
import {BadRequest} from '../errors.ts'
import type {Json} from '../types.ts'
import {candidates} from './candidates.ts'
import type {DocumentIndex} from './document-index.ts'
import {dereference, extend} from './extensions.ts'
import {lookUp, rewrite, toNode, toTree, walk, type Node} from './syntax-tree.ts'

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
}

export interface Plan {
  /** Plain JSON values. Throws BadRequest `queryError` where the query cannot be evaluated. */
  evaluate(setting: Setting): unknown
}

const parseError = (query: string, description: string, start: number, end: number): BadRequest =>
  new BadRequest(description, 'queryParseError', {query, start, end})

/** groq-js throws a `GroqSyntaxError` with a position, or an error that concerns the whole query. */
function parseQuery(query: string, params: Record<string, Json>): Node {
  try {
    // groq-js wants a line break after a comment, the hosted API does not.
    return toNode(parse(`${query}\n`, {params}))
  } catch (error) {
    const message = error instanceof RangeError ? 'The query is nested too deeply.' : text(error)
    if (!(error instanceof GroqSyntaxError)) throw parseError(query, message, 0, query.length)
    // Where something is missing at the end, its last character is what can be pointed at.
    const start = Math.max(Math.min(error.position, query.length - 1), 0)
    throw parseError(query, message, start, Math.min(start + 1, query.length))
  }
}

const text = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(
    /^Syntax error in GROQ query at position \d+: /,
    '',
  )

/**
 * @throws BadRequest `queryParseError` with the position, or for a parameter that was not given,
 *   which the hosted API refuses and groq-js would take for null
 */
export function createPlan(query: string, params: Record<string, Json>): Plan {
  const parsed = parseQuery(query, params)
  walk(parsed, (node) => {
    if (node.type !== 'Parameter') return
    const name = String(node.name)
    const start = Math.max(query.indexOf(`$${name}`), 0)
    throw parseError(
      query,
      `param $${name} referenced, but not provided`,
      start,
      start + name.length + 1,
    )
  })

  let setting: Setting | undefined
  let rows = 0
  /** A node that yields documents of the view, and counts them. */
  const documents = (choose: (view: DocumentIndex) => readonly unknown[]): Node =>
    lookUp(() => {
      if (!setting) return null
      const chosen = choose(setting.view)
      rows += chosen.length
      if (rows > setting.maxRows) {
        throw new BadRequest(
          `The query went through more than ${setting.maxRows} documents and was ended.`,
          'queryTimeout',
        )
      }
      return chosen
    })

  // From the leaves up: a filter meets `*` already replaced, and recognizes it.
  const everything = documents((view) => view.all)
  const tree = toTree(
    rewrite(parsed, (node) => {
      if (node.type === 'Everything') return everything
      if (node.type === 'Filter' && node.base === everything) {
        const narrowed = candidates(node.expr as Node)
        return narrowed ? {...node, base: documents(narrowed)} : node
      }
      return extend(node)
    }),
  )

  return {
    evaluate(next) {
      setting = next
      rows = 0
      const {view, projectId, dataset} = next
      const place = {
        projectId,
        dataset,
        get: (id: string) => view.get(id),
        referencing: (id: string) => view.referencing(id),
      }
      try {
        const value = evaluateSync(tree, {
          dataset: view.all,
          identity: next.identity,
          timestamp: new Date(next.now),
          sanity: {projectId, dataset},
          dereference: ({_ref}) => dereference(_ref, place) as {_id: string} | null,
        })
        return toJS(value)
      } catch (error) {
        if (error instanceof BadRequest) throw error
        const deep = error instanceof RangeError && /call stack/.test(error.message)
        throw new BadRequest(
          deep ? 'The query is nested too deeply.' : `The query failed: ${text(error)}.`,
          'queryError',
          {query},
        )
      } finally {
        setting = undefined
      }
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
