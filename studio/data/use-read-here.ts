// Who looks at an article has read what the inbox says of it.
import {useEffect} from 'react'
import {useClient, useCurrentUser, type SanityClient} from 'sanity'

/**
 * Needs `$remarks`: whether what was remarked on previews is meant, or all the rest. The form shows the
 * one as little as the list of remarks shows the other.
 */
export const UNREAD_ABOUT_QUERY =
  '*[_type == "notification" && recipient == $me && article._ref == $articleId && !defined(readAt) && (kind == "remark") == $remarks]._id'

/**
 * Belongs into the form of an article, and into the list of what was remarked on it. A window in the
 * background marks nothing.
 *
 * @param shown where the piece stands, as the form says it; null while it says nothing yet. Whenever it
 *   says something else there may be news.
 * @param what is shown there: how the piece moves on, or what was remarked on its previews
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
    // What stays unread is still in the inbox.
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
