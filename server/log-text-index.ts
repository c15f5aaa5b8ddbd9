// Logs on stderr that the text index is built. Searches are slower until then.
import type {LakeOptions} from '@copydesk/lake'

/** Fewer documents are indexed faster than a person reads the line. */
const MANY = 20_000

/** @param write a line, without its end */
export function logTextIndex(
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
