// The events of `/data/live/events`: which sync tags a transaction touched, for front ends.
import {isUnpublishedId, PUBLISHED_KEY} from '@copydesk/groq/documents'
import type {Actor, LakeDocument} from '../types.ts'
import type {Feed, ServerEvent} from './feed.ts'
import {dependedOn, tagsOf} from './live-tags.ts'
import type {View} from './view.ts'

export interface LiveRequest {
  dataset: string
  actor: Actor
  /** Drafts and versions too, as far as the actor may read them. */
  includeDrafts: boolean
  lastEventId?: string
  /**
   * For the lake's own use: keys in place of tags, and `restart` where they are too many (an import), or
   * where something was written that the clock hides for a while. Readers hear nothing of it, and answers
   * from before would else be taken to last.
   */
  isForAnswers?: boolean
}

/** A reader learns of a type, an id or a value only where a document with it that they may read changed. */
export function createLiveFeed(request: LiveRequest): Feed {
  const {dataset, actor, includeDrafts, lastEventId, isForAnswers = false} = request

  const touchedIn = (view: View): LakeDocument[] => {
    const sides = view.changes(actor).flatMap(({previous, result}) => [previous, result])
    return [...sides, ...view.turned(actor)].filter(
      (document) => document !== null && (includeDrafts || !isUnpublishedId(document._id)),
    ) as LakeDocument[]
  }

  return {
    dataset,
    actor,
    name: `live ${includeDrafts} ${isForAnswers}`,
    // What is typed all day costs readers nothing.
    ...(!includeDrafts && {keys: [PUBLISHED_KEY]}),
    ...(lastEventId && {resumeFrom: lastEventId}),
    opening: (position) => first('welcome', position),
    resumed: (position) => first('welcome', position),
    lost: (position) => first('restart', position),
    events(entry, view) {
      if (isForAnswers && view.awaitsTime(actor)) return [first('restart', entry.position)]
      const touched = touchedIn(view)
      if (touched.length === 0) return []
      const id = String(entry.position)
      if (!isForAnswers) return [message(id, {tags: tagsOf(touched)})]
      const keys = keysIn(touched)
      return [keys ? message(id, {keys}) : first('restart', entry.position)]
    },
  }
}

function first(event: string, position: number): ServerEvent {
  const id = String(position)
  return {event, id, data: JSON.stringify({id})}
}

const message = (id: string, told: {tags: string[]} | {keys: string[]}): ServerEvent => ({
  event: 'message',
  id,
  data: JSON.stringify({id, ...told}),
})

/** Of one event for the lake's own use. */
const MOST_KEYS = 5_000

/** Null for too many. */
function keysIn(documents: readonly LakeDocument[]): string[] | null {
  const keys = new Set<string>()
  for (const document of documents) {
    for (const key of dependedOn(document)) keys.add(key)
    if (keys.size > MOST_KEYS) return null
  }
  return [...keys]
}
