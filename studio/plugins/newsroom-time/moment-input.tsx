// A field for a moment takes it on the browser's clock; below it stands what the newsroom's clock shows.
import {Stack, Text} from '@sanity/ui'
import type {InputProps} from 'sanity'
import {useNewsroomTime} from '../../ui/time/use-newsroom-time.ts'

export function MomentInput(props: InputProps) {
  const time = useNewsroomTime()
  const moment = typeof props.value === 'string' ? time.full(props.value) : ''
  return (
    <Stack gap={3}>
      {props.renderDefault(props)}
      {moment && (
        <Text size={1} muted data-testid="newsroom-moment">
          {moment}, the newsroom’s time.
        </Text>
      )}
    </Stack>
  )
}
