// A view of a dataset in a perspective: a stack of drafts, releases and published documents.
import {StoredDocument} from './stored-document.ts'
import type {LakeDocument} from '../types.ts'
import {createDocumentIndex, type DocumentIndex, type Documents} from './document-index.ts'
import {publishedIdOf} from './ids.ts'
import {layerId} from './perspective.ts'
import {byId} from './sorted-list.ts'

export interface PerspectiveView {
  index: DocumentIndex
  /** Updates the view after changes of these stored IDs. */
  update(ids: Iterable<string>): void
}

/** The copy that the stack shows under a published ID. Undefined if there is none. */
export function documentInPerspective(
  source: Pick<Documents, 'get'>,
  stack: readonly string[],
  id: string,
): LakeDocument | undefined {
  for (const layer of stack) {
    const original = source.get(layerId(layer, id))
    if (original) return withShownId(id, original)
  }
  return undefined
}

function withShownId(id: string, original: LakeDocument): LakeDocument | undefined {
  // The release will unpublish this document: it is not in the release's perspective.
  const system = original._system
  if (typeof system === 'object' && system && 'delete' in system && system.delete === true) {
    return undefined
  }
  // Most documents need no copy: a `StoredDocument` has its `_originalId` already.
  const isShownAsIs = original._id === id && original instanceof StoredDocument
  return isShownAsIs ? original : StoredDocument.under(id, original)
}

const isDraftOrVersion = ({_id}: LakeDocument): boolean => publishedIdOf(_id) !== _id

/**
 * @param source the stored documents that the caller may see
 * @param stack layers, the most important first, `published` last
 */
export function createPerspectiveView(
  source: Documents,
  stack: readonly string[],
): PerspectiveView {
  // Few documents have drafts or versions. All others are shown as they are.
  const copies = source.all.filter(isDraftOrVersion)
  const idsWithCopies = new Set(copies.map(({_id}) => publishedIdOf(_id)))
  const overrides = new Map<string, LakeDocument | undefined>(
    copies.map(({_id}) => [_id, undefined]),
  )
  const shown: LakeDocument[] = []
  const show = (id: string, document: LakeDocument | undefined): void => {
    if (document) shown.push(document)
    if (document !== source.get(id)) overrides.set(id, document)
  }
  for (const document of source.all) {
    if (isDraftOrVersion(document) || idsWithCopies.has(document._id)) continue
    const visible = withShownId(document._id, document)
    if (visible === document) shown.push(visible)
    else show(document._id, visible)
  }
  for (const id of idsWithCopies) show(id, documentInPerspective(source, stack, id))
  const index = createDocumentIndex(shown.toSorted(byId), source.longFieldNames, {
    base: source,
    overrides,
  })

  return {
    index,
    update(changed) {
      const ids = [...changed]
      for (const id of ids) if (publishedIdOf(id) !== id) index.remove(id)
      for (const id of new Set(ids.map(publishedIdOf))) {
        const document = documentInPerspective(source, stack, id)
        if (document) index.put(document)
        else index.remove(id)
      }
    },
  }
}
