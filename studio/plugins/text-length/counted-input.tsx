// Fields that show the length of their text.
import {Stack, Text} from '@sanity/ui'
import {useMemo} from 'react'
import {useFormValue, type InputProps} from 'sanity'
import {lengthOf} from '../../../model/lengths.ts'
import {fieldOf, textOf} from '../../ui/form-values.ts'
import {extentOf, toneOf, type Limits} from './text-length.ts'

interface CountedInputProps {
  input: InputProps
  limits: Limits
}

/**
 * A string or a text, when its length begins to matter. The input must keep its place in the tree.
 * If it were mounted again, the writer would lose the focus in the middle of a word.
 */
export function CountedInput({input: props, limits}: CountedInputProps) {
  const limit = limits[`${textOf(useFormValue(['_type']))}.${fieldOf(props.path)}`]
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

/** The text of an article. */
export function CountedBody(props: InputProps) {
  const extent = useMemo(() => extentOf(props.value), [props.value])
  return (
    <Stack gap={3}>
      {props.renderDefault(props)}
      <Text size={1} muted align="right" data-testid="extent">
        {extent.words === 0
          ? 'No words yet'
          : `${extent.words.toLocaleString('en')} words · ${extent.minutes} min to read`}
      </Text>
    </Stack>
  )
}
