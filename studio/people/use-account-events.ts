// What was done to accounts, page by page.
import {useCallback, useEffect, useState} from 'react'
import {useClient} from 'sanity'
import type {AccountEvent} from './account-event.ts'

interface Page {
  events: AccountEvent[]
  hasMore: boolean
}

export interface AccountEventsLookup {
  /** Newest first; null until they are there. */
  events: AccountEvent[] | null
  failed: boolean
  hasMore: boolean
  /** Reads the page after the last, or the first again where it failed. */
  more: () => Promise<void>
}

/** @param asOf when the list of people was read: what was done since is read after it */
export function useAccountEvents(asOf: number): AccountEventsLookup {
  const client = useClient({apiVersion: '2025-02-19'})
  const [page, setPage] = useState<Page | null>(null)
  const [failed, setFailed] = useState(false)

  const read = useCallback(
    async (before?: number): Promise<Page | null> => {
      const query: Record<string, string> = before === undefined ? {} : {before: String(before)}
      const found = await client
        .request<Page>({url: '/people/events', query, tag: 'people.events'})
        .catch(() => null)
      setFailed(found === null)
      return found
    },
    [client],
  )
  useEffect(() => {
    let isCurrent = true
    void read().then((newest) => {
      if (isCurrent && newest) setPage((shown) => joined(newest, shown))
    })
    return () => {
      isCurrent = false
    }
  }, [read, asOf])

  const last = page?.events.at(-1)?.id
  const more = useCallback(async () => {
    const older = await read(last)
    if (older) setPage((shown) => ({...older, events: [...(shown?.events ?? []), ...older.events]}))
  }, [read, last])

  return {events: page?.events ?? null, failed, hasMore: page?.hasMore ?? false, more}
}

/** Older events that are shown stay, where they follow the newest page without a gap. */
export function joined(newest: Page, shown: Page | null): Page {
  const oldest = newest.events.at(-1)?.id ?? 0
  const older = shown?.events.filter(({id}) => id < oldest) ?? []
  const meets = shown?.events.some(({id}) => id === oldest) ?? false
  if (!shown || !meets || older.length === 0) return newest
  return {events: [...newest.events, ...older], hasMore: shown.hasMore}
}
