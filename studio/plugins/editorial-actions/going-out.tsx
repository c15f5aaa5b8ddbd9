// The documents that are published with an article, each with the results of the form's rules.
import {Box, Card} from '@sanity/ui'
import {useCallback, useEffect, useState} from 'react'
import {PieceMember} from './piece-member.tsx'
import type {GatheredPiece} from '../../../workflow/gather.ts'

interface GoingOutProps {
  piece: Pick<GatheredPiece, 'root' | 'closure'>
  reload: () => void
  /** Called with `checking` while the form's rules run, then with the number of mistakes. */
  onResult: (result: number | 'checking') => void
}

export function GoingOut({piece, reload, onResult}: GoingOutProps) {
  const [checks, setChecks] = useState<Record<string, number | 'checking'>>({})
  const note = useCallback(
    (id: string, result: number | 'checking') =>
      setChecks((current) => (current[id] === result ? current : {...current, [id]: result})),
    [],
  )
  // The article comes first, because readers look at it first. The order of publication is the
  // reverse.
  const shown = [piece.root, ...piece.closure.members.toReversed()].filter(({draft}) => draft)
  const results = shown.map(({id}) => checks[id] ?? 'checking')
  const result = results.includes('checking')
    ? 'checking'
    : results.reduce<number>((sum, one) => sum + Number(one), 0)
  useEffect(() => onResult(result), [onResult, result])
  return (
    <Card border radius={3} overflow="hidden">
      {shown.map(({id, draft, published}, index) =>
        draft ? (
          <Box key={id}>
            {index > 0 && <Card borderTop />}
            <PieceMember
              document={draft}
              isNew={!published}
              onChecked={note}
              onChanged={reload}
              publishedId={id}
            />
          </Box>
        ) : null,
      )}
    </Card>
  )
}
