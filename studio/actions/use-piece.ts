// Looks up an article with all that it reaches, once its last edits are saved.
import {useCallback, useEffect, useState} from 'react'
import {useClient, useSyncState, type SanityClient} from 'sanity'
import {pieceState, toPairs, type DocumentPair, type PieceState} from './piece-state.ts'

export type PieceLookup =
  | {status: 'saving' | 'loading'}
  | {status: 'failed'; message: string}
  | {status: 'ready'; state: PieceState}

export const PIECE_API_VERSION = '2025-02-19'

/** Looks the piece up level by level; each level is one request. */
async function lookUp(client: SanityClient, articleId: string): Promise<PieceState> {
  const pairs = new Map<string, DocumentPair>()
  let state = pieceState(articleId, pairs)
  while (state.piece.unknown.length > 0) {
    const ids = state.piece.unknown
    const found = await client.getDocuments(ids.flatMap((id) => [`drafts.${id}`, id]))
    for (const [id, pair] of toPairs(ids, found)) pairs.set(id, pair)
    state = pieceState(articleId, pairs)
  }
  return state
}

/** The piece as saved; `reload` looks again, e.g. after somebody else changed a part of it. */
export function usePiece(articleId: string): {lookup: PieceLookup; reload: () => void} {
  const client = useClient({apiVersion: PIECE_API_VERSION})
  const {isSyncing} = useSyncState(articleId, 'article')
  const [round, setRound] = useState(0)
  const [found, setFound] = useState<{round: number; lookup: PieceLookup} | null>(null)
  // What was looked up before the last edit was saved is out of date.
  const reload = useCallback(() => setRound((current) => current + 1), [])

  useEffect(() => {
    if (isSyncing) return undefined
    let current = true
    const keep = (lookup: PieceLookup): void => {
      if (current) setFound({round, lookup})
    }
    lookUp(client, articleId).then(
      (state) => keep({status: 'ready', state}),
      (error: Error) => keep({status: 'failed', message: error.message}),
    )
    return () => {
      current = false
    }
  }, [client, articleId, isSyncing, round])

  if (isSyncing) return {lookup: {status: 'saving'}, reload}
  return {lookup: found?.round === round ? found.lookup : {status: 'loading'}, reload}
}
