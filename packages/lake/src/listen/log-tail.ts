// Reads the end of the log. Each new entry is passed on once and in order, whichever process wrote
// it.
import type {LoggedEntry, LogTable} from '../store/log.ts'

export interface LogTail {
  /** Position of the last entry that was passed on. */
  position(): number
  /**
   * @param entries the entries that this process has just committed, which need not be read from
   * the log
   */
  catchUp(entries?: readonly LoggedEntry[]): void
}

/** Entries that are read from the log at once. */
export const BATCH = 100

/** Begins at the current end of the log. */
export function createLogTail(
  log: Pick<LogTable, 'last' | 'since'>,
  onEntry: (entry: LoggedEntry) => void,
): LogTail {
  let position = log.last()

  const handOn = (entry: LoggedEntry): void => {
    position = entry.position
    onEntry(entry)
  }

  return {
    position: () => position,
    catchUp(entries = []) {
      // If another process has written before them, they are read from the log.
      for (const entry of entries) if (entry.position === position + 1) handOn(entry)
      // Called at every request of a reader, and most often there is nothing new.
      if (log.last() === position) return
      for (;;) {
        const read = log.since(position, BATCH)
        for (const entry of read) handOn(entry)
        if (read.length < BATCH) return
      }
    },
  }
}
