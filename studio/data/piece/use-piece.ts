// The piece of an article, live, for components.
import {useCallback, useMemo, useSyncExternalStore} from 'react'
import {useClient} from 'sanity'
import type {PieceStatus} from './follow-piece.ts'
import {pieceStore} from './piece-store.ts'

const API_VERSION = '2025-02-19'
const NOTHING: PieceStatus = {status: 'loading'}
const NO_SUBSCRIPTION = (): (() => void) => () => undefined

export interface PieceHandle {
  piece: PieceStatus
  reload: () => void
}

/** @param articleId published ID; null while there is nothing to look up */
export function usePiece(articleId: string | null): PieceHandle {
  const client = useClient({apiVersion: API_VERSION})
  const store = useMemo(
    () => (articleId === null ? null : pieceStore(client, articleId)),
    [client, articleId],
  )
  const subscribe = useCallback(
    (listener: () => void) => (store ? store.subscribe(listener) : NO_SUBSCRIPTION()),
    [store],
  )
  const piece = useSyncExternalStore(subscribe, () => store?.current() ?? NOTHING)
  const reload = useCallback(() => store?.reload(), [store])
  return {piece, reload}
}
