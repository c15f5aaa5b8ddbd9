// Which published documents refer to which IDs, for readers whose grants depend on that.
import {targetsOf} from '../references.ts'
import {isPublished} from '../visibility.ts'
import type {LakeDocument} from '../types.ts'

export interface Links {
  /** Applies a change of a document. @returns the IDs that it newly refers to, or no longer */
  move(before: LakeDocument | undefined, after: LakeDocument | undefined): ReadonlySet<string>
  /** IDs of the published documents that refer to this one. */
  referrers(id: string): Iterable<string>
}

const NONE: ReadonlySet<string> = new Set()

/** The IDs that a published document refers to. A draft makes nothing visible. */
export const linksOf = (document: LakeDocument | undefined): ReadonlySet<string> =>
  document && isPublished(document._id) ? targetsOf(document) : NONE

export function createLinks(documents: Iterable<LakeDocument>): Links {
  // Most documents have one referrer, which needs no list.
  const sourcesByTarget = new Map<string, string | string[]>()

  const add = (target: string, source: string): void => {
    const sources = sourcesByTarget.get(target)
    if (sources === undefined) sourcesByTarget.set(target, source)
    else if (typeof sources === 'string') sourcesByTarget.set(target, [sources, source])
    else sources.push(source)
  }
  const remove = (target: string, source: string): void => {
    const sources = sourcesByTarget.get(target)
    if (sources === source) sourcesByTarget.delete(target)
    else if (Array.isArray(sources)) sources.splice(sources.indexOf(source), 1)
  }

  for (const document of documents) {
    for (const target of linksOf(document)) add(target, document._id)
  }
  return {
    move(before, after) {
      const [old, now] = [linksOf(before), linksOf(after)]
      if (old.size === 0 && now.size === 0) return NONE
      const id = (before ?? after)?._id ?? ''
      for (const target of old) if (!now.has(target)) remove(target, id)
      for (const target of now) if (!old.has(target)) add(target, id)
      return old.symmetricDifference(now)
    },
    referrers(id) {
      const sources = sourcesByTarget.get(id)
      return typeof sources === 'string' ? [sources] : (sources ?? [])
    },
  }
}
