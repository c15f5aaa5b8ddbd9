// The versions of a front that go out at a time, and what they mean for a publication before or after.
import type {FrontDocument} from './front-document.ts'

/** A release as the lake stores it. */
export interface ScheduledRelease {
  name: string
  publishAt?: string | null
  /** Account ID; Sanity’s hosted lake does not say. */
  scheduledBy?: string | null
}

export interface ScheduledFront {
  /** What goes out. */
  front: FrontDocument
  release: string
  /** ISO 8601 */
  at: string
  by?: string
}

/** The next one first. */
export function scheduledFronts(
  versions: readonly FrontDocument[],
  releases: readonly ScheduledRelease[],
): ScheduledFront[] {
  return releases
    .flatMap(({name, publishAt, scheduledBy}) => {
      const front = versions.find(({_id}) => _id.startsWith(`versions.${name}.`))
      if (!front || !publishAt) return []
      return [{front, release: name, at: publishAt, ...(scheduledBy && {by: scheduledBy})}]
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

/**
 * Which of the two readers keep.
 *
 * @param publishAt ISO 8601: when the other is published; undefined for now
 */
export function staysAfter(
  {at}: Pick<ScheduledFront, 'at'>,
  publishAt: string | undefined,
): 'scheduled' | 'yours' {
  return publishAt !== undefined && publishAt >= at ? 'yours' : 'scheduled'
}
