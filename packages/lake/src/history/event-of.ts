// Classifies a change as an event in a document's life, in the studio's terms (`events/types.ts`).
import {isUnpublishedId, publishedIdOf, releaseIdOf} from '@copydesk/groq/documents'
import type {PastRow, ChangedDocument} from '../store/history.ts'
import type {PastDeps} from './walk-back.ts'

/** The studio's types define which members belong to which `type`. */
export interface PastEvent {
  type: string
  /** The published document's ID, also in the history of its draft. */
  documentId: string
  timestamp: string
  author: string
  [member: string]: string | string[] | undefined
}

export type Change = Omit<PastRow, 'revert'>

interface Scene extends PastDeps {
  dataset: string
  /** Documents that the transaction changed. */
  changed: readonly ChangedDocument[]
}

/** Null for an edit of a draft: the studio finds those in the transactions. */
export function eventOf(
  deps: PastDeps,
  {dataset, id}: {dataset: string; id: string},
  change: Change,
): PastEvent | null {
  // An erased change: only its existence is known.
  if (change.previousRev === null && change.resultRev === null) {
    return {type: 'deleteDocumentGroup', ...base(id, change)}
  }
  const scene = {...deps, dataset, changed: deps.history.changedIn(change.position)}
  return isUnpublishedId(id) ? ofCopy(scene, id, change) : ofPublished(scene, id, change)
}

/** For a draft, or a version in a release. */
function ofCopy(scene: Scene, id: string, change: Change): PastEvent | null {
  const {previousRev, resultRev, transactionId} = change
  const documentId = publishedIdOf(id)
  const version = {...inRelease(id), versionId: id, versionRevisionId: transactionId}
  const published = scene.changed.find((one) => one.id === documentId)
  if (previousRev === null) {
    const takesOver = published?.previousRev && published.resultRev === null
    const type = takesOver ? 'unpublishDocument' : 'createDocumentVersion'
    return {type, ...base(id, change), ...version}
  }
  if (resultRev !== null) return null
  if (published?.resultRev) return publication(scene, {id, revision: previousRev}, change)
  // The document is deleted with its last version.
  const others = [documentId, `drafts.${documentId}`].filter((other) => other !== id)
  if (!others.some((other) => isThere(scene, other, change))) {
    return {type: 'deleteDocumentGroup', ...base(id, change)}
  }
  return {type: 'deleteDocumentVersion', ...base(id, change), ...version}
}

function ofPublished(scene: Scene, id: string, change: Change): PastEvent {
  const {previousRev, resultRev, transactionId} = change
  const copies = scene.changed.filter((one) => one.id !== id && publishedIdOf(one.id) === id)
  if (resultRev === null) {
    const draft = copies.find((copy) => copy.previousRev === null)?.id ?? `drafts.${id}`
    if (!isThere(scene, draft, change)) return {type: 'deleteDocumentGroup', ...base(id, change)}
    const version = scene.history.lastChange(scene.dataset, draft, change.position)
    return {
      type: 'unpublishDocument',
      ...base(id, change),
      ...inRelease(draft),
      versionId: draft,
      versionRevisionId: version?.resultRev ?? transactionId,
    }
  }
  const source = copies.find((copy) => copy.resultRev === null)
  if (source?.previousRev) {
    return publication(scene, {id: source.id, revision: source.previousRev}, change)
  }
  const type = previousRev === null ? 'createLiveDocument' : 'updateLiveDocument'
  return {type, ...base(id, change), revisionId: transactionId}
}

function publication(
  {history, dataset}: Scene,
  copy: {id: string; revision: string},
  change: Change,
): PastEvent {
  const to = change.position - 1
  const [begun] = history.lifecycleOf(dataset, copy.id, {from: 0, to}, 1)
  return {
    type: 'publishDocumentVersion',
    ...base(copy.id, change),
    ...inRelease(copy.id),
    versionId: copy.id,
    versionRevisionId: copy.revision,
    revisionId: change.transactionId,
    publishCause: releaseIdOf(copy.id) === undefined ? 'document.publish' : 'release.publish',
    contributors: history.authorsOf(dataset, copy.id, {from: begun?.position ?? 0, to}),
  }
}

function base(id: string, {timestamp, author}: Change) {
  return {documentId: publishedIdOf(id), timestamp, author}
}

function inRelease(id: string): {releaseId?: string} {
  const releaseId = releaseIdOf(id)
  return releaseId === undefined ? {} : {releaseId}
}

/** Whether the document exists after the change. */
function isThere({history, documents, dataset}: Scene, id: string, {position}: Change): boolean {
  const last = history.lastChange(dataset, id, position)
  if (last) return last.resultRev !== null
  // If the log has no creation, the document is older than the log.
  const later = history.lastChange(dataset, id, Number.MAX_SAFE_INTEGER)
  return later === null && documents.get(dataset, id) !== null
}
