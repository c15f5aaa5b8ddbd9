// Lines on stderr about long work of the lake.
import type {LakeOptions} from '@copydesk/lake'

type Queries = NonNullable<LakeOptions['queries']>

/** Work on fewer documents takes less time than reading its line. */
const MANY = 20_000
const MEGABYTE = 1024 * 1024
/** The same for the copy of the database. */
const LARGE = 100 * MEGABYTE
/** Documents between two lines. */
const STEP = 100_000

/**
 * A large dataset is read into memory. Queries wait until it is loaded.
 *
 * @param write a line, without its end
 */
export function logLoading(
  write: (line: string) => void = console.error,
): NonNullable<Queries['onLoading']> {
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

/**
 * The text index is built. Searches are slower until then.
 *
 * @param write a line, without its end
 */
export function logTextIndex(
  write: (line: string) => void = console.error,
): NonNullable<Queries['onTexts']> {
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

/**
 * A new version updates the database. Nothing else runs until it is done.
 *
 * @param write a line, without its end
 */
export function logUpdate(
  write: (line: string) => void = console.error,
): NonNullable<LakeOptions['onUpdate']> {
  return (update) => {
    if ('copying' in update) {
      const megabytes = Math.round(update.copying / MEGABYTE).toLocaleString('en')
      if (update.copying >= LARGE) {
        write(`Bringing the database up to date: first it is copied (${megabytes} MB) …`)
      }
      return
    }
    const {of} = update
    const [count, what] =
      'documents' in update ? [update.documents, 'documents'] : [update.changes, 'changes']
    if (of < MANY || (count % STEP !== 0 && count < of)) return
    const [done, all] = [count, of].map((number) => number.toLocaleString('en'))
    write(`Bringing the database up to date: ${done} of ${all} ${what} gone through.`)
  }
}
