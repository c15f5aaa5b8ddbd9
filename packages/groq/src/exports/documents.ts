// Documents in memory: their IDs, their index, and the perspectives in which a query sees them.
export {cached} from '../documents/cached.ts'
export {
  createDocumentIndex,
  type DocumentIndex,
  type Documents,
  type Field,
} from '../documents/document-index.ts'
export {
  isDraftId,
  isUnpublishedId,
  isVersionId,
  namesOneDocument,
  publishedIdOf,
  releaseIdOf,
} from '../documents/ids.ts'
export {ANY_KEY, isFieldKey, keysOf, ofType, PUBLISHED_KEY, typeKey} from '../documents/keys.ts'
export {withChanges} from '../documents/overlay.ts'
export {
  createPerspectiveView,
  shownIn,
  type PerspectiveView,
} from '../documents/perspective-view.ts'
export {defaultPerspective, parsePerspective, type Perspective} from '../documents/perspective.ts'
export {anyStartsWith, byId} from '../documents/sorted-list.ts'
export {StoredDocument, withOriginalIds, type Shelved} from '../documents/stored-document.ts'
