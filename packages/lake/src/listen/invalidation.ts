// Tells whether a cached response is still valid: records the position of the newest change by key, for each audience.
import {ANY_KEY} from '@copydesk/groq/documents'
import {LRUCache} from 'lru-cache'
import type {Actor} from '../types.ts'
import type {ServerEvent} from './feed.ts'
import type {Hub} from './hub.ts'

/** An actor in a dataset. */
export interface DatasetReader {
  dataset: string
  actor: Actor
}

/** Readers of a dataset with the same audience may read the same documents. They share what is recorded. */
export interface Audience extends DatasetReader {
  audience: string
}

export interface Invalidation {
  /**
   * Starts to record changes. Call it before an evaluation, which must see the returned log position: its result is
   * valid as of it. It includes what another process has written.
   */
  follow(reader: Audience): number
  /**
   * Null if a document with one of these keys, which the reader sees, may have changed after `position`. Otherwise the
   * log position up to which there was no such change.
   */
  validUntil(reader: Audience, keys: readonly string[], position: number): number | null
}

interface Track {
  /** Changes before this position are unknown. */
  since: number
  /** Position of the newest change. */
  newest: number
  /** Position of the newest change by key, the oldest first. */
  last: Map<string, number>
  stop(): void
}

/** In one track. A publication changes about sixty. */
const MAX_KEYS = 20_000
const MAX_TRACKS = 12

/** Opens a stream of live events for each audience. */
export function createInvalidation(
  hub: Pick<Hub, 'live' | 'notify'>,
  maxKeys = MAX_KEYS,
): Invalidation {
  const tracks = new LRUCache<string, Track>({
    max: MAX_TRACKS,
    dispose: ({stop}, _, reason) => {
      if (reason === 'evict') stop()
    },
  })

  const open = (name: string, {dataset, actor}: DatasetReader): Track => {
    const track: Track = {since: Infinity, newest: Infinity, last: new Map(), stop: () => {}}
    tracks.set(name, track)
    const record = (key: string, position: number): void => {
      track.last.delete(key)
      track.last.set(key, position)
    }
    const receive = ({event, data}: ServerEvent): void => {
      const {id, keys = []} = JSON.parse(data) as {id: string; keys?: string[]}
      track.newest = Number(id)
      if (event === 'message') for (const key of [...keys, ANY_KEY]) record(key, track.newest)
      else track.since = track.newest
      for (const [key, position] of track.last) {
        if (track.last.size <= maxKeys) break
        // A dropped key may have changed at this position.
        track.last.delete(key)
        track.since = Math.max(track.since, position)
      }
    }
    // The end of a session ends its streams. This one must go on.
    const {credential: _, ...reader} = actor
    track.stop = hub.live(
      {dataset, actor: reader, includeDrafts: true, isForCache: true},
      {
        send: (events) => events.forEach(receive),
        idle: () => {},
        // From now on nothing is known. The next request opens a new track.
        end: () => void tracks.delete(name),
      },
    )
    return track
  }

  const trackOf = (reader: Audience): Track => {
    const name = `${reader.dataset} ${reader.audience}`
    return tracks.get(name) ?? open(name, reader)
  }

  return {
    follow(reader) {
      hub.notify()
      return trackOf(reader).newest
    },
    validUntil(reader, keys, position) {
      // Reads what another process has written, which the hub would find a moment later.
      if (!hub.notify()) return null
      const {since, newest, last} = trackOf(reader)
      if (since > position) return null
      const hasChanged = newest > position && keys.some((key) => (last.get(key) ?? 0) > position)
      return hasChanged ? null : Math.max(newest, position)
    },
  }
}
