// The filter and the projection of a webhook, in GROQ with `before()`, `after()` and `delta::`.
import {evaluate, evaluateSync, parse, type EvaluateOptions, type ExprNode} from 'groq-js'
import {BadRequest} from '../errors.ts'
import {within} from '../time-limit.ts'
import type {Json, LakeDocument} from '../types.ts'
import {operationOf, type Operation, type SeenChange} from './operation.ts'

export interface TriggerContext {
  projectId: string
  dataset: string
  now: Date
  identity: string
  /** What a reference leads to, for who reads as the hook does. */
  dereference: (id: string) => LakeDocument | null
}

export interface Trigger {
  /** The body of the request; undefined where the change is none of the hook's. */
  payload(change: SeenChange, context: TriggerContext): Promise<Json | undefined>
}

/** For one document, on the thread that saves. */
const LONGEST_MS = 250

/** Filter or projection take too long to be asked of every change. */
export class TooCostly extends Error {
  constructor() {
    super('Its filter or projection takes too long.')
    this.name = 'TooCostly'
  }
}

/**
 * Parses once. As on Sanity a subquery finds nothing, and a reference can be followed.
 *
 * @throws BadRequest `queryParseError`
 */
export function compileTrigger(rule: {
  on: readonly Operation[]
  filter: string
  projection: string
}): Trigger {
  const filter = rule.filter.trim() ? parsed(rule.filter, 'filter') : null
  // An object alone is built of what surrounds it; behind a document it is a projection.
  const projected = rule.projection.trim().replace(/^\{/, '@{')
  const projection = projected ? parsed(projected, 'projection') : null

  const run = async (
    tree: ExprNode,
    {before, after}: SeenChange,
    {projectId, dataset, now, identity, dereference}: TriggerContext,
  ): Promise<Json> => {
    const options: EvaluateOptions = {
      root: after ?? before,
      dataset: [],
      before,
      after,
      identity,
      timestamp: now,
      sanity: {projectId, dataset},
      dereference: ({_ref}) => dereference(_ref),
    }
    const settled = (await withDeltas(tree, options)) as ExprNode
    let result: Json = null
    const finished = within(LONGEST_MS, () => {
      result = evaluateSync(settled, options).data as Json
    })
    if (!finished) throw new TooCostly()
    return result
  }

  return {
    async payload(change, context) {
      const operation = operationOf(change)
      if (!operation || !rule.on.includes(operation)) return undefined
      if (filter && (await run(filter, change, context)) !== true) return undefined
      if (!projection) return change.after ?? change.before ?? undefined
      return run(projection, change, context)
    },
  }
}

/** groq-js cannot be ended while it is asynchronous, and `delta::` is: its answers are put in beforehand. */
async function withDeltas(node: unknown, options: EvaluateOptions): Promise<unknown> {
  if (Array.isArray(node)) return Promise.all(node.map((item) => withDeltas(item, options)))
  if (typeof node !== 'object' || node === null) return node
  const {type, namespace, name} = node as Record<string, unknown>
  if (type === 'Value') return node
  if (type === 'FuncCall' && namespace === 'delta' && name !== 'operation') {
    const value = await evaluate(node as ExprNode, options)
    return {type: 'Value', value: await value.get()}
  }
  const members = Object.entries(node).map(async ([member, value]) => [
    member,
    await withDeltas(value, options),
  ])
  return Object.fromEntries((await Promise.all(members)) as [string, unknown][])
}

/** Functions that compare whole documents, of which nobody can say beforehand how long they take. */
const holdsDiff = (node: unknown): boolean =>
  typeof node === 'object' &&
  node !== null &&
  ((node as Record<string, unknown>)['namespace'] === 'diff' || Object.values(node).some(holdsDiff))

function parsed(groq: string, part: 'filter' | 'projection'): ExprNode {
  try {
    // A comment in the last line needs a line end for groq-js.
    const tree = parse(`${groq}\n`, {mode: 'delta'})
    if (holdsDiff(tree)) throw new Error('diff:: is not known here, unlike delta::.')
    return tree
  } catch (error) {
    const {message} = error as Error
    const details = {query: groq, start: 0, end: groq.length}
    throw new BadRequest(`The ${part} cannot be read: ${message}`, 'queryParseError', details)
  }
}
