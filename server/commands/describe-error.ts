// One sentence for any error. A stack does not help a person who types a command.
import {StoreUnavailable} from '@copydesk/lake/errors'

/** COPYDESK_DEBUG=1 adds the stack, for bug reports. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (process.env['COPYDESK_DEBUG']) return error.stack ?? error.message
  const code = 'errcode' in error ? error.errcode : undefined
  if (code === 26)
    return 'lake.sqlite in the data folder is not a SQLite database, or it is damaged.'
  if (code === 5) return 'Another process is writing to the data folder for long. Try again.'
  if (code === 13 || ('code' in error && error.code === 'ENOSPC')) {
    return 'The disk is full: make room, then do it again.'
  }
  return error instanceof StoreUnavailable ? error.reason : error.message
}
