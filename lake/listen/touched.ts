// What has changed lately for readers who are not signed in, by tag: whether an answer that one of them
// was given is still as good as a new one.
import {ANONYMOUS_ACTOR} from '../grants.ts'
import type {ServerEvent} from './feed.ts'
import type {Hub} from './hub.ts'

export interface Touched {
  /** To be called before an answer is made: from then on it is known what has changed. */
  follow(dataset: string): void
  /**
   * True where nothing that readers see and that has one of these tags has changed after that
   * position of the log, as of now.
   */
  isUntouched(dataset: string, tags: readonly string[], position: number): boolean
}

interface Track {
  /** What was before this position is not known. */
  since: number
  /** Position of the last change, by tag. */
  last: Map<string, number>
}

/** Listens as one more reader does. */
export function createTouched(hub: Pick<Hub, 'live' | 'notify'>): Touched {
  const tracks = new Map<string, Track>()

  const trackOf = (dataset: string): Track => {
    const known = tracks.get(dataset)
    if (known) return known
    const track: Track = {since: Infinity, last: new Map()}
    tracks.set(dataset, track)
    const hear = ({event, data}: ServerEvent): void => {
      const {id, tags = []} = JSON.parse(data) as {id: string; tags?: string[]}
      if (event === 'message') for (const tag of tags) track.last.set(tag, Number(id))
      else track.since = Number(id)
    }
    hub.live(
      {dataset, actor: ANONYMOUS_ACTOR, includeDrafts: false, hearsOfTime: true},
      {
        send: (events) => events.forEach(hear),
        idle: () => {},
        // Whatever ended it: from now on nothing is known, and the next question begins anew.
        end: () => void tracks.delete(dataset),
      },
    )
    return track
  }

  return {
    follow: (dataset) => void trackOf(dataset),
    isUntouched(dataset, tags, position) {
      // Another process may have written, of which the hub hears a moment later by itself.
      if (!hub.notify()) return false
      const {since, last} = trackOf(dataset)
      return since <= position && tags.every((tag) => (last.get(tag) ?? 0) <= position)
    },
  }
}
