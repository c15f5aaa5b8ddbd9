// A type as the comparison needs it: titles, order, and how its values are compared.

export type ShapeKind =
  | 'text'
  | 'choice'
  | 'boolean'
  | 'number'
  | 'date'
  | 'datetime'
  | 'url'
  | 'slug'
  | 'reference'
  | 'image'
  | 'block'
  | 'object'
  | 'list'
  | 'richText'

export interface Choice {
  value: string
  title: string
}

export interface Shape {
  /** The type's name, as in `_type` of a list's items. */
  type: string
  title: string
  kind: ShapeKind
  /** Of an object or document, in the order of the form. */
  fields: FieldShape[]
  /** Of a list: the types of its items. */
  of: Shape[]
  /** Of a choice. */
  choices: Choice[]
  /** Of a block of text. */
  text?: {styles: Choice[]; lists: Choice[]; decorators: Choice[]; annotations: Shape[]}
}

export interface FieldShape {
  name: string
  title: string
  shape: Shape
}

/** Returns the shape of a document type; undefined for unknown types. */
export type ShapeOf = (type: string) => Shape | undefined

/** The shape of a value without a schema, guessed from the value. */
export function guessShape(name: string, value: unknown): Shape {
  const blank = {type: name, title: titleFrom(name), fields: [], of: [], choices: []}
  if (typeof value === 'boolean') return {...blank, kind: 'boolean'}
  if (typeof value === 'number') return {...blank, kind: 'number'}
  if (Array.isArray(value)) {
    const text = value.some((item) => typeOf(item) === 'block')
    return {...blank, kind: text ? 'richText' : 'list'}
  }
  if (typeof value !== 'object' || value === null) return {...blank, kind: 'text'}
  const type = typeOf(value) ?? name
  if ('_ref' in value) return {...blank, type, kind: 'reference'}
  return {...blank, type, kind: type === 'block' ? 'block' : 'object'}
}

/** `_type` of an object, if it has one. */
export function typeOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('_type' in value)) return undefined
  return typeof value._type === 'string' ? value._type : undefined
}

/** `seoHeadline` → `Seo headline`, for a field without a title. */
export function titleFrom(name: string): string {
  const words = name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
