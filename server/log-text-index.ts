// Says on stderr that the index of texts is being built: until then searches take longer.
import type {LakeOptions} from '@copydesk/lake'

/** Fewer are done before anybody has read the line. */
const MANY = 20_000

/** @param write a line, without its end */
export function createTellTexts(
  write: (line: string) => void = console.error,
): NonNullable<NonNullable<LakeOptions['queries']>['onTexts']> {
  return (report) => {
    if ('failed' in report) {
      write(`Searches stay slow: the index of texts could not be written (${report.failed}).`)
      return
    }
    const {documents, tookMs} = report
    if (documents < MANY) return
    const what = `the texts of ${documents.toLocaleString('en')} documents`
    write(
      tookMs === undefined
        ? `Indexing ${what} …`
        : `Indexed ${what} in ${(tookMs / 1000).toFixed(1)} s.`,
    )
  }
}
