// Marks the notifications about an article as read when a person looks at the article.
import {useEffect} from 'react'
import {useClient, useCurrentUser, type SanityClient} from 'sanity'

/**
 * `$remarks` selects the remarks on previews, or all other notifications: the form does not show the remarks, and the list
 * of remarks does not show the others.
 */
export const UNREAD_ABOUT_QUERY =
  '*[_type == "notification" && recipient == $me && article._ref == $articleId && !defined(readAt) && (kind == "remark") == $remarks]._id'

/**
 * For the form of an article, and for the list of remarks on it. A window in the background marks
 * nothing.
 * @param shown the piece's state in the form; null without one. A change of it may bring
 * notifications.
 * @param what the content that is shown: the piece's moves, or the remarks on its previews
 */
export function useReadHere(
  articleId: string,
  shown: string | null,
  what: 'moves' | 'remarks' = 'moves',
): void {
  const me = useCurrentUser()?.id
  const client = useClient({apiVersion: '2025-02-19'})
  useEffect(() => {
    if (!me || shown === null) return undefined
    const read = async (): Promise<void> => {
      if (!document.hasFocus()) return
      const ids = await client
        .withConfig({perspective: 'raw'})
        .fetch<string[]>(
          UNREAD_ABOUT_QUERY,
          {me, articleId, remarks: what === 'remarks'},
          {tag: 'inbox.here'},
        )
      await storeAsRead(client, ids, new Date().toISOString())
    }
    // Unread notifications are still in the inbox.
    const listen = (): void => void read().catch(() => {})
    listen()
    window.addEventListener('focus', listen)
    return () => window.removeEventListener('focus', listen)
  }, [client, me, articleId, shown, what])
}

/** @param ids of notifications; nothing is written if there are none */
export async function storeAsRead(
  client: SanityClient,
  ids: readonly string[],
  readAt: string,
): Promise<void> {
  const transaction = client.transaction()
  for (const id of ids) transaction.patch(id, {set: {readAt}})
  if (ids.length > 0) await transaction.commit({visibility: 'async', tag: 'inbox.read'})
}
