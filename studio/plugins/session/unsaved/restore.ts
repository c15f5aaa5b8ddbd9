// Puts unsaved words back into their document.
import {diffValue, type SanityPatchOperations} from '@sanity/diff-patch'
import {uuid} from '@sanity/uuid'
import type {SanityClient} from 'sanity'
import {publishedIdOf} from '../../../../model/ids.ts'
import {asReview, reviewIdOf} from '../../../../model/records.ts'
import {contentOf} from '../../../../workflow/canonical-json.ts'
import {isLocked} from '../../../../workflow/state.ts'
import {baseOfWork} from './base-of-work.ts'
import {changedFields, merge, type Merged} from './merge.ts'
import type {Content, SentSave, UnsavedWork} from './unsaved-store.ts'

/** What can be done with unsaved words. */
export type Restored =
  /** `theirs` is the document as it is now, and what was merged into. */
  | ({status: 'merged'; theirs: Content} & Merged)
  /** The lake has the words already. */
  | {status: 'saved'}
  /** The document was deleted meanwhile. */
  | {status: 'gone'}
  /** Its form is read-only: what an editor approved, scheduled or closed stays as it is. */
  | {status: 'locked'}

/** As many transactions of a document are looked through. */
const NEWEST = 1000

/** Merges what was written with what the document is now. Changes nothing. */
export async function mergeWork(work: UnsavedWork, client: SanityClient): Promise<Restored> {
  const base = baseOfWork(work, await arrivedSaves(work, client))
  const theirs = await present(work.id, client)
  if (base && !theirs) return {status: 'gone'}
  const merged = merge({base: base ?? {}, mine: work.mine, theirs: theirs ?? {}})
  const isSaved =
    changedFields(theirs ?? {}, merged.document).length === 0 && merged.collisions.length === 0
  if (!isSaved && (await isLockedNow(work.id, client))) return {status: 'locked'}
  return isSaved ? {status: 'saved'} : {status: 'merged', theirs: theirs ?? {}, ...merged}
}

/**
 * Saves a merged document in its draft or version.
 *
 * @param theirs what was merged into. If the document has changed since, nothing is saved
 * @throws the lake's refusal, or that the document has changed
 */
export async function saveMerged(
  {id, type}: UnsavedWork,
  theirs: Content,
  merged: Content,
  client: SanityClient,
): Promise<void> {
  if (theirs['_id'] !== id) {
    await client.create(contentAs(id, type, merged), {tag: 'unsaved'})
    return
  }
  // The transaction changes the revision: the condition is for its first patch.
  const patches = patchesFor(theirs, merged).map((patch, index) => ({
    patch: {id, ...patch, ...(index === 0 && {ifRevisionID: theirs['_rev']})},
  }))
  await client.mutate(patches as Parameters<SanityClient['mutate']>[0], {tag: 'unsaved'})
}

/** As small as they can be, so that colleagues who write in the document keep their place. */
function patchesFor(before: Content, after: Content): SanityPatchOperations[] {
  return changedFields(before, after).flatMap((field): SanityPatchOperations[] => {
    if (after[field] === undefined) return [{unset: [field]}]
    try {
      return diffValue(before[field], after[field], [field])
    } catch {
      // It refuses keys that the lake accepts, such as those of one character.
      return [{set: {[field]: after[field]}}]
    }
  })
}

/** For a document that was deleted or locked: its words as a new draft. The address and what the server keeps stay behind. */
export async function copyWork({mine, type}: UnsavedWork, client: SanityClient): Promise<string> {
  const {slug: _, ...content} = contentAs(`drafts.${uuid()}`, type, mine)
  await client.create(content, {tag: 'unsaved'})
  return content._id
}

/** The document under another ID, without what the lake or the server writes. */
const contentAs = (
  _id: string,
  _type: string,
  document: Content,
): Content & {_id: string; _type: string} => ({
  ...contentOf({...document, _id, _type}),
  _id,
  _type,
})

/**
 * Those saves of a document that the lake has. A save that never arrived is not sent again: it was written for an
 * earlier version, and its words are in the person's own version anyway.
 */
async function arrivedSaves(
  {id, dataset, sent}: UnsavedWork,
  client: SanityClient,
): Promise<SentSave[]> {
  if (sent.length === 0) return []
  const lines = await client.request<string>({
    uri: `/data/history/${dataset}/transactions/${id}`,
    query: {excludeContent: 'true', reverse: 'true', limit: String(NEWEST)},
    tag: 'unsaved',
  })
  const ids = new Set(lines.split('\n').filter(Boolean).map(idOfTransaction))
  return sent.filter(({transactionId}) => ids.has(transactionId))
}

async function isLockedNow(id: string, client: SanityClient): Promise<boolean> {
  const review = asReview(await client.getDocument(reviewIdOf(publishedIdOf(id))))
  return review !== null && isLocked(review.state)
}

const idOfTransaction = (line: string): string => (JSON.parse(line) as {id: string}).id

/** The draft or version, else what it would begin with. */
async function present(id: string, client: SanityClient): Promise<Content | null> {
  const [own, published] = await client.getDocuments<Content>([id, publishedIdOf(id)])
  return own ?? published ?? null
}
