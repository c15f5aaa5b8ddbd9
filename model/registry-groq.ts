// Parts of GROQ queries that follow from the registry of content types.
import {CONTENT_TYPES} from './content-types.ts'
import type {ContentType, FieldsOf} from './kinds.ts'
import {typesOfKind} from './registry.ts'

/** GROQ that is true for documents of these types, e.g. `_type == "article"`. */
export const isOneOf = (types: readonly string[], field = '_type'): string =>
  types.length === 1
    ? `${field} == "${types[0]}"`
    : `${field} in [${types.map((type) => `"${type}"`).join(', ')}]`

/**
 * GROQ for a field of a piece, whatever its type: `headline`, or with two types
 * `select(_type == "podcast" => title, headline)`.
 *
 * @param part the part that the field plays
 * @param read what is made of the field's path
 */
export function pieceField(
  part: keyof FieldsOf,
  read: (field: string) => string = (field) => field,
): string {
  const cases = typesOfKind('piece').map((type) => {
    const field = (CONTENT_TYPES[type] as ContentType).fields[part]
    return {type, value: field === undefined ? 'null' : read(field)}
  })
  const [first, ...others] = cases
  if (others.length === 0) return first?.value ?? 'null'
  const selected = others.map(({type, value}) => `_type == "${type}" => ${value}`)
  return `select(${selected.join(', ')}, ${first?.value})`
}
