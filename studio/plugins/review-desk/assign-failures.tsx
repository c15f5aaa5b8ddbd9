// Which pieces could not be assigned, and why.
import {Card, Stack, Text} from '@sanity/ui'
import type {AssignFailure} from './assign-pieces.ts'
import type {DeskPiece} from './join-pieces.ts'

export function AssignFailures({
  failures,
  pieces,
}: {
  failures: readonly AssignFailure[]
  pieces: readonly DeskPiece[]
}) {
  return (
    <Card tone="critical" border radius={3} padding={3} role="alert" data-testid="desk-failures">
      <Stack gap={3}>
        <Text size={1} weight="medium">
          {failures.length === 1 ? 'One was refused' : `${failures.length} were refused`}
        </Text>
        {failures.map(({id, message}) => (
          <Text key={id} size={1}>
            {pieces.find((piece) => piece.id === id)?.headline}: {message}
          </Text>
        ))}
      </Stack>
    </Card>
  )
}
