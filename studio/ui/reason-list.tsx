// Reasons in sentences, each with a link to its field.
import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Box, Card, Flex, Stack, Text} from '@sanity/ui'
import type {MouseEvent} from 'react'
import {IntentLink, useRouter} from 'sanity/router'
import {usePaneRouter} from 'sanity/structure'
import type {GatheredPiece} from '../../workflow/gather.ts'
import type {ReviewReason} from '../../model/records.ts'

/** Reasons without a field: about the whole piece, or about the person. */
const ABOUT_THE_PIECE = new Set(['noArticle', 'referenceMissing'])

interface ReasonListProps {
  reasons: readonly ReviewReason[]
  piece: Pick<GatheredPiece, 'root' | 'closure'> | null
  /** Called when a link was followed: the dialog around the list closes. */
  onFollow?: () => void
}

export function ReasonList({reasons, piece, onFollow}: ReasonListProps) {
  return (
    <Stack as="ul" gap={2} style={{listStyle: 'none', margin: 0, padding: 0}}>
      {reasons.map((reason) => (
        <li key={`${reason.code} ${reason.document} ${reason.path ?? ''} ${reason.message}`}>
          <ReasonItem reason={reason} piece={piece} {...(onFollow ? {onFollow} : {})} />
        </li>
      ))}
    </Stack>
  )
}

function ReasonItem({
  reason,
  piece,
  onFollow,
}: {
  reason: ReviewReason
  piece: ReasonListProps['piece']
  onFollow?: () => void
}) {
  const {severity, message, document, path, code} = reason
  const isError = severity === 'error'
  const type = typeOf(document, piece)
  // What is open beside the article's form stays open.
  const {params} = usePaneRouter()
  const inspect = document === piece?.root.id ? params?.['inspect'] : undefined
  const target = {
    id: document,
    type: type ?? '',
    ...(path && {path}),
    ...(inspect && {inspect}),
  }
  const {navigateIntent} = useRouter()
  const follow = (event: MouseEvent): void => {
    if (!onFollow || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onFollow()
    // An open dialog keeps the focus: the field gets it once the dialog is closed.
    requestAnimationFrame(() => navigateIntent('edit', target))
  }
  const linked =
    type !== null && !ABOUT_THE_PIECE.has(code) && (path || document !== piece?.root.id)
  return (
    <Card
      tone={isError ? 'critical' : 'caution'}
      padding={3}
      radius={2}
      data-testid={`reason-${code}`}
    >
      <Flex gap={3} align="flex-start">
        <Text size={1}>{isError ? <ErrorOutlineIcon /> : <WarningOutlineIcon />}</Text>
        <Box flex={1}>
          <Text size={1}>{message}</Text>
        </Box>
        {linked && (
          <Text size={1} weight="medium">
            <IntentLink intent="edit" params={target} onClick={follow}>
              Show
            </IntentLink>
          </Text>
        )}
      </Flex>
    </Card>
  )
}

function typeOf(id: string, piece: ReasonListProps['piece']): string | null {
  if (!piece) return null
  const {root} = piece
  if (id === root.id) return (root.draft ?? root.published)?._type ?? null
  const member = piece.closure.members.find((candidate) => candidate.id === id)
  const document = member?.draft ?? member?.published
  if (document) return document._type
  return piece.closure.required.find((required) => required.id === id)?.type || null
}
