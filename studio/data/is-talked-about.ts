// Which documents can be commented on and made a task of.
import {RECORD_TYPES} from '../../model/records.ts'

const SILENT = new Set<string>([
  ...RECORD_TYPES,
  'notification',
  // More people read comments than what is confidential.
  'privateSource',
  'privateQuote',
  'privatePhoto',
  'privateAuthor',
])

export const isTalkedAbout = (documentType: string): boolean => !SILENT.has(documentType)
