// Limits the size of one value. V8 ends the whole process if it cannot allocate one large block of
// memory.
import {QueryError} from './errors.ts'

/** Items of one list. */
const MAX_ITEMS = 2_000_000
/** UTF-16 units of one string. */
const MAX_TEXT = 8_000_000

const tooLarge = (what: string): QueryError =>
  new QueryError(
    `The query makes ${what} and was ended. Request less, with a slice or a filter.`,
    'queryResultTooLarge',
  )

/** @throws QueryError `queryResultTooLarge` */
export function assertListLength(count: number): void {
  if (count > MAX_ITEMS) throw tooLarge(`a list of more than ${MAX_ITEMS} items`)
}

/** @throws QueryError `queryResultTooLarge` */
export function assertTextLength(length: number): void {
  if (length > MAX_TEXT) throw tooLarge(`a text of more than ${MAX_TEXT} characters`)
}

export function concat<T>(one: readonly T[], other: readonly T[]): T[] {
  assertListLength(one.length + other.length)
  return [...one, ...other]
}

export function join(texts: readonly string[], separator: string): string {
  assertTextLength(
    texts.reduce((total, text) => total + text.length, separator.length * (texts.length - 1)),
  )
  return texts.join(separator)
}
