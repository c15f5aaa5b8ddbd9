// The new link: its address, and the pieces that it opens.
import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import type {NewsroomTime} from '../../ui/time/newsroom-time.ts'
import {AddressField} from './address-field.tsx'

export interface Made {
  linkId: string
  recipient: string
  /** ISO 8601 */
  expiresAt: string
  /** Null if the server made the link but its address could not be loaded. */
  address: string | null
}

interface MadeLinkProps {
  made: Made
  time: NewsroomTime
  say: (words: string) => void
  onDone: () => void
}

export function MadeLink({made, time, say, onDone}: MadeLinkProps) {
  const {recipient, expiresAt, address} = made
  return (
    <Card tone="positive" radius={3} padding={3}>
      <Stack gap={3}>
        <Text as="h3" size={1} weight="semibold" style={{overflowWrap: 'anywhere'}}>
          A link for {recipient}
        </Text>
        {address === null ? (
          <Text size={1}>
            It is made, but its address did not arrive. Copy it from the list below.
          </Text>
        ) : (
          <AddressField address={address} autoFocus="copy" recipient={recipient} say={say} />
        )}
        <Text size={1}>
          Anybody with the address can read this article, as it is being written, until{' '}
          {time.full(expiresAt)}. They can leave a remark and change nothing.
        </Text>
        <Flex justify="flex-end">
          <Button fontSize={1} mode="bleed" padding={2} text="Done" onClick={onDone} />
        </Flex>
      </Stack>
    </Card>
  )
}
