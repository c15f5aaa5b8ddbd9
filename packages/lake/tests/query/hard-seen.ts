// What a reader sees from a perspective, worked out by going through every document.
import type {LakeDocument} from '../../src/types.ts'
import {role} from '../role.ts'

/** Whom the documents are shown to. */
export const ROLES = [
  role('reader', '_id in path("*") && hidden != true'),
  role('staff', 'hidden != true'),
]

/**
 * @param perspective `raw`, or layers with commas between them, the most important first
 * @returns ascending by `_id`
 */
export function seen(
  documents: readonly LakeDocument[],
  sees: (document: LakeDocument) => boolean,
  perspective: string,
): LakeDocument[] {
  const visible = documents.filter(sees)
  if (perspective === 'raw') return visible
  const prefixes = [...perspective.split(','), 'published'].map((layer) =>
    layer === 'published' ? '' : layer === 'drafts' ? 'drafts.' : `versions.${layer}.`,
  )
  const published = new Set(
    visible.map(({_id}) => _id.replace(/^(?:drafts|versions\.[^.]+)\./, '')),
  )
  const byId = new Map(visible.map((document) => [document._id, document]))
  return [...published].toSorted().flatMap((id) => {
    const [found] = prefixes.flatMap((prefix) => byId.get(prefix + id) ?? [])
    const system = found?.['_system'] as {delete?: boolean} | undefined
    if (!found || system?.delete) return []
    return [{...found, _id: id, _originalId: found._id}]
  })
}
