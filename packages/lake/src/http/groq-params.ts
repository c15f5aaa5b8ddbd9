// `$name=<json>` in an address: the parameters of a query, for queries and listeners alike.
import {BadRequest} from '../errors.ts'
import type {Json} from '../types.ts'

/** @throws BadRequest `malformedParameter` with the name of a parameter that is not JSON */
export function groqParams(search: URLSearchParams): Record<string, Json> {
  const params: Record<string, Json> = {}
  for (const [key, value] of search) {
    if (!key.startsWith('$')) continue
    try {
      params[key.slice(1)] = JSON.parse(value) as Json
    } catch {
      throw new BadRequest(
        `The parameter ${key} is not valid JSON: ${value.slice(0, 100)}. A text needs quotation marks.`,
        'malformedParameter',
        {parameter: key},
      )
    }
  }
  return params
}
