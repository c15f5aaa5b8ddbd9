// A view with a few documents changed, for one question: nobody goes through all the others for them.
import type {LakeDocument} from '../types.ts'
import {createDocumentIndex, type Documents} from './document-index.ts'
import {byId} from './sorted-list.ts'

/** @param changes by id; undefined for a document that is not there */
export function withChanges(
  below: Documents,
  changes: ReadonlyMap<string, LakeDocument | undefined>,
): Documents {
  const own = [...changes.values()].filter((document) => document !== undefined)
  const above = createDocumentIndex(own.toSorted(byId), below.shelved)
  const merged = (
    others: readonly LakeDocument[],
    changed: readonly LakeDocument[],
  ): readonly LakeDocument[] => {
    const kept = others.filter(({_id}) => !changes.has(_id))
    return changed.length === 0 ? kept : [...kept, ...changed].toSorted(byId)
  }
  let all: readonly LakeDocument[] | undefined
  return {
    shelved: below.shelved,
    get all() {
      return (all ??= merged(below.all, above.all))
    },
    get: (id) => (changes.has(id) ? changes.get(id) : below.get(id)),
    ofType: (type) => merged(below.ofType(type), above.ofType(type)),
    referencing: (id) => merged(below.referencing(id), above.referencing(id)),
    under: (prefix) => merged(below.under(prefix), above.under(prefix)),
    versionsOf: (id) => merged(below.versionsOf(id), above.versionsOf(id)),
    inRelease: (name) => merged(below.inRelease(name), above.inRelease(name)),
    having(field, value, type) {
      const others = below.having(field, value, type)
      const changed = above.having(field, value, type)
      return others && changed && merged(others, changed)
    },
    // Two orders would have to be walked at once: few are asked for here, which are sorted soon enough.
    ordered: () => undefined,
  }
}
