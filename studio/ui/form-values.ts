// Reads values of a form, which have the type `unknown`.
import type {Path} from 'sanity'

/** The text; empty for other values. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A field's dotted name, such as `rights.category`; items of arrays are written `[]`. */
export const fieldOf = (path: Path): string =>
  path.map((segment) => (typeof segment === 'string' ? segment : '[]')).join('.')
