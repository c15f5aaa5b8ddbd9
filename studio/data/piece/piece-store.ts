// The piece as the lake has it, live: one look-up and one stream for an article (or for a photo, quote
// or source), however many buttons, badges and lists of a page ask for it.
import {isOneOf, typesOfKind} from '../../../model/content-types.ts'
import type {SanityClient} from 'sanity'
import {contentHash} from '../../../workflow/content-hash.ts'
import {standingOfPiece} from '../../../workflow/check.ts'
import {documentsOf, type GatheredPiece} from '../../../workflow/gather.ts'
import type {Standing} from '../../../workflow/state.ts'
import {publishedIdOf} from '../../../model/ids.ts'
import {commentsDataset} from './comments-dataset.ts'
import type {Referring} from './lake-lookups.ts'
import {lookUpPiece, type MemberUse} from './look-up-piece.ts'

export type PieceStatus =
  | {status: 'loading'}
  | {status: 'failed'; message: string}
  | {
      status: 'ready'
      piece: GatheredPiece
      standing: Standing
      hash: string
      /** Of a photo, a quote or a source. */
      use?: MemberUse
    }

export interface PieceStore {
  subscribe(listener: () => void): () => void
  current(): PieceStatus
  /** Looks again, e.g. after an act. */
  reload(): void
}

/** What can begin to use a photo, a quote or a source. */
const USERS = isOneOf(typesOfKind('piece', 'member'))

/** Keystrokes come in quick succession; what they come to is looked up once they pause. */
const PAUSE_MS = 300
/** Moving from one pane to the next must not end and begin the stream. */
const LINGER_MS = 5_000
/** After a failure, and where nothing else would say that something changed. */
const RETRY_MS = 5_000

const stores = new Map<string, PieceStore>()

/**
 * The one store of an article; it listens while somebody subscribes.
 *
 * @param client the first one asked with is kept: the studio makes a new one for each component
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
  let watched = ''
  let stream: {unsubscribe(): void} | undefined
  let talk: {about: string; unsubscribe(): void} | undefined
  let pause: ReturnType<typeof setTimeout> | undefined
  let linger: ReturnType<typeof setTimeout> | undefined
  let work: AbortController | undefined
  // Whoever types in the article changes nothing of who else uses its photos, and asking is dear.
  let referring: Referring = new Map()

  const set = (next: PieceStatus): void => {
    status = next
    for (const listener of listeners) listener()
  }

  const lookSoon = (wait: number): void => {
    clearTimeout(pause)
    pause = setTimeout(() => void look(), wait)
  }

  const look = async (): Promise<void> => {
    work?.abort()
    const mine = new AbortController()
    work = mine
    try {
      const {piece, use, ids, referred, commented} = await lookUpPiece(
        client,
        articleId,
        mine.signal,
        referring,
        comments.find,
      )
      if (mine.signal.aborted) return
      const hash = contentHash(documentsOf(piece))
      watch(ids, referred)
      void follow(commented)
      const standing = standingOfPiece(piece, () => hash)
      set({status: 'ready', piece, hash, standing, ...(use && {use})})
    } catch (error) {
      if (mine.signal.aborted) return
      // What was known stays on the screen: a passing fault is no reason to take it away.
      if (status.status !== 'ready') {
        set({status: 'failed', message: error instanceof Error ? error.message : String(error)})
      }
      if (listeners.size > 0) lookSoon(RETRY_MS)
    }
  }

  const watch = (ids: string[], referred: string[]): void => {
    const key = [...ids.toSorted(), '', ...referred.toSorted()].join(' ')
    if (key === watched && stream) return
    watched = key
    stream?.unsubscribe()
    stream = client
      .listen(
        // What begins to refer to a photo, or no longer does, has another id.
        `*[_id in $ids || (${USERS} && references($referred))]`,
        {ids, referred},
        {
          includeResult: false,
          includeMutations: false,
          includeAllVersions: true,
          // Whatever happened before the stream began is looked up as soon as it has.
          events: ['welcome', 'mutation', 'reconnect'],
          visibility: 'query',
          tag: 'piece',
        },
      )
      .subscribe({
        next(event) {
          const isOwn = event.type === 'mutation' && publishedIdOf(event.documentId) === articleId
          if (!isOwn) referring = new Map()
          lookSoon(PAUSE_MS)
        },
        error: () => {
          stream = undefined
          if (listeners.size > 0) lookSoon(RETRY_MS)
        },
      })
  }

  /** What is said beside the piece lies in another dataset. */
  const follow = async (commented: string[]): Promise<void> => {
    const about = commented.toSorted().join(' ')
    if (talk?.about === about) return
    talk?.unsubscribe()
    const mine = {about, unsubscribe: (): void => undefined}
    talk = mine
    const found = await comments.client().catch(() => null)
    if (talk !== mine) return
    if (!found) {
      talk = undefined
      return
    }
    const events = found
      .listen(
        '*[_type == "comment" && target.document._ref in $commented]',
        {commented},
        {
          includeResult: false,
          includeMutations: false,
          events: ['welcome', 'mutation', 'reconnect'],
          visibility: 'query',
          tag: 'piece.comments',
        },
      )
      .subscribe({
        next: () => lookSoon(PAUSE_MS),
        error: () => {
          if (talk === mine) talk = undefined
          if (listeners.size > 0) lookSoon(RETRY_MS)
        },
      })
    mine.unsubscribe = () => events.unsubscribe()
  }

  const stop = (): void => {
    clearTimeout(pause)
    work?.abort()
    stream?.unsubscribe()
    stream = undefined
    talk?.unsubscribe()
    talk = undefined
    watched = ''
    referring = new Map()
    status = {status: 'loading'}
  }

  return {
    subscribe(listener) {
      clearTimeout(linger)
      listeners.add(listener)
      if (listeners.size === 1 && !stream) lookSoon(0)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) linger = setTimeout(stop, LINGER_MS)
      }
    },
    current: () => status,
    reload: () => lookSoon(0),
  }
}
