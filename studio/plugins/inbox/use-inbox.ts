// A person's notifications, live.
import {useCallback, useEffect, useRef, useState} from 'react'
import {useCurrentUser} from 'sanity'
import {follow} from '../../data/follow.ts'
import {useRawClient} from '../../data/use-raw-client.ts'
import {storeAsRead} from '../../data/use-read-here.ts'
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

export function useInbox(): Inbox {
  const me = useCurrentUser()?.id
  const client = useRawClient()
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

  useEffect(() => {
    if (!me) return undefined
    const following = follow({
      client,
      listenTo: INBOX_LISTEN,
      params: {me},
      load: () => client.fetch<InboxContent>(INBOX_QUERY, {me}, {tag: 'inbox'}),
      onValue: show,
      // The next event, or the next connection, loads again.
      onError: () => undefined,
      tag: 'inbox.listen',
      pauseMs: GATHER_MS,
    })
    return () => following.close()
  }, [client, me, show])

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
      mark(new Set([id]), (at) => storeAsRead(client, [id], at))
    },
    [mark, client],
  )
  const markAllRead = useCallback(() => {
    mark('all', async (at) => {
      const unread = await client.fetch<string[]>(UNREAD_QUERY, {me}, {tag: 'inbox.unread'})
      await storeAsRead(client, unread, at)
    })
  }, [mark, client, me])
  return {content, announced, failure, markRead, markAllRead}
}
