// Checks that every strong reference is valid after a transaction.
import {MutationFailed, type MutationErrorItem} from '../errors.ts'
import {haveSameReferences, referencesIn} from '../references.ts'
import type {Change, LakeDocument} from '../types.ts'

/**
 * Checked at the end of a transaction and not at each mutation. Targets of written strong
 * references must exist, and no document may refer strongly to a deleted one.
 * @param exists whether a document exists after the transaction
 * @param strongReferrers documents that refer strongly to an ID after the transaction; null if a
 * referenced document may be deleted
 * @throws MutationFailed 409, naming the documents
 */
export function assertReferencesHold(
  changes: readonly Change[],
  exists: (id: string) => boolean,
  strongReferrers: ((id: string) => string[]) | null,
): void {
  const items: MutationErrorItem[] = []
  for (const [index, change] of changes.entries()) {
    if (!change.result) {
      const referencingIDs = strongReferrers?.(change.id) ?? []
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
    if (change.previous && haveSameReferences(change.previous, change.result)) continue
    const known = new Set(change.previous ? strongTargets(change.previous) : [])
    for (const target of strongTargets(change.result)) {
      // This transaction did not break the reference, so the edit must not fail.
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
