// Fields that show the length of their text.
import {Box, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useState, type FormEvent} from 'react'
import {getPublishedId, useFormValue, type InputProps} from 'sanity'
import {lengthOf} from '../../../model/lengths.ts'
import {fieldOf, textOf} from '../../ui/form-values.ts'
import {rememberedTarget, rememberTarget} from './target.ts'
import {amountLabel, amountOfBody, toneOf, type Limits} from './text-length.ts'

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
  const id = getPublishedId(textOf(useFormValue(['_id'])))
  return (
    <Stack gap={3}>
      {props.renderDefault(props)}
      <AmountLine key={id} body={props.value} articleId={id} />
    </Stack>
  )
}

function AmountLine({body, articleId}: {body: unknown; articleId: string}) {
  const field = useId()
  const [target, setTarget] = useState(() => rememberedTarget(articleId))
  const change = ({currentTarget}: FormEvent<HTMLInputElement>): void => {
    const next = Math.floor(currentTarget.valueAsNumber)
    const wanted = next > 0 ? next : null
    setTarget(wanted)
    rememberTarget(articleId, wanted)
  }
  return (
    <Flex align="center" gap={3} justify="flex-end">
      <Text size={1} muted data-testid="amount">
        {amountLabel(amountOfBody(body), target)}
      </Text>
      <Text as="label" htmlFor={field} size={1} muted>
        Target
      </Text>
      <Box style={{width: '5.5rem'}}>
        <TextInput
          id={field}
          type="number"
          min={1}
          step={50}
          fontSize={1}
          padding={2}
          placeholder="None"
          defaultValue={target ?? ''}
          onChange={change}
        />
      </Box>
    </Flex>
  )
}
