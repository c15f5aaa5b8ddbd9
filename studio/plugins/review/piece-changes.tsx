// The body of the dialog *What changed*: looks up the versions of a piece and compares them.
import {Button, Flex, Stack, Text} from '@sanity/ui'
import {useCallback, useEffect, useMemo, useState} from 'react'
import {stillInPiece} from '../../../workflow/coverage.ts'
import {documentsOf} from '../../../workflow/gather.ts'
import {usePiece} from '../../data/piece/use-piece.ts'
import {useRawClient} from '../../data/use-raw-client.ts'
import {ChangesTabs} from './changes-tabs.tsx'
import {loadVersions, type PieceVersions} from './load-versions.ts'

/** @param articleId published id */
export function PieceChanges({articleId}: {articleId: string}) {
  const {piece} = usePiece(articleId)
  const ready = piece.status === 'ready' ? piece : null
  const current = useMemo(() => ready && documentsOf(ready.piece), [ready])
  // Somebody may approve or publish while the dialog is open.
  const review = ready?.piece.review?._id ? JSON.stringify(ready.piece.review) : ''
  const {versions, failure, reload} = useVersions(articleId, review)
  const [approved, submitted] = useMemo(
    () =>
      [versions?.approved, versions?.submitted].map((version) =>
        version && ready ? stillInPiece(version, ready.piece) : version,
      ),
    [versions, ready],
  )

  if (failure !== null || piece.status === 'failed') {
    return (
      <Stack gap={4}>
        <Text size={1}>
          The changes could not be looked up:{' '}
          {failure ?? (piece.status === 'failed' ? piece.message : '')}
        </Text>
        <Flex justify="flex-end">
          <Button mode="ghost" text="Try again" onClick={reload} />
        </Flex>
      </Stack>
    )
  }
  return (
    <ChangesTabs
      approved={approved}
      // The submission of an earlier round does not belong to this one.
      submitted={ready && !ready.piece.review?.submission ? null : submitted}
      published={versions?.published}
      current={current ?? undefined}
    />
  )
}

interface Found {
  asked: string
  versions?: PieceVersions
  failure?: string
}

function useVersions(articleId: string, review: string) {
  const client = useRawClient()
  const [round, setRound] = useState(0)
  const [found, setFound] = useState<Found | null>(null)
  const reload = useCallback(() => setRound((current) => current + 1), [])
  const asked = `${articleId} ${round} ${review}`

  useEffect(() => {
    let current = true
    const keep = (next: Omit<Found, 'asked'>): void => {
      // The last result stays until there is a newer one.
      if (current) setFound((last) => ({versions: last?.versions, ...next, asked}))
    }
    loadVersions(client, articleId).then(
      (versions) => keep({versions}),
      (error: Error) => keep({failure: error.message}),
    )
    return () => {
      current = false
    }
  }, [client, articleId, asked])

  const failure = found?.asked === asked ? (found.failure ?? null) : null
  return {versions: found?.versions, failure, reload}
}
