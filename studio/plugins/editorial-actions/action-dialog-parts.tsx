// What every act's dialog is made of: what is shown until the piece is known, a part with a heading,
// and a notice.
import {Button, Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import type {PieceHandle} from '../../data/piece/use-piece.ts'

/** In the dialog's place while the piece is looked up, or where that failed. */
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

/** Something went wrong. */
export function ActionNotice({children}: {children: ReactNode}) {
  return (
    <Card tone="critical" border radius={3} padding={4} role="alert">
      {children}
    </Card>
  )
}

/** A colleague was at it while the dialog was open. */
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
