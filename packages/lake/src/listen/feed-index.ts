// An index of the open streams by keys of documents. The cost of an edit depends only on the
// listeners that it concerns.
import {keysOf} from '@copydesk/groq/documents'
import type {LoggedEntry} from '../store/log.ts'
import type {Feed} from './feed.ts'

/** Feeds that get the same events. */
export type Group = readonly [Feed, ...Feed[]]

export interface FeedIndex {
  add(feed: Feed): void
  remove(feed: Feed): void
  /** The groups that the entry may concern. For all others it has no events. */
  concernedBy(entry: LoggedEntry): Group[]
}

/** The groups of one dataset. */
interface Listening {
  byKey: Map<string, Set<Members>>
  /** Without keys: every entry may concern them. */
  always: Set<Members>
}

interface Members {
  name: string
  feeds: Set<Feed>
}

/** @param audienceOf the actors of two feeds with the same audience may read the same documents */
export function createFeedIndex(audienceOf: (feed: Feed) => string): FeedIndex {
  const datasets = new Map<string, Listening>()
  const groups = new Map<string, Members>()
  const groupOf = new Map<Feed, Members>()

  /** Every set that a group with these keys is in. */
  const places = ({dataset, keys}: Feed): Set<Members>[] => {
    const listening = entryOf(datasets, dataset, (): Listening => ({
      byKey: new Map(),
      always: new Set(),
    }))
    if (!keys) return [listening.always]
    return keys.map((key) => entryOf(listening.byKey, key, () => new Set<Members>()))
  }

  return {
    add(feed) {
      // Anonymous readers have less time.
      const isAnonymous = feed.actor.kind === 'anonymous'
      const name = JSON.stringify([feed.dataset, isAnonymous, audienceOf(feed), feed.name])
      const group = entryOf(groups, name, (): Members => ({name, feeds: new Set()}))
      if (group.feeds.size === 0) for (const place of places(feed)) place.add(group)
      group.feeds.add(feed)
      groupOf.set(feed, group)
    },
    remove(feed) {
      const group = groupOf.get(feed)
      if (!group) return
      groupOf.delete(feed)
      group.feeds.delete(feed)
      if (group.feeds.size > 0) return
      groups.delete(group.name)
      for (const place of places(feed)) place.delete(group)
      const listening = datasets.get(feed.dataset)
      for (const key of feed.keys ?? []) {
        if (listening?.byKey.get(key)?.size === 0) listening.byKey.delete(key)
      }
    },
    concernedBy({dataset, changes}) {
      const listening = datasets.get(dataset)
      if (!listening) return []
      const {byKey, always} = listening
      const concerned = new Set(always)
      const documents = changes.flatMap(({previous, result}) => [previous, result])
      for (const document of byKey.size > 0 ? documents : []) {
        for (const key of document ? keysOf(document) : []) {
          for (const group of byKey.get(key) ?? []) concerned.add(group)
        }
      }
      return Array.from(concerned, ({feeds}) => [...feeds] as [Feed, ...Feed[]])
    },
  }
}

function entryOf<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
