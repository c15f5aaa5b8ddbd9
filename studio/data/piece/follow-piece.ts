// Keeps a gathered piece up to date: loads it again whenever one of its documents or comments changes.
import {typesOfKind} from '../../../model/registry.ts'
import {isOneOf} from '../../../model/registry-groq.ts'
import type {SanityClient} from 'sanity'
import {standingOfPiece} from '../../../workflow/check.ts'
import {pieceHash} from '../../../workflow/coverage.ts'
import type {GatheredPiece} from '../../../workflow/gather.ts'
import type {Standing} from '../../../workflow/state.ts'
import {publishedIdOf} from '../../../model/ids.ts'
import {LISTEN_OPTIONS} from '../follow.ts'
import type {CommentsDataset} from './comments-dataset.ts'
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
      /** Set for a photo, a quote or a source. */
      use?: MemberUse
    }

export interface PieceFollower {
  reload(): void
  /** False before the first load, and after an error of the stream. */
  isListening(): boolean
  close(): void
}

interface FollowOptions {
  comments: CommentsDataset
  onStatus: (status: PieceStatus) => void
  /** Whether to try again after a failure. */
  isWanted: () => boolean
}

/** The types that can refer to a photo, a quote or a source. */
const USERS = isOneOf(typesOfKind('piece', 'member'))

/** Keystrokes come in quick succession; one look-up follows when they pause. */
const PAUSE_MS = 300
const RETRY_MS = 5_000

/** @param client its perspective is `raw` */
export function followPiece(
  client: SanityClient,
  articleId: string,
  {comments, onStatus, isWanted}: FollowOptions,
): PieceFollower {
  let pause: ReturnType<typeof setTimeout> | undefined
  let work: AbortController | undefined
  // Edits of the article do not change which other documents use its photos, and that query is slow.
  let referring: Referring = new Map()

  const lookUpSoon = (wait: number): void => {
    clearTimeout(pause)
    pause = setTimeout(() => void lookUp(), wait)
  }
  const retry = (): void => {
    if (isWanted()) lookUpSoon(RETRY_MS)
  }
  const documentStream = createDocumentStream(client, {
    onChange(id) {
      if (id !== articleId) referring = new Map()
      lookUpSoon(PAUSE_MS)
    },
    onError: retry,
  })
  const commentStream = createCommentStream(comments, {
    onChange: () => lookUpSoon(PAUSE_MS),
    onError: retry,
  })

  const lookUp = async (): Promise<void> => {
    work?.abort()
    const {signal} = (work = new AbortController())
    try {
      const found = await lookUpPiece(client, articleId, signal, referring, comments.find)
      if (signal.aborted) return
      const {piece, use, ids, referred, commented} = found
      const hash = pieceHash(piece)
      documentStream.listen(ids, referred)
      void commentStream.listen(commented)
      const standing = standingOfPiece(piece, () => hash)
      onStatus({status: 'ready', piece, hash, standing, ...(use && {use})})
    } catch (error) {
      if (signal.aborted) return
      onStatus({status: 'failed', message: error instanceof Error ? error.message : String(error)})
      retry()
    }
  }

  lookUpSoon(0)
  return {
    reload: () => lookUpSoon(0),
    isListening: documentStream.isOpen,
    close() {
      clearTimeout(pause)
      work?.abort()
      documentStream.close()
      commentStream.close()
    },
  }
}

interface Stream {
  key: string
  unsubscribe(): void
}

interface StreamOptions {
  /** @param documentId published ID; undefined if unknown changes may have happened */
  onChange: (documentId?: string) => void
  /** The stream has ended; `listen` opens it again. */
  onError: () => void
}

/** Changes of a piece's documents, and of the documents that refer to its members. */
function createDocumentStream(client: SanityClient, {onChange, onError}: StreamOptions) {
  let stream: Stream | undefined
  return {
    isOpen: () => stream !== undefined,
    listen(ids: string[], referred: string[]): void {
      const key = [...ids.toSorted(), '', ...referred.toSorted()].join(' ')
      if (key === stream?.key) return
      stream?.unsubscribe()
      const events = client
        .listen(
          // A document that begins or ends to refer to a photo is not among the IDs.
          `*[_id in $ids || (${USERS} && references($referred))]`,
          {ids, referred},
          {...LISTEN_OPTIONS, tag: 'piece'},
        )
        .subscribe({
          next: (event) =>
            onChange(event.type === 'mutation' ? publishedIdOf(event.documentId) : undefined),
          error: () => {
            stream = undefined
            onError()
          },
        })
      stream = {key, unsubscribe: () => events.unsubscribe()}
    },
    close(): void {
      stream?.unsubscribe()
      stream = undefined
    },
  }
}

/** Changes of the comments on a piece's documents, which are in another dataset. */
function createCommentStream(comments: CommentsDataset, {onChange, onError}: StreamOptions) {
  let stream: Stream | undefined
  return {
    async listen(commented: string[]): Promise<void> {
      const key = commented.toSorted().join(' ')
      if (stream?.key === key) return
      stream?.unsubscribe()
      const mine: Stream = {key, unsubscribe: () => undefined}
      stream = mine
      const client = await comments.client().catch(() => null)
      if (stream !== mine) return
      if (!client) {
        stream = undefined
        return
      }
      const events = client
        .listen(
          '*[_type == "comment" && target.document._ref in $commented]',
          {commented},
          {...LISTEN_OPTIONS, tag: 'piece.comments'},
        )
        .subscribe({
          next: () => onChange(),
          error: () => {
            if (stream === mine) stream = undefined
            onError()
          },
        })
      mine.unsubscribe = () => events.unsubscribe()
    },
    close(): void {
      stream?.unsubscribe()
      stream = undefined
    },
  }
}
