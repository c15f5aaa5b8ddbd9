// Which documents people work on, and which can be commented on and made a task of.
import {RECORD_TYPES} from '../../model/records.ts'

const RECORDS = new Set<string>([...RECORD_TYPES, 'notification'])
/** More people read comments than what is confidential. */
const PRIVATE = new Set(['privateSource', 'privateQuote', 'privatePhoto', 'privateAuthor'])

/** The server writes it; nobody edits it. */
export const isRecord = (documentType: string): boolean => RECORDS.has(documentType)

export const isTalkedAbout = (documentType: string): boolean =>
  !isRecord(documentType) && !PRIVATE.has(documentType)
