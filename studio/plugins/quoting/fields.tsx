// Fields of the dialog.
import {Flex, Select, Stack, Text, TextArea, TextInput} from '@sanity/ui'
import {useId} from 'react'
import {styled} from 'styled-components'
import {Labelled} from '../../ui/labelled.tsx'

interface FieldProps {
  label: string
  value: string
  onChange: (value: string) => void
}

interface TextFieldProps extends FieldProps {
  autoFocus?: boolean
  placeholder?: string
}

export function TextField({label, onChange, ...props}: TextFieldProps) {
  const id = useId()
  return (
    <Labelled flex={1} id={id} label={label}>
      <TextInput
        {...props}
        autoComplete="off"
        id={id}
        onChange={({currentTarget}) => onChange(currentTarget.value)}
      />
    </Labelled>
  )
}

/** Characters in one line of the dialog. */
const LINE = 60

export function LongTextField({label, value, onChange}: FieldProps) {
  const id = useId()
  return (
    <Labelled flex={1} id={id} label={label}>
      <TextArea
        id={id}
        rows={Math.min(8, Math.max(2, Math.ceil(value.length / LINE)))}
        value={value}
        onChange={({currentTarget}) => onChange(currentTarget.value)}
      />
    </Labelled>
  )
}

interface SelectFieldProps<Value extends string> {
  label: string
  value: Value
  choices: readonly {title: string; value: Value}[]
  onChange: (value: Value) => void
}

export function SelectField<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: SelectFieldProps<Value>) {
  const id = useId()
  return (
    <Labelled flex={1} id={id} label={label}>
      <Select
        id={id}
        value={value}
        onChange={({currentTarget}) => {
          const chosen = choices.find((choice) => choice.value === currentTarget.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.title}
          </option>
        ))}
      </Select>
    </Labelled>
  )
}

const Fieldset = styled.fieldset`
  border: 0;
  margin: 0;
  padding: 0;
  min-width: 0;
`

/** Large enough for a finger. */
const Choice = styled.label`
  display: flex;
  align-items: center;
  gap: 0.75rem;
  min-height: 2rem;
  cursor: pointer;

  @media (pointer: coarse) {
    min-height: 44px;
  }
`

interface ChoicesProps {
  legend: string
  choices: readonly {id: string; label: string}[]
  /** Null as long as nothing is chosen. */
  chosen: string | null
  autoFocus?: boolean
  onChoose: (id: string) => void
}

export function Choices({legend, choices, chosen, autoFocus, onChoose}: ChoicesProps) {
  const name = useId()
  const first = chosen ?? choices[0]?.id
  return (
    <Fieldset>
      <Stack gap={3}>
        <Text as="legend" size={1} weight="medium">
          {legend}
        </Text>
        <Stack gap={1}>
          {choices.map(({id, label}) => (
            <Choice key={id}>
              <input
                type="radio"
                name={name}
                checked={id === chosen}
                autoFocus={autoFocus && id === first}
                onChange={() => onChoose(id)}
              />
              <Flex flex={1}>
                <Text size={1}>{label}</Text>
              </Flex>
            </Choice>
          ))}
        </Stack>
      </Stack>
    </Fieldset>
  )
}
