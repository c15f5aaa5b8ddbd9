// Which documents people work on, and which can be commented on and made a task of.
import {contentType} from '../../model/registry.ts'

/** The server writes it; nobody edits it. */
export const isRecord = (documentType: string): boolean =>
  contentType(documentType)?.kind === 'record'

/** More people read comments than what is confidential. */
export const hasComments = (documentType: string): boolean =>
  !isRecord(documentType) && contentType(documentType)?.kind !== 'private'
