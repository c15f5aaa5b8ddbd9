// Which documents people edit, and which can have comments and tasks.
import {contentType} from '../../model/registry.ts'

/** Only the server writes records. */
export const isRecord = (documentType: string): boolean =>
  contentType(documentType)?.kind === 'record'

/** Not on confidential documents: more people can read comments. */
export const hasComments = (documentType: string): boolean =>
  !isRecord(documentType) && contentType(documentType)?.kind !== 'private'
