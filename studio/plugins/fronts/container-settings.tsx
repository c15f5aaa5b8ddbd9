// The head of a container: its heading, its layout, and what fills it up.
import {ArrowDownIcon} from '@sanity/icons/ArrowDown'
import {ArrowUpIcon} from '@sanity/icons/ArrowUp'
import {TrashIcon} from '@sanity/icons/Trash'
import {Box, Button, Flex, Select, TextInput} from '@sanity/ui'
import {useState} from 'react'
import {FILLS, LAYOUTS, MOST_STORIES, type Fill, type Layout} from '../../../model/fronts.ts'
import {weakly, type FrontContainer, type FrontFill} from './front-document.ts'
import {placesOf, type ContainerFields} from './front-edits.ts'
import type {FrontChoice} from './load-front.ts'

interface ContainerSettingsProps {
  container: FrontContainer
  name: string
  sections: readonly FrontChoice[]
  isReadOnly: boolean
  onSet: (fields: ContainerFields) => void
  onUp?: () => void
  onDown?: () => void
  onRemove: () => void
}

export function ContainerSettings(props: ContainerSettingsProps) {
  const {container, name, isReadOnly, onSet} = props
  return (
    <Flex align="center" gap={2} wrap="wrap">
      <Box flex={1} style={{minWidth: 140}}>
        <Heading key={container.title ?? ''} {...props} />
      </Box>
      <Box style={{width: 170}}>
        <Select
          aria-label={`Layout of ${name}`}
          disabled={isReadOnly}
          value={container.layout}
          onChange={(event) => onSet({layout: event.currentTarget.value as Layout})}
        >
          {Object.entries(LAYOUTS).map(([value, {title}]) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </Select>
      </Box>
      <Box style={{width: 250}}>
        <FillChoice {...props} />
      </Box>
      <Box style={{width: 72}}>
        <TextInput
          aria-label={`Stories in ${name}`}
          disabled={isReadOnly}
          max={MOST_STORIES}
          min={1}
          type="number"
          value={String(placesOf(container))}
          onChange={(event) => {
            const count = Number(event.currentTarget.value)
            if (Number.isInteger(count) && count >= 1 && count <= MOST_STORIES) onSet({count})
          }}
        />
      </Box>
      {!isReadOnly && <Moves {...props} />}
    </Flex>
  )
}

/** Stored when one leaves it. */
function Heading({container, name, isReadOnly, onSet}: ContainerSettingsProps) {
  const [text, setText] = useState(container.title ?? '')
  const store = (): void => {
    const title = text.trim() || undefined
    if (title !== container.title) onSet({title})
  }
  return (
    <TextInput
      aria-label={`Heading of ${name}`}
      disabled={isReadOnly}
      placeholder="No heading"
      value={text}
      weight="semibold"
      onBlur={store}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') store()
      }}
    />
  )
}

/** `section <id>`: a rule and what it is about, as one choice. A topic is chosen in the form. */
function FillChoice({container, name, sections, isReadOnly, onSet}: ContainerSettingsProps) {
  const {fill} = container
  const value =
    fill?.from === 'section' ? `section ${fill.section?._ref}` : (fill?.from ?? 'nothing')
  const choose = (choice: string): void => {
    const [from = 'nothing', section] = choice.split(' ')
    const chosen: FrontFill = {
      _type: 'frontFill',
      from: from as Fill,
      ...(section && {section: weakly(section)}),
    }
    onSet({fill: chosen})
  }
  return (
    <Select
      aria-label={`Filled up by, for ${name}`}
      disabled={isReadOnly}
      value={value}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="newest">{FILLS.newest}</option>
      {sections.map(({_id, title}) => (
        <option key={_id} value={`section ${_id}`}>
          The newest of {title}
        </option>
      ))}
      {!['newest', 'section', 'nothing'].includes(fill?.from ?? 'nothing') && (
        <option value={value}>{FILLS[fill?.from ?? 'nothing']}</option>
      )}
      <option value="nothing">Nothing</option>
    </Select>
  )
}

function Moves({name, onUp, onDown, onRemove}: ContainerSettingsProps) {
  const touch = {minHeight: 44, minWidth: 44}
  return (
    <Flex gap={1}>
      <Button
        aria-label={`Move ${name} up`}
        disabled={!onUp}
        icon={ArrowUpIcon}
        mode="bleed"
        style={touch}
        onClick={onUp}
      />
      <Button
        aria-label={`Move ${name} down`}
        disabled={!onDown}
        icon={ArrowDownIcon}
        mode="bleed"
        style={touch}
        onClick={onDown}
      />
      <Button
        aria-label={`Remove ${name}`}
        icon={TrashIcon}
        mode="bleed"
        style={touch}
        onClick={onRemove}
      />
    </Flex>
  )
}
