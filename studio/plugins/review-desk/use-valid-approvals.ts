// Hosted lakes store no states. Here the content of a piece decides whether its approval has
// lapsed.
import {useCallback, useEffect, useState} from 'react'
import type {SanityClient} from 'sanity'
import {isCovered} from '../../../workflow/coverage.ts'
import {gatherPiece} from '../../../workflow/gather.ts'
import {lakeLookups} from '../../data/piece/lake-lookups.ts'
import {useRawClient} from '../../data/use-raw-client.ts'
import type {DeskSnapshot} from './desk-records.ts'

/**
 * Whether pieces are as they were approved, looked up again for each snapshot.
 * @param snapshot null if the server stores the states
 */
export function useValidApprovals(
  snapshot: DeskSnapshot | null,
): (articleId: string) => boolean | undefined {
  const client = useRawClient()
  const [valid, setValid] = useState<ReadonlyMap<string, boolean>>(new Map())

  useEffect(() => {
    if (!snapshot) return undefined
    let current = true
    const approved = [...snapshot.entries].flatMap(([id, {review}]) =>
      review?.stage === 'approved' || review?.stage === 'scheduled' ? [id] : [],
    )
    const all = Promise.all(approved.map(async (id) => [id, await isValid(client, id)] as const))
    // If the look-up fails, the desk shows the state that the editorial actions have set.
    all.then((found) => current && setValid(new Map(found))).catch(() => {})
    return () => {
      current = false
    }
  }, [client, snapshot])

  return useCallback((articleId) => valid.get(articleId), [valid])
}

async function isValid(client: SanityClient, articleId: string): Promise<boolean> {
  const {piece} = await lakeLookups(client).run(({read}) => gatherPiece(articleId, read))
  return isCovered(piece, piece.review?.approval)
}
