// A stack of layers (drafts, releases, published) seen as one dataset.
import {StoredDocument} from '../stored-document.ts'
import type {LakeDocument} from '../types.ts'
import {createDocumentIndex, type DocumentIndex, type Documents} from './document-index.ts'
import {layerId, publishedId} from './perspective.ts'

export interface PerspectiveView {
  index: DocumentIndex
  /** Takes over what changed below: raw ids. */
  update(ids: Iterable<string>): void
}

/** The copy that a stack shows under a published id; undefined for none. */
export function shownIn(
  source: Pick<Documents, 'get'>,
  stack: readonly string[],
  id: string,
): LakeDocument | undefined {
  for (const layer of stack) {
    const original = source.get(layerId(layer, id))
    if (!original) continue
    // A version that a release will unpublish: in that release the document is gone.
    const system = original._system
    if (typeof system === 'object' && system && 'delete' in system && system.delete === true) {
      return undefined
    }
    // One that is stored tells its own id where that is wanted: most need no copy.
    const isShownAsIs = original._id === id && original instanceof StoredDocument
    return isShownAsIs ? original : StoredDocument.under(id, original)
  }
  return undefined
}

/**
 * @param source what the reader may see, raw
 * @param stack layers, the most important first
 */
export function createPerspectiveView(
  source: Documents,
  stack: readonly string[],
): PerspectiveView {
  const ids = [...new Set(source.all.map((document) => publishedId(document._id)))].toSorted()
  const index = createDocumentIndex(
    ids.flatMap((id) => shownIn(source, stack, id) ?? []),
    source.shelved,
  )

  return {
    index,
    update(changed) {
      for (const id of new Set(Array.from(changed, publishedId))) {
        const document = shownIn(source, stack, id)
        if (document) index.put(document)
        else index.remove(id)
      }
    },
  }
}
