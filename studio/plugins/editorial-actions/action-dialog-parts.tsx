// The parts that the dialogs of editorial actions share.
import {Box, Button, Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import type {ReviewReason} from '../../../model/records.ts'
import type {GatheredPiece} from '../../../workflow/gather.ts'
import type {PieceHandle} from '../../data/piece/use-piece.ts'
import {ReasonList} from '../../ui/reason-list.tsx'
import {OverrideFields, type OverrideFieldsProps} from './override-fields.tsx'

/** Instead of the dialog, while the piece is looked up or after that has failed. */
export function ActionWaiting({handle: {piece, reload}}: {handle: PieceHandle}) {
  if (piece.status === 'failed') {
    return (
      <Stack gap={4}>
        <ActionNotice>
          <Text size={1}>It could not be looked up: {piece.message}</Text>
        </ActionNotice>
        <Flex justify="flex-end">
          <Button mode="ghost" text="Try again" onClick={reload} />
        </Flex>
      </Stack>
    )
  }
  return (
    <Flex align="center" gap={3} padding={4} justify="center">
      <Spinner muted />
      <Text muted>Looking up what belongs to it…</Text>
    </Flex>
  )
}

export function ActionSection({title, children}: {title: string; children: ReactNode}) {
  return (
    <Stack gap={3}>
      <Text size={1} weight="semibold">
        {title}
      </Text>
      {children}
    </Stack>
  )
}

/** An error. */
export function ActionNotice({children}: {children: ReactNode}) {
  return (
    <Card tone="critical" border radius={3} padding={4} role="alert">
      {children}
    </Card>
  )
}

interface ReasonSectionProps {
  title: string
  reasons: readonly ReviewReason[]
  piece: GatheredPiece
  onFollow: () => void
}

/** Nothing if there are no reasons. */
export function ReasonSection({title, ...list}: ReasonSectionProps) {
  if (list.reasons.length === 0) return null
  return (
    <ActionSection title={title}>
      <ReasonList {...list} />
    </ActionSection>
  )
}

/** Nothing if no reason can be overridden. */
export function OverrideSection(props: OverrideFieldsProps) {
  if (props.reasons.length === 0) return null
  return (
    <ActionSection title="May be let pass, with a reason">
      <OverrideFields {...props} />
    </ActionSection>
  )
}

interface ActionFailureProps {
  failure: {message: string; reasons: readonly ReviewReason[]} | null
  piece: GatheredPiece
  onFollow: () => void
}

/** Why the server refused the action. */
export function ActionFailure({failure, piece, onFollow}: ActionFailureProps) {
  if (!failure) return null
  return (
    <ActionNotice>
      <Stack gap={3}>
        <Text size={1}>{failure.message}</Text>
        <ReasonList reasons={failure.reasons} piece={piece} onFollow={onFollow} />
      </Stack>
    </ActionNotice>
  )
}

interface ActionFooterProps {
  /** Why the button waits. */
  waitingFor: string | undefined
  performing: boolean
  onClose: () => void
  /** The button that performs the action. */
  children: ReactNode
}

export function ActionFooter({waitingFor, performing, onClose, children}: ActionFooterProps) {
  return (
    <Flex justify="flex-end" gap={2} align="center">
      <Box flex={1}>
        <Text size={1} muted aria-live="polite">
          {waitingFor}
        </Text>
      </Box>
      <Button mode="bleed" text="Not now" onClick={onClose} disabled={performing} />
      {children}
    </Flex>
  )
}

/** A colleague changed the piece while the dialog was open. */
export function ActionUnseen({onSeen}: {onSeen: () => void}) {
  return (
    <Card tone="caution" border radius={3} padding={4} role="alert">
      <Stack gap={4}>
        <Text size={1}>It was changed while this was open. Look at it again before you go on.</Text>
        <Flex justify="flex-end">
          <Button mode="ghost" fontSize={1} text="I have looked at it" onClick={onSeen} />
        </Flex>
      </Stack>
    </Card>
  )
}
