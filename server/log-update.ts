// Logs on stderr the progress of a database update by a new version. Nothing else runs until it is done.
import type {LakeOptions} from '@copydesk/lake'

const MEGABYTE = 1024 * 1024
/** Smaller databases are updated faster than a person reads the line. */
const LARGE = 100 * MEGABYTE
const MANY = 20_000
/** Documents between two lines. */
const STEP = 100_000

/** @param write a line, without its end */
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
    const {documents, of} = update
    if (of < MANY || (documents % STEP !== 0 && documents < of)) return
    const [done, all] = [documents, of].map((count) => count.toLocaleString('en'))
    write(`Bringing the database up to date: ${done} of ${all} documents gone through.`)
  }
}
