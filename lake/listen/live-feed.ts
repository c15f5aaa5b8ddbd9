// The events of `/data/live/events`: which coarse tags a transaction touched, for front ends.
import type {Actor} from '../types.ts'
import type {Feed, ServerEvent} from './feed.ts'

export interface LiveRequest {
  dataset: string
  actor: Actor
  /** Drafts and versions too, as far as the actor may read them. */
  includeDrafts: boolean
  lastEventId?: string
}

/** The tag that every change touches, for queries whose types cannot be told. */
const ANY = 's1:any'

/** The sync tag of a document type. Coarse on purpose: a tag too many costs one more query. */
export function liveTag(type: string): string {
  return `s1:${type}`
}

/** A reader learns of a type only where a document of it that they may read changed. */
export function createLiveFeed({dataset, actor, includeDrafts, lastEventId}: LiveRequest): Feed {
  return {
    dataset,
    actor,
    ...(lastEventId && {resumeFrom: lastEventId}),
    opening: (position) => first('welcome', position),
    resumed: (position) => first('welcome', position),
    lost: (position) => first('restart', position),
    events(entry, view) {
      const tags = new Set<string>()
      for (const {previous, result} of view(actor)) {
        for (const document of [previous, result]) {
          if (!document) continue
          if (!includeDrafts && /^(drafts|versions)\./.test(document._id)) continue
          tags.add(liveTag(document._type))
        }
      }
      if (tags.size === 0) return []
      const id = String(entry.position)
      return [{event: 'message', id, data: JSON.stringify({id, tags: [...tags, ANY]})}]
    },
  }
}

function first(event: string, position: number): ServerEvent {
  const id = String(position)
  return {event, id, data: JSON.stringify({id})}
}
