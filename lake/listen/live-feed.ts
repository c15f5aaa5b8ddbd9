// The events of `/data/live/events`: which coarse tags a transaction touched, for front ends.
import {isVersionId, PUBLISHED_KEY} from '../keys.ts'
import type {Actor} from '../types.ts'
import type {Feed, ServerEvent} from './feed.ts'
import type {View} from './view.ts'

export interface LiveRequest {
  dataset: string
  actor: Actor
  /** Drafts and versions too, as far as the actor may read them. */
  includeDrafts: boolean
  lastEventId?: string
  /**
   * For the lake's own use: `restart`, where something was written that the clock hides for a while.
   * Readers hear nothing of it, and answers from before would else be taken to last.
   */
  hearsOfTime?: boolean
}

/** The tag that every change touches, for queries whose types cannot be told. */
const ANY = 's1:any'

/** The sync tag of a document type. Coarse on purpose: a tag too many costs one more query. */
export function liveTag(type: string): string {
  return `s1:${type}`
}

/** The tags of an answer that depends on documents of these types; null for any. */
export function liveTags(types: readonly string[] | null): string[] {
  return types ? types.map(liveTag) : [ANY]
}

/** A reader learns of a type only where a document of it that they may read changed. */
export function createLiveFeed(request: LiveRequest): Feed {
  const {dataset, actor, includeDrafts, lastEventId, hearsOfTime = false} = request

  const tagsOf = (view: View): Set<string> => {
    const tags = new Set<string>()
    const sides = view.changes(actor).flatMap(({previous, result}) => [previous, result])
    for (const document of [...sides, ...view.turned(actor)]) {
      if (!document || (!includeDrafts && isVersionId(document._id))) continue
      tags.add(liveTag(document._type))
    }
    return tags
  }

  return {
    dataset,
    actor,
    name: `live ${includeDrafts} ${hearsOfTime}`,
    // What is typed all day costs readers nothing.
    ...(!includeDrafts && {keys: [PUBLISHED_KEY]}),
    ...(lastEventId && {resumeFrom: lastEventId}),
    opening: (position) => first('welcome', position),
    resumed: (position) => first('welcome', position),
    lost: (position) => first('restart', position),
    events(entry, view) {
      if (hearsOfTime && view.awaitsTime(actor)) return [first('restart', entry.position)]
      const tags = tagsOf(view)
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
