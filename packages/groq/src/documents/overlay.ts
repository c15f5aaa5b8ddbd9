// A view with a few changed documents, for one evaluation. It does not copy the unchanged ones.
import type {LakeDocument} from '../types.ts'
import {createDocumentIndex, type Documents} from './document-index.ts'
import {byId} from './sorted-list.ts'

/** @param changes by ID; undefined for a removed document */
export function withChanges(
  base: Documents,
  changes: ReadonlyMap<string, LakeDocument | undefined>,
): Documents {
  const own = [...changes.values()].filter((document) => document !== undefined)
  const changedIndex = createDocumentIndex(own.toSorted(byId), base.longFieldNames)
  const merged = (
    others: readonly LakeDocument[],
    changed: readonly LakeDocument[],
  ): readonly LakeDocument[] => {
    const unchanged = others.filter(({_id}) => !changes.has(_id))
    return changed.length === 0 ? unchanged : [...unchanged, ...changed].toSorted(byId)
  }
  let all: readonly LakeDocument[] | undefined
  return {
    longFieldNames: base.longFieldNames,
    get all() {
      return (all ??= merged(base.all, changedIndex.all))
    },
    get: (id) => (changes.has(id) ? changes.get(id) : base.get(id)),
    ofType: (type) => merged(base.ofType(type), changedIndex.ofType(type)),
    referencing: (id) => merged(base.referencing(id), changedIndex.referencing(id)),
    withIdPrefix: (prefix) => merged(base.withIdPrefix(prefix), changedIndex.withIdPrefix(prefix)),
    versionsOf: (id) => merged(base.versionsOf(id), changedIndex.versionsOf(id)),
    inRelease: (name) => merged(base.inRelease(name), changedIndex.inRelease(name)),
    withValue(field, value, type) {
      const others = base.withValue(field, value, type)
      const changed = changedIndex.withValue(field, value, type)
      return others && changed && merged(others, changed)
    },
    // Merging two ordered indexes is not worth the code: sorting the few documents is fast enough.
    ordered: () => undefined,
  }
}
