// The events of `/data/live/events`: the sync tags of each transaction, for front ends.
import {isUnpublishedId, PUBLISHED_KEY} from '@copydesk/groq/documents'
import type {Actor, LakeDocument} from '../types.ts'
import type {Feed, ServerEvent} from './feed.ts'
import {dependedOn, tagsOf} from './live-tags.ts'
import type {View} from './view.ts'

export interface LiveRequest {
  dataset: string
  actor: Actor
  /** With drafts and versions that the actor may read. */
  includeDrafts: boolean
  lastEventId?: string
  /**
   * For the lake's own caches: events have keys in place of tags. There is a `restart` if they are too many (an
   * import), and after a document was written that readers will see later: cached responses must end then.
   */
  isForCache?: boolean
}

/** A reader learns of a type, an ID or a value only if a document that has it, and that they may read, has changed. */
export function createLiveFeed(request: LiveRequest): Feed {
  const {dataset, actor, includeDrafts, lastEventId, isForCache = false} = request

  const changedIn = (view: View): LakeDocument[] => {
    const sides = view.changes(actor).flatMap(({previous, result}) => [previous, result])
    return [...sides, ...view.turned(actor)].filter(
      (document) => document !== null && (includeDrafts || !isUnpublishedId(document._id)),
    ) as LakeDocument[]
  }

  return {
    dataset,
    actor,
    name: `live ${includeDrafts} ${isForCache}`,
    // Keystrokes in drafts cost readers nothing.
    ...(!includeDrafts && {keys: [PUBLISHED_KEY]}),
    ...(lastEventId && {resumeFrom: lastEventId}),
    opening: (position) => first('welcome', position),
    resumed: (position) => first('welcome', position),
    lost: (position) => first('restart', position),
    events(entry, view) {
      if (isForCache && view.awaitsTime(actor)) return [first('restart', entry.position)]
      const changed = changedIn(view)
      if (changed.length === 0) return []
      const id = String(entry.position)
      if (!isForCache) return [message(id, {tags: tagsOf(changed)})]
      const keys = keysIn(changed)
      return [keys ? message(id, {keys}) : first('restart', entry.position)]
    },
  }
}

function first(event: string, position: number): ServerEvent {
  const id = String(position)
  return {event, id, data: JSON.stringify({id})}
}

const message = (id: string, content: {tags: string[]} | {keys: string[]}): ServerEvent => ({
  event: 'message',
  id,
  data: JSON.stringify({id, ...content}),
})

/** In one event for the lake's own caches. */
const MAX_KEYS = 5_000

/** Null if there are too many. */
function keysIn(documents: readonly LakeDocument[]): string[] | null {
  const keys = new Set<string>()
  for (const document of documents) {
    for (const key of dependedOn(document)) keys.add(key)
    if (keys.size > MAX_KEYS) return null
  }
  return [...keys]
}
