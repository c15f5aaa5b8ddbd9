import {definePlugin, type InputProps} from 'sanity'
import {inputOfType} from '../../ui/input-of-type.tsx'
import {Stack, Text} from '@sanity/ui'
import {useNewsroomTime} from '../../ui/time/use-newsroom-time.ts'

/** Shows the newsroom's time below each field for a date and time. */
export const newsroomTime = definePlugin({
  name: 'copydesk/newsroom-time',
  form: {components: {input: inputOfType('datetime', MomentInput)}},
})

/** The field takes the time of the browser’s clock; below it is the time of the newsroom’s clock. */
function MomentInput(props: InputProps) {
  const time = useNewsroomTime()
  const moment = typeof props.value === 'string' ? time.full(props.value) : ''
  return (
    <Stack gap={3}>
      {props.renderDefault(props)}
      {moment && (
        <Text size={1} muted>
          {moment}, the newsroom’s time.
        </Text>
      )}
    </Stack>
  )
}
