// Reads what a form hands out as `unknown`.
import type {Path} from 'sanity'

/** The text; empty for everything that is none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A field's dotted name, such as `rights.category`; items of arrays stand as `[]`. */
export const fieldOf = (path: Path): string =>
  path.map((segment) => (typeof segment === 'string' ? segment : '[]')).join('.')
