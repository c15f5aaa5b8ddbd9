// The filter and the projection of a webhook, in GROQ with `before()`, `after()` and `delta::`.
import {evaluate, parse, type ExprNode} from 'groq-js'
import {BadRequest} from '../errors.ts'
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
    const value = await evaluate(tree, {
      root: after ?? before,
      dataset: [],
      before,
      after,
      identity,
      timestamp: now,
      sanity: {projectId, dataset},
      dereference: ({_ref}) => dereference(_ref),
    })
    return (await value.get()) as Json
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

function parsed(groq: string, part: 'filter' | 'projection'): ExprNode {
  try {
    // A comment in the last line needs a line end for groq-js.
    return parse(`${groq}\n`, {mode: 'delta'})
  } catch (error) {
    const {message} = error as Error
    const details = {query: groq, start: 0, end: groq.length}
    throw new BadRequest(`The ${part} cannot be read: ${message}`, 'queryParseError', details)
  }
}
