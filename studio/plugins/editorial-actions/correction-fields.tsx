// The fields of a correction: the kind of the change to a live article, and the readers' note.
import {Card, Flex, Radio, Stack, Text, TextArea, TextInput} from '@sanity/ui'
import {useId} from 'react'
import {styled} from 'styled-components'
import type {CorrectionRequest, PublicationKind} from '../../../model/records.ts'

const KINDS: {kind: PublicationKind; title: string; hint: string}[] = [
  {kind: 'correction', title: 'Correction', hint: 'Something was wrong.'},
  {kind: 'clarification', title: 'Clarification', hint: 'Something could be misunderstood.'},
  {kind: 'update', title: 'Update', hint: 'Something has happened since.'},
  {kind: 'editorsNote', title: 'Editor’s note', hint: 'Readers should know how it came about.'},
  {kind: 'minor', title: 'Minor', hint: 'A typing error. Readers are told nothing.'},
]

const Legend = styled.legend`
  padding: 0;
  margin-bottom: 0.75rem;
`

interface CorrectionFieldsProps {
  value: CorrectionRequest | undefined
  /** For other articles than the open one. */
  question?: string
  onChange: (value: CorrectionRequest) => void
}

export function CorrectionFields({
  value,
  question = 'Readers have seen this piece. What kind of change is it?',
  onChange,
}: CorrectionFieldsProps) {
  const id = useId()
  const current: CorrectionRequest = value ?? {type: 'correction', readerNote: ''}
  const set = (changes: Partial<CorrectionRequest>): void => onChange({...current, ...changes})
  return (
    <Stack gap={4}>
      <KindChoice question={question} kind={value?.type} onChange={(type) => set({type})} />
      {value && (
        <Stack gap={3}>
          <Text as="label" size={1} weight="medium" htmlFor={`${id}-note`}>
            {value.type === 'minor'
              ? 'Why is it minor? Only the newsroom reads this.'
              : 'What are readers told?'}
          </Text>
          <TextArea
            id={`${id}-note`}
            data-testid="reader-note"
            rows={3}
            value={value.readerNote}
            onChange={(event) => set({readerNote: event.currentTarget.value})}
          />
        </Stack>
      )}
      {value?.type === 'correction' && <WrongAndRight value={value} onChange={set} />}
    </Stack>
  )
}

interface KindChoiceProps {
  question: string
  kind: PublicationKind | undefined
  onChange: (kind: PublicationKind) => void
}

function KindChoice({question, kind, onChange}: KindChoiceProps) {
  const name = useId()
  return (
    <Stack as="fieldset" gap={3} style={{border: 0, margin: 0, padding: 0}}>
      {/* The stack's gap does not apply to a legend. */}
      <Legend>
        <Text size={1} weight="medium">
          {question}
        </Text>
      </Legend>
      {KINDS.map(({kind: one, title, hint}) => (
        <Flex key={one} as="label" align="center" gap={3}>
          <Radio
            name={name}
            value={one}
            checked={kind === one}
            onChange={() => onChange(one)}
            data-testid={`kind-${one}`}
          />
          <Text size={1}>
            {title} <span style={{opacity: 0.7}}>– {hint}</span>
          </Text>
        </Flex>
      ))}
    </Stack>
  )
}

interface WrongAndRightProps {
  value: CorrectionRequest
  onChange: (changes: Partial<CorrectionRequest>) => void
}

function WrongAndRight({value, onChange}: WrongAndRightProps) {
  const id = useId()
  return (
    <Card padding={3} border radius={2}>
      <Flex gap={3} wrap="wrap">
        <Stack gap={3} flex={1}>
          <Text as="label" size={1} muted htmlFor={`${id}-wrong`}>
            It said (optional)
          </Text>
          <TextInput
            id={`${id}-wrong`}
            value={value.wrongText ?? ''}
            onChange={(event) => onChange({wrongText: event.currentTarget.value})}
          />
        </Stack>
        <Stack gap={3} flex={1}>
          <Text as="label" size={1} muted htmlFor={`${id}-right`}>
            It says now (optional)
          </Text>
          <TextInput
            id={`${id}-right`}
            value={value.rightText ?? ''}
            onChange={(event) => onChange({rightText: event.currentTarget.value})}
          />
        </Stack>
      </Flex>
    </Card>
  )
}
