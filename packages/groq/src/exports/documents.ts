// `@copydesk/groq/documents`: documents in memory, their IDs, and perspectives.
export {cached} from '../documents/cached.ts'
export {
  createDocumentIndex,
  type DocumentIndex,
  type Documents,
} from '../documents/document-index.ts'
export type {Field} from '../documents/field-index.ts'
export {
  isDraftId,
  isUnpublishedId,
  isVersionId,
  isWellFormedId,
  publishedIdOf,
  releaseIdOf,
} from '../documents/ids.ts'
export {
  ANY_KEY,
  isFieldKey,
  keysOf,
  typedFieldKey,
  PUBLISHED_KEY,
  typeKey,
} from '../documents/keys.ts'
export {withChanges} from '../documents/overlay.ts'
export {
  createPerspectiveView,
  documentInPerspective,
  type PerspectiveView,
} from '../documents/perspective-view.ts'
export {defaultPerspective, parsePerspective, type Perspective} from '../documents/perspective.ts'
export {hasIdPrefix, byId} from '../documents/sorted-list.ts'
export {StoredDocument, withOriginalIds, type LongFields} from '../documents/stored-document.ts'
