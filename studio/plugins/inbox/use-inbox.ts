// A person's notifications, kept up to date while the studio is open.
import {useCallback, useEffect, useMemo, useRef, useState} from 'react'
import {useClient, useCurrentUser, type SanityClient} from 'sanity'
import {INBOX_LISTEN, INBOX_QUERY, UNREAD_QUERY} from './inbox-query.ts'
import {announcement, markedRead, type InboxContent} from './inbox-state.ts'

export interface Inbox {
  /** Null until it is known. */
  content: InboxContent | null
  /** For a live region: the latest news. */
  announced: string
  /** Why the last attempt to mark something read failed. */
  failure: string | null
  markRead: (id: string) => void
  markAllRead: () => void
}

/** Several notifications within this time lead to one query. */
const GATHER_MS = 500
/** The client reconnects by itself; this is for errors after which it does not. */
const RETRY_MS = 15_000

export function useInbox(): Inbox {
  const me = useCurrentUser()?.id
  const plainClient = useClient({apiVersion: '2025-02-19'})
  const client = useMemo(() => plainClient.withConfig({perspective: 'raw'}), [plainClient])
  const [content, setContent] = useState<InboxContent | null>(null)
  const [announced, setAnnounced] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const latest = useRef<InboxContent | null>(null)

  const show = useCallback((next: InboxContent): void => {
    const news = announcement(latest.current, next)
    latest.current = next
    setContent(next)
    if (news) setAnnounced(news)
  }, [])

  useEffect(() => (me ? followInbox(client, me, show) : undefined), [client, me, show])

  const store = useCallback(
    async (ids: readonly string[], at: string): Promise<void> => {
      const transaction = client.transaction()
      for (const id of ids) transaction.patch(id, {set: {readAt: at}})
      if (ids.length > 0) await transaction.commit({visibility: 'async', tag: 'inbox.read'})
    },
    [client],
  )
  const mark = useCallback(
    (ids: ReadonlySet<string> | 'all', write: (at: string) => Promise<void>): void => {
      const before = latest.current
      if (!before) return
      const at = new Date().toISOString()
      setFailure(null)
      show(markedRead(before, ids, at))
      write(at).catch((error: Error) => {
        show(before)
        setFailure(`This could not be marked as read: ${error.message}`)
      })
    },
    [show],
  )

  const markRead = useCallback(
    (id: string) => {
      if (latest.current?.items.find(({_id}) => _id === id)?.readAt) return
      mark(new Set([id]), (at) => store([id], at))
    },
    [mark, store],
  )
  const markAllRead = useCallback(() => {
    mark('all', async (at) => {
      await store(await client.fetch<string[]>(UNREAD_QUERY, {me}, {tag: 'inbox.unread'}), at)
    })
  }, [mark, store, client, me])
  return {content, announced, failure, markRead, markAllRead}
}

/** @returns a function that ends it */
function followInbox(
  client: SanityClient,
  me: string,
  onContent: (content: InboxContent) => void,
): () => void {
  let current = true
  let timer: ReturnType<typeof setTimeout> | undefined
  let listening: {unsubscribe: () => void} | undefined
  const load = (): void => {
    client
      .fetch<InboxContent>(INBOX_QUERY, {me}, {tag: 'inbox'})
      .then((next) => current && onContent(next))
      // The next event, or the next connection, loads again.
      .catch(() => {})
  }
  const listen = (): void => {
    listening = client
      .listen(
        INBOX_LISTEN,
        {me},
        {
          events: ['welcome', 'mutation', 'reconnect'],
          includeResult: false,
          includeMutations: false,
          includeAllVersions: true,
          visibility: 'query',
          tag: 'inbox.listen',
        },
      )
      .subscribe({
        next({type}) {
          if (type === 'reconnect') return
          clearTimeout(timer)
          timer = setTimeout(load, type === 'welcome' ? 0 : GATHER_MS)
        },
        error() {
          clearTimeout(timer)
          timer = setTimeout(listen, RETRY_MS)
        },
      })
  }
  listen()
  return () => {
    current = false
    clearTimeout(timer)
    listening?.unsubscribe()
  }
}
