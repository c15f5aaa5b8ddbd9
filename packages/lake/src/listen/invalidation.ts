// What has changed lately for those who ask, by key: whether an answer that one of them was given is
// still as good as a new one.
import {ANY_KEY} from '@copydesk/groq/documents'
import {LRUCache} from 'lru-cache'
import type {Actor} from '../types.ts'
import type {ServerEvent} from './feed.ts'
import type {Hub} from './hub.ts'

/** For whom: who may read the same there shares what is known. */
export interface DatasetReader {
  dataset: string
  actor: Actor
}

export interface Invalidation {
  /**
   * To be called before an answer is made: from then on it is known what has changed. Answers the position of the last
   * change that was heard of; what another process has written since is heard of later.
   */
  follow(reader: DatasetReader): number
  /**
   * Whether nothing has changed after that position of the log that they see and that has one of these
   * keys: the position as of which that is so, or null.
   */
  validUntil(reader: DatasetReader, keys: readonly string[], position: number): number | null
}

interface Track {
  /** What was before this position is not known. */
  since: number
  /** Position of the last change to anything. */
  newest: number
  /** Position of the last change by key, the oldest first. */
  last: Map<string, number>
  stop(): void
}

/** Of one track: a publication touches some sixty. */
const MOST_KEYS = 20_000
const MOST_TRACKS = 12

/**
 * Listens as one more reader does.
 *
 * @param audienceOf of two with the same audience each may read what the other may
 */
export function createInvalidation(
  hub: Pick<Hub, 'live' | 'notify'>,
  audienceOf: (reader: DatasetReader) => string,
  mostKeys = MOST_KEYS,
): Invalidation {
  const tracks = new LRUCache<string, Track>({
    max: MOST_TRACKS,
    dispose: ({stop}, _, reason) => {
      if (reason === 'evict') stop()
    },
  })

  const open = (name: string, {dataset, actor}: DatasetReader): Track => {
    const track: Track = {since: Infinity, newest: Infinity, last: new Map(), stop: () => {}}
    tracks.set(name, track)
    const touch = (key: string, position: number): void => {
      track.last.delete(key)
      track.last.set(key, position)
    }
    const hear = ({event, data}: ServerEvent): void => {
      const {id, keys = []} = JSON.parse(data) as {id: string; keys?: string[]}
      track.newest = Number(id)
      if (event === 'message') for (const key of [...keys, ANY_KEY]) touch(key, track.newest)
      else track.since = track.newest
      for (const [key, position] of track.last) {
        if (track.last.size <= mostKeys) break
        // What is forgotten may have been touched as late as then.
        track.last.delete(key)
        track.since = Math.max(track.since, position)
      }
    }
    // A session that ends takes its streams along: this one is nobody's.
    const {credential: _, ...somebody} = actor
    track.stop = hub.live(
      {dataset, actor: somebody, includeDrafts: true, isForAnswers: true},
      {
        send: (events) => events.forEach(hear),
        idle: () => {},
        // Whatever ended it: from now on nothing is known, and the next question begins anew.
        end: () => void tracks.delete(name),
      },
    )
    return track
  }

  const trackOf = (reader: DatasetReader): Track => {
    const name = `${reader.dataset} ${audienceOf(reader)}`
    return tracks.get(name) ?? open(name, reader)
  }

  return {
    follow: (reader) => trackOf(reader).newest,
    validUntil(reader, keys, position) {
      // Another process may have written, of which the hub hears a moment later by itself.
      if (!hub.notify()) return null
      const {since, newest, last} = trackOf(reader)
      if (since > position) return null
      const isTouched = newest > position && keys.some((key) => (last.get(key) ?? 0) > position)
      return isTouched ? null : Math.max(newest, position)
    },
  }
}
