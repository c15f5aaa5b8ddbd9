// The editor's actions on preview links: make one, take it back, show its address again.
import {useMemo} from 'react'
import {useClient} from 'sanity'
import {linkIdOf} from '../../../workflow/preview/records.ts'
import type {PreviewRequest} from '../../../workflow/preview/requests.ts'
import {fixedKey} from '../../../workflow/perform/review.ts'
import {askServer, withReasons} from '../../data/actions/ask-server.ts'

/** Each rejects with `EditorialActionRefused`, with the server's reasons. */
export interface PreviewActions {
  /** Returns the link's ID. */
  share: (articleId: string, recipient: string, expiresAt: string) => Promise<string>
  takeBack: (linkId: string) => Promise<void>
  /** The address to share. It is not stored; the server makes it again each time. */
  addressOf: (linkId: string) => Promise<string>
}

export function usePreviewActions(): PreviewActions {
  const client = useClient({apiVersion: '2025-02-19'})
  return useMemo((): PreviewActions => {
    const ask = (request: PreviewRequest): Promise<string> => askServer(client, request)
    return {
      async share(articleId, recipient, expiresAt) {
        const transactionId = await ask({act: 'sharePreview', articleId, recipient, expiresAt})
        return linkIdOf(fixedKey(transactionId, 'sharePreview', articleId))
      },
      async takeBack(linkId) {
        await ask({act: 'revokePreview', linkId})
      },
      async addressOf(linkId) {
        const {secret} = await withReasons(() =>
          client.request<{secret: string}>({
            url: `/passes/${client.config().dataset}/${linkId}`,
            tag: 'preview.address',
          }),
        )
        return `${location.origin}/preview/link/${encodeURIComponent(secret)}`
      },
    }
  }, [client])
}
