// One suggestion: accepted, changed or dropped.
import {Badge, Box, Button, Card, Flex, Select, Stack, Text, TextArea, TextInput} from '@sanity/ui'
import {useEffect, useMemo} from 'react'
import {styled} from 'styled-components'
import {sameName, type LookedUp} from './look-ups.ts'
import {
  chosen,
  confirmed,
  edited,
  ROW_TITLES,
  toggled,
  type Field,
  type Proposal,
  type Row,
} from './proposal.ts'
import {ROW_TONES} from './row-tones.ts'

interface RowCardProps {
  row: Row
  proposal: Proposal
  lookedUp: LookedUp
  isSelected: boolean
  isEditing: boolean
  onSelect: () => void
  onEdit: () => void
  onChange: (proposal: Proposal) => void
}

export function RowCard(props: RowCardProps) {
  const {row, isSelected, isEditing, onSelect} = props
  const isOut = row.isDropped
  return (
    <Card
      border
      data-row={row.key}
      data-testid={`intake-row-${row.key}`}
      role="group"
      aria-label={`${ROW_TITLES[row.kind]}: ${row.words}`}
      tabIndex={isSelected ? 0 : -1}
      padding={3}
      radius={2}
      tone={isOut ? 'transparent' : ROW_TONES[row.kind]}
      {...(isSelected && {shadow: 2})}
      onFocus={({target, currentTarget}) => {
        if (target === currentTarget && !isSelected) onSelect()
      }}
      onClick={() => (isSelected ? undefined : onSelect())}
    >
      <Flex gap={3} align="flex-start">
        {row.picture !== null && <Thumbnail picture={row.picture} proposal={props.proposal} />}
        <Box flex={1}>
          <Stack gap={3}>
            <Heading row={row} />
            {isEditing ? <Fields {...props} /> : <Shown row={row} />}
            {!isOut && <SameNames {...props} />}
            {isSelected && !isEditing && <Buttons {...props} />}
          </Stack>
        </Box>
      </Flex>
    </Card>
  )
}

function Heading({row: {kind, isDropped, isConfirmed}}: {row: Row}) {
  const state = stateOf(kind, isDropped)
  return (
    <Flex gap={2} align="center">
      <Box flex={1}>
        <Text muted size={0} weight="medium">
          {ROW_TITLES[kind]}
        </Text>
      </Box>
      {state && <Badge fontSize={0}>{state}</Badge>}
      {isConfirmed !== null && !isDropped && (
        <Badge fontSize={0} tone={isConfirmed ? 'positive' : 'default'}>
          {isConfirmed ? 'Confirmed' : 'Suggested'}
        </Badge>
      )}
    </Flex>
  )
}

function stateOf(kind: Row['kind'], isDropped: boolean): string | null {
  if (kind === 'leftOut') return isDropped ? null : 'Back in the text'
  if (!isDropped) return null
  return kind === 'section' ? 'Not set' : 'Stays in the text'
}

const Words = styled(Text)`
  overflow-wrap: anywhere;
  white-space: pre-wrap;
`

function Shown({row: {kind, words, fields, picture, isDropped}}: {row: Row}) {
  const isQuote = kind === 'quote'
  return (
    <Stack gap={2}>
      <Words
        muted={isDropped || words === ''}
        size={kind === 'headline' ? 2 : 1}
        weight={kind === 'headline' ? 'semibold' : 'regular'}
      >
        {isQuote ? `“${words}”` : words || 'Not found. Choose it here or on the form.'}
      </Words>
      {!isDropped && (isQuote || kind === 'photo') && <Details kind={kind} fields={fields} />}
      {!isDropped && kind === 'photo' && picture === null && (
        <Text muted size={1}>
          The picture is not in the file. Add it on the photo’s form.
        </Text>
      )}
    </Stack>
  )
}

/** Speakers, or the credit with everything in it. */
function Details({kind, fields}: {kind: 'quote' | 'photo'; fields: Field[]}) {
  const lines = kind === 'quote' ? speakerLines(fields) : creditLines(fields)
  return lines.map((line) => (
    <Words key={line} muted size={1}>
      {line}
    </Words>
  ))
}

function speakerLines(fields: Field[]): string[] {
  const value = (name: string): string => fields.find((field) => field.name === name)?.value ?? ''
  const speakers = fields.flatMap(({name}) => {
    const [, position] = /^(\d+)\.name$/.exec(name) ?? []
    if (position === undefined) return []
    const parts = ['name', 'title', 'affiliation'].map((part) => value(`${position}.${part}`))
    return parts[0] ? [parts.filter(Boolean).join(', ')] : []
  })
  const form = fields.find(({name}) => name === 'form')
  const label = form?.choices?.find((choice) => choice.value === form.value)?.label ?? ''
  const said = speakers.length > 0 ? speakers : [value('attribution') || 'No speaker found']
  return [...said, label]
}

function creditLines(fields: Field[]): string[] {
  const [, credit, creator, holder, alt] = fields.map(({value}) => value)
  return [
    credit || 'No credit found',
    creator ? `Photographer: ${creator}` : '',
    holder ? `Rights holder: ${holder}` : '',
    alt ? `Description: ${alt}` : '',
  ].filter(Boolean)
}

function Fields({row, proposal, onChange}: RowCardProps) {
  return (
    <Stack gap={3}>
      {row.kind === 'quote' && <Words size={1}>“{row.words}”</Words>}
      {row.fields.map((field) => (
        <Stack key={field.name} gap={2}>
          <Text as="label" htmlFor={`${row.key}-${field.name}`} size={0} weight="medium">
            {field.label}
          </Text>
          <FieldInput
            id={`${row.key}-${field.name}`}
            field={field}
            onChange={(value) => onChange(edited(proposal, row.key, {[field.name]: value}))}
          />
        </Stack>
      ))}
    </Stack>
  )
}

interface FieldInputProps {
  id: string
  field: Field
  onChange: (value: string) => void
}

function FieldInput({id, field: {value, choices, isLong}, onChange}: FieldInputProps) {
  if (choices) {
    return (
      <Select
        id={id}
        fontSize={1}
        padding={2}
        value={value}
        onChange={({currentTarget}) => onChange(currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    )
  }
  const own = {
    id,
    fontSize: 1,
    padding: 2,
    value,
    onChange: ({currentTarget}: {currentTarget: {value: string}}) => onChange(currentTarget.value),
  }
  return isLong ? <TextArea rows={3} {...own} /> : <TextInput {...own} />
}

/** People who have a document already. They are used only where a person says so. */
function SameNames({row, proposal, lookedUp, onChange}: RowCardProps) {
  const {people} = row
  if (!people) return null
  const {kind} = people
  return people.names.flatMap((name) => {
    const known = sameName(lookedUp, kind, name)
    if (known.length === 0) return []
    const value = proposal.chosen[kind][name]?.id ?? ''
    const choices = [
      {id: '', label: `Make a new ${name}`, person: null},
      ...known.map((person) => ({
        id: person.id,
        label: `Use the existing ${name}${person.about ? ` (${person.about})` : ''}`,
        person,
      })),
    ]
    return [
      <Stack key={name} gap={2} role="radiogroup" aria-label={`${name} exists already`}>
        {choices.map(({id, label, person}) => (
          <Flex key={id} as="label" gap={2} align="center">
            <input
              type="radio"
              name={`${row.key}-${name}`}
              checked={id === value}
              onChange={() => onChange(chosen(proposal, kind, name, person))}
            />
            <Text size={1}>{label}</Text>
          </Flex>
        ))}
      </Stack>,
    ]
  })
}

/** For the mouse. The keys that do the same are in the line below. */
function Buttons({row, proposal, onEdit, onChange}: RowCardProps) {
  const {key, kind, isDropped, isConfirmed, fields} = row
  const small = {fontSize: 0, padding: 2, mode: 'ghost', tabIndex: -1} as const
  return (
    <Flex gap={2}>
      {isConfirmed !== null && !isDropped && (
        <Button
          {...small}
          text={isConfirmed ? 'Not confirmed' : 'Confirm'}
          onClick={() => onChange(confirmed(proposal, key))}
        />
      )}
      {fields.length > 0 && !isDropped && <Button {...small} text="Edit" onClick={onEdit} />}
      <Button
        {...small}
        text={dropLabel(kind, isDropped)}
        onClick={() => onChange(toggled(proposal, key))}
      />
    </Flex>
  )
}

function dropLabel(kind: Row['kind'], isDropped: boolean): string {
  if (kind === 'leftOut') return isDropped ? 'Put back into the text' : 'Leave out'
  return isDropped ? `Make it the ${ROW_TITLES[kind].toLowerCase()}` : 'Drop'
}

/** The picture of the file. Of one that has only an address, nothing is fetched. */
function Thumbnail({picture, proposal}: {picture: number; proposal: Proposal}) {
  const {bytes = null, mediaType = null} = proposal.result.reading.pictures[picture] ?? {}
  const address = useMemo(
    () =>
      bytes
        ? URL.createObjectURL(new Blob([new Uint8Array(bytes)], {type: mediaType ?? ''}))
        : null,
    [bytes, mediaType],
  )
  useEffect(() => () => (address ? URL.revokeObjectURL(address) : undefined), [address])
  if (!address) {
    return (
      <Box style={{width: 96}}>
        <Text muted size={0}>
          Only the picture’s address is in the file. Add the picture on its form.
        </Text>
      </Box>
    )
  }
  return <img src={address} alt="" width={96} style={{borderRadius: 2}} />
}
