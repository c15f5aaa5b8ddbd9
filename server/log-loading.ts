// Says on stderr that a large dataset is being read into memory: until then no query is answered.
import type {LakeOptions} from '@copydesk/lake'

/** Fewer are there before anybody has read the line. */
const MANY = 20_000

/** @param write a line, without its end */
export function createTellLoading(
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
