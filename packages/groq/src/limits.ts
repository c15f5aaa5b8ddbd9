// How large one value may become while a query is evaluated. V8 ends the whole process, whatever thread it
// is in, where it cannot give one large piece of memory: so no piece is that large.
import {QueryError} from './errors.ts'

/** Items of one list. */
const MAX_ITEMS = 2_000_000
/** UTF-16 units of one text. */
const MAX_TEXT = 8_000_000

const tooLarge = (what: string): QueryError =>
  new QueryError(
    `The query makes ${what} and was ended. Ask for less, with a slice or a filter.`,
    'queryResultTooLarge',
  )

/** @throws QueryError `queryResultTooLarge` */
export function assertItems(count: number): void {
  if (count > MAX_ITEMS) throw tooLarge(`a list of more than ${MAX_ITEMS} items`)
}

/** @throws QueryError `queryResultTooLarge` */
export function assertText(length: number): void {
  if (length > MAX_TEXT) throw tooLarge(`a text of more than ${MAX_TEXT} letters`)
}

/** One list behind the other. */
export function concatenated<T>(one: readonly T[], other: readonly T[]): T[] {
  assertItems(one.length + other.length)
  return [...one, ...other]
}

/** Texts with a separator between them. */
export function joined(texts: readonly string[], separator: string): string {
  assertText(
    texts.reduce((total, text) => total + text.length, separator.length * (texts.length - 1)),
  )
  return texts.join(separator)
}
