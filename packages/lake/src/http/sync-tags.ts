// The sync tags of a response: few enough for front ends that cache pages by tags.
import {MANY_TAG, tagOf} from '../listen/live-tags.ts'
import {ANY_KEY, typeKey} from '@copydesk/groq/documents'
import type {DependencyKeys} from '@copydesk/groq/plan'

/** Next.js accepts 128 for a page, which may have some of its own. */
const MOST_TAGS = 100

/**
 * One tag for each key that the response depends on. If there are more than a hundred, keys are replaced by their types,
 * the most frequent types first. Every change has the tag of its type.
 */
export function syncTags(keys: DependencyKeys, most = MOST_TAGS): string[] {
  if (!keys) return [tagOf(ANY_KEY)]
  const whole = new Set<string>()
  let left = keys
  const remain = (): number => whole.size + left.length
  while (remain() > most) {
    const type = mostNamed(left)
    if (type === undefined) return [tagOf(ANY_KEY)]
    whole.add(type)
    left = left.filter(([, types]) => !types?.every((one) => whole.has(one)))
  }
  const tags = new Set(left.map(([key]) => tagOf(key)))
  const isFine = left.some(([key, types]) => types?.length !== 1 || key !== typeKey(types[0] ?? ''))
  for (const type of whole) tags.add(tagOf(typeKey(type)))
  return [...[...tags].toSorted(), ...(isFine ? [MANY_TAG] : [])]
}

/** The type that can replace most keys; undefined if no type can. */
function mostNamed(keys: NonNullable<DependencyKeys>): string | undefined {
  const counts = new Map<string, number>()
  for (const [, types] of keys) {
    for (const type of types ?? []) counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}
