// Parts of GROQ queries that follow from the registry of content types.
import {CONTENT_TYPES, type TypeName} from './content-types.ts'
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
export const pieceField = (
  part: keyof FieldsOf,
  read: (field: string) => string = (field) => field,
): string => fieldByType(typesOfKind('piece'), part, read)

/** GROQ for what a document of any registered type is called. */
export const anyTitle = (): string =>
  fieldByType(
    (Object.keys(CONTENT_TYPES) as TypeName[]).filter((type) => fieldOf(type, 'title')),
    'title',
    (field) => field,
  )

/** Documents of the first type, and of types that are not named, get the last value of the `select`. */
function fieldByType(
  types: readonly TypeName[],
  part: keyof FieldsOf,
  read: (field: string) => string,
): string {
  const byValue = Map.groupBy(types, (type) => {
    const field = fieldOf(type, part)
    return field === undefined ? 'null' : read(field)
  })
  const [[first = 'null'] = [], ...others] = byValue
  if (others.length === 0) return first
  const selected = others.map(([value, named]) => `${isOneOf(named)} => ${value}`)
  return `select(${selected.join(', ')}, ${first})`
}

const fieldOf = (type: TypeName, part: keyof FieldsOf): string | undefined =>
  (CONTENT_TYPES[type] as ContentType).fields[part]
