// The changes between an earlier version of a piece and the current one.
import {Card, Flex, Spinner, Text} from '@sanity/ui'
import {useMemo} from 'react'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {diffPieces} from './piece-diff.ts'
import {PieceDiffView} from './piece-diff-view.tsx'
import {useDiffHelp} from './use-diff-help.ts'

/** The documents of a piece; undefined while they are looked up, null if there are none. */
export type PieceVersion = readonly PieceDocument[] | null | undefined

interface ChangesSinceProps {
  before: PieceVersion
  after: PieceVersion
  /** Shown if nothing changed. */
  emptyText: string
  /** Shown if there is no earlier version. */
  missingText: string
}

export function ChangesSince({before, after, emptyText, missingText}: ChangesSinceProps) {
  const both = useMemo(() => (before && after ? [...before, ...after] : null), [before, after])
  const help = useDiffHelp(both)
  const diff = useMemo(
    () => (before && after && help ? diffPieces(before, after, help) : null),
    [before, after, help],
  )
  if (before === null || after === null) return <Said>{missingText}</Said>
  if (!diff) {
    return (
      <Flex align="center" gap={3} justify="center" padding={5}>
        <Spinner muted />
        <Text muted>Comparing the two versions…</Text>
      </Flex>
    )
  }
  return diff.documents.length > 0 ? <PieceDiffView diff={diff} /> : <Said>{emptyText}</Said>
}

function Said({children}: {children: string}) {
  return (
    <Card padding={5} radius={3} tone="transparent">
      <Text align="center" muted>
        {children}
      </Text>
    </Card>
  )
}
