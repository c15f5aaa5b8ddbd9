// An error of a query as a terminal shows it: what is wrong, the line, and a caret below the place.
import {LakeError, OperatorError} from '@copydesk/lake/errors'

/** Errors without a position stay as they are. */
export function withQueryPosition(error: unknown): unknown {
  if (!(error instanceof LakeError)) return error
  const {query, start, end} = error.details
  if (typeof query !== 'string' || typeof start !== 'number' || typeof end !== 'number') {
    return new OperatorError(error.message)
  }
  const before = query.slice(0, start).split('\n')
  const column = before.at(-1)?.length ?? 0
  const line = query.split('\n')[before.length - 1] ?? ''
  const carets = '^'.repeat(Math.max(Math.min(end - start, line.length - column), 1))
  // A tab is as wide as the terminal has it: the line below has the same.
  const indent = line.slice(0, column).replaceAll(/[^\t]/g, ' ')
  return new OperatorError(
    `${error.message} (line ${before.length}, column ${column + 1})\n\n  ${line}\n  ${indent}${carets}`,
  )
}
