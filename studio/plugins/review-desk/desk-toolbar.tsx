// Above the queues: the filters, and a link to each queue.
import {SearchIcon} from '@sanity/icons/Search'
import {Box, Button, Card, Flex, Inline, Select, Switch, Text, TextInput} from '@sanity/ui'
import type {Ref} from 'react'
import type {DeskMemory} from './desk-memory.ts'
import type {DeskSection} from './desk-records.ts'
import type {Queue, QueueName} from './queues.ts'

type Filters = Pick<DeskMemory, 'section' | 'words' | 'onlyMine'>

interface DeskToolbarProps {
  filters: Filters
  isMyWork: boolean
  sections: readonly DeskSection[]
  queues: readonly Queue[]
  filterRef: Ref<HTMLInputElement>
  onFilter: (part: Partial<Filters>) => void
  /** Moves from the field to the first found row. */
  onFound: () => void
  onGoTo: (queue: QueueName) => void
  onKeys: () => void
}

export function DeskToolbar({filterRef, ...props}: DeskToolbarProps) {
  const {filters, sections, queues, onFilter} = props
  return (
    <Card borderBottom paddingX={4} paddingTop={3} paddingBottom={2}>
      <Flex gap={3} align="center" wrap="wrap">
        <Box style={{flex: '1 1 220px', maxWidth: 340}}>
          <FindField
            ref={filterRef}
            value={filters.words}
            onChange={(words) => onFilter({words})}
            onFound={props.onFound}
          />
        </Box>
        <Box style={{flex: '0 1 210px'}}>
          <Select
            aria-label="Section"
            fontSize={1}
            padding={2}
            value={filters.section}
            onChange={(event) => onFilter({section: event.currentTarget.value})}
          >
            <option value="">All sections</option>
            {sections.map(({_id, title}) => (
              <option key={_id} value={_id}>
                {title}
              </option>
            ))}
          </Select>
        </Box>
        {!props.isMyWork && (
          <Flex as="label" align="center" gap={2}>
            <Switch
              checked={filters.onlyMine}
              onChange={(event) => onFilter({onlyMine: event.currentTarget.checked})}
            />
            <Text size={1}>Only mine</Text>
          </Flex>
        )}
        <Box flex={1} />
        <Button
          mode="bleed"
          fontSize={1}
          padding={2}
          text="Keys"
          aria-keyshortcuts="?"
          onClick={props.onKeys}
        />
      </Flex>
      <QueueLinks queues={queues} onGoTo={props.onGoTo} />
    </Card>
  )
}

interface FindFieldProps {
  ref: Ref<HTMLInputElement>
  value: string
  onChange: (words: string) => void
  onFound: () => void
}

/** Enter and the arrow key move to the rows. Escape empties the field, then leaves it. */
function FindField({ref, value, onChange, onFound}: FindFieldProps) {
  return (
    <TextInput
      ref={ref}
      aria-label="Find in the desk"
      type="search"
      icon={SearchIcon}
      fontSize={1}
      padding={2}
      placeholder="Headline, byline or section"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'ArrowDown') {
          event.preventDefault()
          onFound()
        }
        if (event.key !== 'Escape') return
        if (value) onChange('')
        else event.currentTarget.blur()
      }}
    />
  )
}

function QueueLinks({queues, onGoTo}: Pick<DeskToolbarProps, 'queues' | 'onGoTo'>) {
  return (
    <Box paddingTop={2} as="nav" style={{marginInline: -8}} aria-label="Queues">
      <Inline gap={1}>
        {queues
          .filter(({pieces}) => pieces.length > 0)
          .map(({name, title, pieces}) => (
            <Button key={name} mode="bleed" padding={2} onClick={() => onGoTo(name)}>
              <Flex gap={2}>
                <Text size={1} weight="medium">
                  {title}
                </Text>
                <Text size={1}>{pieces.length}</Text>
              </Flex>
            </Button>
          ))}
      </Inline>
    </Box>
  )
}
