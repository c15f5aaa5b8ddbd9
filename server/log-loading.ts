// Logs on stderr that a large dataset is read into memory. Queries wait until it is loaded.
import type {LakeOptions} from '@copydesk/lake'

/** Smaller datasets load faster than a person reads the line. */
const MANY = 20_000

/** @param write a line, without its end */
export function logLoading(
  write: (line: string) => void = console.error,
): NonNullable<NonNullable<LakeOptions['queries']>['onLoading']> {
  return ({dataset, documents, tookMs}) => {
    if (documents < MANY) return
    const what = `${documents.toLocaleString('en')} documents of "${dataset}"`
    write(
      tookMs === undefined
        ? `Reading ${what} into memory …`
        : `Read ${what} in ${(tookMs / 1000).toFixed(1)} s.`,
    )
  }
}
