// A caption that ends in its credit: offers to move the credit into its own fields.
import {Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {createContext, useContext, useState} from 'react'
import {
  set,
  unset,
  useFormValue,
  type FormPatch,
  type InputProps,
  type ObjectInputProps,
} from 'sanity'
import {textOf} from '../../ui/form-values.ts'
import {offerFor, SPLIT_FIELDS, type Split} from './caption-split.ts'
import {useCreditReader} from './credit-reader.ts'

const FormContext = createContext<ObjectInputProps['onChange'] | null>(null)

/** Around the whole form of a photo. */
export function PhotoForm(props: InputProps) {
  const {onChange} = props as ObjectInputProps
  return <FormContext value={onChange}>{props.renderDefault(props)}</FormContext>
}

/** The input of a photo's caption. */
export function CaptionInput(props: InputProps) {
  const onChange = useContext(FormContext)
  if (!onChange || props.readOnly) return props.renderDefault(props)
  return (
    <Stack gap={2}>
      {props.renderDefault(props)}
      <SplitOffer caption={textOf(props.value)} onChange={onChange} />
    </Stack>
  )
}

interface SplitOfferProps {
  caption: string
  onChange: (patches: FormPatch[]) => void
}

function SplitOffer({caption, onChange}: SplitOfferProps) {
  const reader = useCreditReader(caption !== '')
  const photo = useFormValue([]) as Record<string, unknown> | undefined
  /** The fields after the split, and before it. */
  const [done, setDone] = useState<{split: Split; before: Split} | null>(null)
  const offer = offerFor(photo ?? {}, reader?.readCredit(caption, null, true) ?? null)
  const write = (values: Split): void => onChange(patchesOf(values))
  if (done && done.split.caption === caption) {
    return (
      <Offer
        words="The credit has its own field now."
        verb="Undo"
        onPress={() => {
          write(done.before)
          setDone(null)
        }}
      />
    )
  }
  if (!offer) return null
  return (
    <Offer
      words={`The caption ends in a credit: “${offer.creditLine}”.`}
      verb="Move it to Credit"
      onPress={() => {
        setDone({split: offer, before: valuesOf(photo ?? {})})
        write(offer)
      }}
    />
  )
}

const valuesOf = (photo: Record<string, unknown>): Split =>
  Object.fromEntries(SPLIT_FIELDS.map((field) => [field, textOf(photo[field])])) as Split

const patchesOf = (values: Split): FormPatch[] =>
  SPLIT_FIELDS.map((field) => (values[field] ? set(values[field], [field]) : unset([field])))

function Offer({words, verb, onPress}: {words: string; verb: string; onPress: () => void}) {
  return (
    <Card tone="suggest" radius={2} paddingX={3} paddingY={2} data-testid="split-caption">
      <Flex align="center" gap={3} wrap="wrap">
        <Box flex={1} style={{minWidth: 200}}>
          <Text size={1} aria-live="polite">
            {words}
          </Text>
        </Box>
        <Button fontSize={1} padding={3} mode="ghost" text={verb} onClick={onPress} />
      </Flex>
    </Card>
  )
}
