// The piece as the lake has it, live. All buttons, badges and lists of a page share one look-up and one stream for an
// article, photo, quote or source.
import type {SanityClient} from 'sanity'
import {commentsDataset} from './comments-dataset.ts'
import {followPiece, type PieceFollower, type PieceStatus} from './follow-piece.ts'

export interface PieceStore {
  subscribe(listener: () => void): () => void
  current(): PieceStatus
  /** Looks the piece up again, e.g. after an editorial action. */
  reload(): void
}

/** The stream stays open this long without subscribers: moving from one pane to the next does not end it. */
const LINGER_MS = 5_000

const stores = new Map<string, PieceStore>()

/**
 * The only store of an article; it listens while it has subscribers.
 *
 * @param client the first one is used for good: the studio makes a new one for each component
 */
export function pieceStore(client: SanityClient, articleId: string): PieceStore {
  const {projectId = '', dataset = ''} = client.config()
  const key = [projectId, dataset, articleId].join(' ')
  const known = stores.get(key)
  if (known) return known
  const store = createPieceStore(client.withConfig({perspective: 'raw'}), articleId)
  stores.set(key, store)
  return store
}

function createPieceStore(client: SanityClient, articleId: string): PieceStore {
  const comments = commentsDataset(client)
  const listeners = new Set<() => void>()
  let status: PieceStatus = {status: 'loading'}
  let follower: PieceFollower | undefined
  let linger: ReturnType<typeof setTimeout> | undefined

  const onStatus = (next: PieceStatus): void => {
    // A piece that is shown stays on the screen: the failure may be over in a moment.
    if (next.status === 'failed' && status.status === 'ready') return
    status = next
    for (const listener of listeners) listener()
  }
  const start = (): void => {
    if (!follower) {
      follower = followPiece(client, articleId, {
        comments,
        onStatus,
        isWanted: () => listeners.size > 0,
      })
    } else if (!follower.isListening()) follower.reload()
  }
  const stop = (): void => {
    follower?.close()
    follower = undefined
    status = {status: 'loading'}
  }

  return {
    subscribe(listener) {
      clearTimeout(linger)
      listeners.add(listener)
      if (listeners.size === 1) start()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) linger = setTimeout(stop, LINGER_MS)
      }
    },
    current: () => status,
    reload: () => follower?.reload(),
  }
}
