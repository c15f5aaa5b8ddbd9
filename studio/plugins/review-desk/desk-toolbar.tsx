// What stands above the queues: finding, the section, one's own, and the way to each queue.
import {SearchIcon} from '@sanity/icons/Search'
import {Box, Button, Card, Flex, Inline, Select, Switch, Text, TextInput} from '@sanity/ui'
import type {Ref} from 'react'
import type {DeskSection} from './desk-records.ts'
import type {Queue, QueueName} from './queues.ts'

interface DeskToolbarProps {
  words: string
  section: string
  onlyMine: boolean
  sections: readonly DeskSection[]
  queues: readonly Queue[]
  filterRef: Ref<HTMLInputElement>
  onWords: (words: string) => void
  /** From the field to the first row of what it found. */
  onFound: () => void
  onSection: (section: string) => void
  onOnlyMine: (onlyMine: boolean) => void
  onGoTo: (queue: QueueName) => void
  onKeys: () => void
}

export function DeskToolbar({filterRef, ...props}: DeskToolbarProps) {
  const {queues} = props
  return (
    <Card borderBottom paddingX={4} paddingTop={3} paddingBottom={2}>
      <Flex gap={3} align="center" wrap="wrap">
        <Box style={{flex: '1 1 220px', maxWidth: 340}}>
          <TextInput
            ref={filterRef}
            aria-label="Find in the desk"
            data-testid="desk-filter"
            type="search"
            icon={SearchIcon}
            fontSize={1}
            padding={2}
            placeholder="Headline, byline or section"
            value={props.words}
            onChange={(event) => props.onWords(event.currentTarget.value)}
            // The field gives the keys back to the rows.
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === 'ArrowDown') {
                event.preventDefault()
                props.onFound()
              }
              if (event.key !== 'Escape') return
              if (props.words) props.onWords('')
              else event.currentTarget.blur()
            }}
          />
        </Box>
        <Box style={{flex: '0 1 210px'}}>
          <Select
            aria-label="Section"
            data-testid="desk-section"
            fontSize={1}
            padding={2}
            value={props.section}
            onChange={(event) => props.onSection(event.currentTarget.value)}
          >
            <option value="">All sections</option>
            {props.sections.map(({_id, title}) => (
              <option key={_id} value={_id}>
                {title}
              </option>
            ))}
          </Select>
        </Box>
        <Flex as="label" align="center" gap={2}>
          <Switch
            data-testid="desk-only-mine"
            checked={props.onlyMine}
            onChange={(event) => props.onOnlyMine(event.currentTarget.checked)}
          />
          <Text size={1}>Only mine</Text>
        </Flex>
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
      <Box paddingTop={2} as="nav" style={{marginInline: -8}} aria-label="Queues">
        <Inline gap={1}>
          {queues
            .filter(({pieces}) => pieces.length > 0)
            .map(({name, title, pieces}) => (
              <Button key={name} mode="bleed" padding={2} onClick={() => props.onGoTo(name)}>
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
    </Card>
  )
}
