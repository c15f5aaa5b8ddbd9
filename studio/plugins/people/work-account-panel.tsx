// Shown after an invitation if people sign in with work accounts.
import {Button, Flex, Stack, Text} from '@sanity/ui'
import type {Person} from './person.ts'

/** The body of a dialog. */
export function WorkAccountPanel({person, onDone}: {person: Person; onDone: () => void}) {
  return (
    <Stack gap={4} padding={4}>
      <Text size={1} data-testid="work-account">
        Tell {person.name}: they open the studio and sign in with their work account, {person.email}
        . There is no link to send.
      </Text>
      <Flex justify="flex-end">
        <Button autoFocus tone="primary" text="Done" onClick={onDone} />
      </Flex>
    </Stack>
  )
}
