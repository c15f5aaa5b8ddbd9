// A text field that says how long its text is once that begins to matter.
import {Stack, Text} from '@sanity/ui'
import {useFormValue, type InputProps} from 'sanity'
import {lengthOf, limitOf, toneOf} from './text-length.ts'

/**
 * Wraps the studio's own input of a string or a text. The input keeps its place in the tree whatever
 * stands below it: were it mounted anew, the writer would lose the focus amid a word.
 */
export function CountedInput(props: InputProps) {
  const documentType = useFormValue(['_type'])
  const limit = limitOf(String(documentType ?? ''), props.path.join('.'))
  if (!limit) return props.renderDefault(props)
  const length = typeof props.value === 'string' ? lengthOf(props.value) : 0
  const tone = toneOf(length, limit)
  const most = tone === 'critical' ? (limit.refuse ?? limit.warn) : limit.warn
  return (
    <Stack gap={2}>
      {props.renderDefault(props)}
      {length > 0 && (
        <Text
          align="right"
          muted={tone === 'default'}
          size={0}
          style={tone === 'default' ? undefined : {color: `var(--card-badge-${tone}-fg-color)`}}
        >
          {length} of {most} characters
        </Text>
      )}
    </Stack>
  )
}
