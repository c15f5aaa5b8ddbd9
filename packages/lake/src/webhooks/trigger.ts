// The filter and the projection of a webhook, in GROQ with `before()`, `after()` and `delta::`.
import {BadRequest} from '../errors.ts'
import {
  compileQuery,
  type Evaluate,
  isLongerThan,
  EMPTY_CONTEXT,
  parseQuery,
  reason,
  Scope,
} from '@copydesk/groq'
import {withinCpuTime} from '../deadline.ts'
import type {Json, LakeDocument} from '../types.ts'
import {operationOf, type Operation, type SeenChange} from './operation.ts'

export interface TriggerContext {
  projectId: string
  dataset: string
  now: Date
  identity: string
  /** The target of a reference, if the hook may read it. */
  dereference: (id: string) => LakeDocument | null
}

export interface Trigger {
  /** The body of the request; undefined if the change does not concern the hook. */
  payload(change: SeenChange, context: TriggerContext): Json | undefined
}

/** Time limit for one document, on the writing thread. */
const LONGEST_MS = 250
/** Characters of a request's body: enough for a document and the targets of its references. */
const LONGEST_PAYLOAD = 4_000_000

/** The filter or projection is too costly to be evaluated for every change. */
export class TooCostly extends Error {
  constructor(why = 'Its filter or projection takes too long.') {
    super(why)
    this.name = 'TooCostly'
  }
}

/**
 * Parses once. As on Sanity, a subquery finds nothing, and references can be followed.
 *
 * @throws BadRequest `queryParseError`
 */
export function compileTrigger(rule: {
  on: readonly Operation[]
  filter: string
  projection: string
}): Trigger {
  const filter = rule.filter.trim() ? compiled(rule.filter, 'filter') : null
  // `{…}` by itself is an object; `@{…}` is a projection of the document.
  const projected = rule.projection.trim().replace(/^\{/, '@{')
  const projection = projected ? compiled(projected, 'projection') : null

  const run = (
    evaluate: Evaluate,
    {before, after}: SeenChange,
    {projectId, dataset, now, identity, dereference}: TriggerContext,
  ): Json => {
    const surroundings = {
      ...EMPTY_CONTEXT,
      get: dereference,
      identity,
      now: now.getTime(),
      projectId,
      dataset,
      before,
      after,
    }
    let result: Json = null
    const finished = withinCpuTime(LONGEST_MS, () => {
      result = evaluate(new Scope(after ?? before, surroundings)) as Json
    })
    if (!finished) throw new TooCostly()
    if (isLongerThan(LONGEST_PAYLOAD, result)) {
      throw new TooCostly('Its projection makes a body that is too long.')
    }
    return result
  }

  return {
    payload(change, context) {
      const operation = operationOf(change)
      if (!operation || !rule.on.includes(operation)) return undefined
      if (filter && run(filter, change, context) !== true) return undefined
      if (!projection) return change.after ?? change.before ?? undefined
      return run(projection, change, context)
    },
  }
}

function compiled(groq: string, part: 'filter' | 'projection'): Evaluate {
  try {
    return compileQuery(parseQuery(groq, {}, 'delta'))
  } catch (error) {
    const details = {query: groq, start: 0, end: groq.length}
    const description = `The ${part} cannot be read: ${reason(error)}`
    throw new BadRequest(description, 'queryParseError', details)
  }
}
