// Which documents a document refers to, and whether a transaction leaves every reference whole.
import {MutationFailed, type MutationErrorItem} from '../errors.ts'
import type {Change, Json, LakeDocument} from '../types.ts'

export interface DocumentReference {
  target: string
  weak: boolean
}

/** Every reference in a document, however deep. Cross-dataset references belong to other datasets. */
export function referencesIn(document: LakeDocument): DocumentReference[] {
  const found = new Map<string, DocumentReference>()
  const visit = (value: Json): void => {
    if (Array.isArray(value)) return value.forEach(visit)
    if (value === null || typeof value !== 'object') return
    const target = value['_ref']
    if (typeof target === 'string' && !('_dataset' in value) && !('_projectId' in value)) {
      const weak = value['_weak'] === true
      found.set(`${target} ${weak}`, {target, weak})
    }
    for (const key in value) visit(value[key] as Json)
  }
  visit(document)
  return [...found.values()]
}

/**
 * Checked at a transaction's end, not at each mutation: strong references of what was written must
 * exist, and nothing that stays may refer strongly to what was deleted.
 *
 * @param exists whether a document exists after the transaction
 * @param strongReferrers stored and changed documents that refer strongly to an id, after the transaction
 * @throws MutationFailed 409, naming the documents
 */
export function assertReferencesHold(
  changes: readonly Change[],
  exists: (id: string) => boolean,
  strongReferrers: (id: string) => string[],
): void {
  const items: MutationErrorItem[] = []
  for (const [index, change] of changes.entries()) {
    if (!change.result) {
      const referencingIDs = strongReferrers(change.id)
      if (referencingIDs.length === 0) continue
      items.push({
        index,
        error: {
          type: 'documentHasExistingReferencesError',
          id: change.id,
          referencingIDs,
          description: `Document "${change.id}" cannot be deleted as there are references to it from ${quoteList(referencingIDs)}`,
        },
      })
      continue
    }
    const known = new Set(change.previous ? strongTargets(change.previous) : [])
    for (const target of strongTargets(change.result)) {
      // A reference that dangled before is not this transaction's doing: an edit must not fail on it.
      if (known.has(target) || exists(target)) continue
      items.push({
        index,
        error: {
          type: 'documentReferenceDoesNotExistError',
          id: change.id,
          referenceID: target,
          description: `Document "${change.id}" references non-existent document "${target}"`,
        },
      })
    }
  }
  if (items.length > 0) throw new MutationFailed(409, items)
}

const strongTargets = (document: LakeDocument): string[] =>
  referencesIn(document)
    .filter((reference) => !reference.weak)
    .map((reference) => reference.target)

function quoteList(ids: string[]): string {
  const shown = ids.slice(0, 5).map((id) => `"${id}"`)
  return ids.length > 5 ? `${shown.join(', ')} and ${ids.length - 5} more` : shown.join(', ')
}
