// A text field that says how long its text is once that begins to matter.
import {Stack, Text} from '@sanity/ui'
import {useFormValue, type InputProps} from 'sanity'
import {fieldOf, textOf} from '../../ui/words-of.ts'
import {lengthOf, limitOf, toneOf} from './text-length.ts'

/**
 * Wraps the studio's own input of a string or a text. The input keeps its place in the tree whatever
 * stands below it: were it mounted anew, the writer would lose the focus amid a word.
 */
export function CountedInput(props: InputProps) {
  const limit = limitOf(textOf(useFormValue(['_type'])), fieldOf(props.path))
  if (!limit) return props.renderDefault(props)
  const length = lengthOf(textOf(props.value))
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
