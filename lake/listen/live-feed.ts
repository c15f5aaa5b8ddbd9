// The events of `/data/live/events`: which coarse tags a transaction touched, for front ends.
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

const isVersion = (id: string): boolean => /^(drafts|versions)\./.test(id)

/** Events of an entry by who hears them: a thousand open pages are one reader. */
const shared = new WeakMap<View, Map<string, ServerEvent[]>>()

/** A reader learns of a type only where a document of it that they may read changed. */
export function createLiveFeed(request: LiveRequest): Feed {
  const {dataset, actor, includeDrafts, lastEventId, hearsOfTime = false} = request
  const listener = JSON.stringify([actor.kind, actor.id, actor.roles, includeDrafts, hearsOfTime])

  const tagsOf = (view: View): Set<string> => {
    const tags = new Set<string>()
    const sides = view.changes(actor).flatMap(({previous, result}) => [previous, result])
    for (const document of [...sides, ...view.turned(actor)]) {
      if (!document || (!includeDrafts && isVersion(document._id))) continue
      tags.add(liveTag(document._type))
    }
    return tags
  }

  return {
    dataset,
    actor,
    ...(lastEventId && {resumeFrom: lastEventId}),
    opening: (position) => first('welcome', position),
    resumed: (position) => first('welcome', position),
    lost: (position) => first('restart', position),
    events(entry, view) {
      // What is typed all day costs readers nothing.
      if (!includeDrafts && entry.changes.every(({id}) => isVersion(id))) return []
      const known = shared.get(view) ?? new Map<string, ServerEvent[]>()
      shared.set(view, known)
      const told = known.get(listener)
      if (told) return told
      if (hearsOfTime && view.awaitsTime(actor)) return [first('restart', entry.position)]
      const tags = tagsOf(view)
      const id = String(entry.position)
      const data = JSON.stringify({id, tags: [...tags, ANY]})
      const events = tags.size === 0 ? [] : [{event: 'message', id, data}]
      known.set(listener, events)
      return events
    },
  }
}

function first(event: string, position: number): ServerEvent {
  const id = String(position)
  return {event, id, data: JSON.stringify({id})}
}
