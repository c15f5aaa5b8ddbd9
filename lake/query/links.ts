// Which published documents refer to which ids, kept from both ends.

export interface Links {
  /** What a document refers to from now on; answers the ids that it newly does, or no more. */
  put(id: string, targets: ReadonlySet<string>): ReadonlySet<string>
  targets(id: string): Iterable<string>
  referrers(id: string): Iterable<string>
}

const NONE: ReadonlySet<string> = new Set()

export function createLinks(): Links {
  const targetsBySource = new Map<string, ReadonlySet<string>>()
  const sourcesByTarget = new Map<string, Set<string>>()
  return {
    put(id, targets) {
      const before = targetsBySource.get(id) ?? NONE
      const moved = before.size === 0 ? targets : before.symmetricDifference(targets)
      for (const target of moved) {
        const sources = sourcesByTarget.get(target)
        // What moved is there now and was not before, or the other way round.
        if (!sources) sourcesByTarget.set(target, new Set([id]))
        else if (!sources.delete(id)) sources.add(id)
        else if (sources.size === 0) sourcesByTarget.delete(target)
      }
      if (targets.size > 0) targetsBySource.set(id, targets)
      else targetsBySource.delete(id)
      return moved
    },
    targets: (id) => targetsBySource.get(id) ?? NONE,
    referrers: (id) => sourcesByTarget.get(id) ?? NONE,
  }
}
