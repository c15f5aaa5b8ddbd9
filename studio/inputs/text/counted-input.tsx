// A text field that says how long its text is once that begins to matter.
import {Stack, Text} from '@sanity/ui'
import {useFormValue, type InputProps} from 'sanity'
import {lengthOf, limitOf, toneOf} from './text-length.ts'

/** Wraps the studio's own input of a string or a text. */
export function CountedInput(props: InputProps) {
  const documentType = useFormValue(['_type'])
  const limit = limitOf(String(documentType ?? ''), props.path.join('.'))
  const text = typeof props.value === 'string' ? props.value : ''
  if (!limit || text === '') return props.renderDefault(props)
  const length = lengthOf(text)
  const tone = toneOf(length, limit)
  const most = tone === 'critical' ? (limit.refuse ?? limit.warn) : limit.warn
  return (
    <Stack gap={2}>
      {props.renderDefault(props)}
      <Text
        align="right"
        muted={tone === 'default'}
        size={0}
        style={tone === 'default' ? undefined : {color: `var(--card-badge-${tone}-fg-color)`}}
      >
        {length} of {most} characters
      </Text>
    </Stack>
  )
}
