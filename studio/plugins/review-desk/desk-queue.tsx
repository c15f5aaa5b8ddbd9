// One queue of the desk: its name, its count and its rows.
import {ChevronDownIcon} from '@sanity/icons/ChevronDown'
import {ChevronRightIcon} from '@sanity/icons/ChevronRight'
import {Box, Button, Flex, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {Line, QueueHead} from './desk-layout.ts'
import type {Queue} from './queues.ts'

interface DeskQueueProps {
  queue: Queue
  isOpen: boolean
  /** The number of visible rows. A click shows the rest. */
  shown: number
  maySelect: boolean
  onToggle: () => void
  onShowAll: () => void
  children: ReactNode
}

export function DeskQueue(props: DeskQueueProps) {
  const {queue, isOpen, shown, maySelect, onToggle, onShowAll, children} = props
  const {name, title, pieces, mineAbove} = queue
  const columns = maySelect ? 7 : 6
  const hidden = pieces.length - shown
  return (
    <div
      role="rowgroup"
      aria-label={`${title}, ${pieces.length}`}
      id={`desk-queue-${name}`}
      data-testid={`desk-queue-${name}`}
    >
      <QueueHead role="row">
        <div role="gridcell" aria-colspan={columns}>
          <Box paddingX={3} paddingTop={3} paddingBottom={1}>
            <Flex align="center" gap={2}>
              <Button mode="bleed" padding={2} aria-expanded={isOpen} onClick={onToggle}>
                <Flex align="center" gap={2}>
                  <Text size={1}>{isOpen ? <ChevronDownIcon /> : <ChevronRightIcon />}</Text>
                  <Text size={1} weight="semibold">
                    {title}
                  </Text>
                  <Text size={1}>{pieces.length}</Text>
                </Flex>
              </Button>
              {mineAbove > 0 && (
                <Text size={1} muted>
                  and {mineAbove} of yours above
                </Text>
              )}
            </Flex>
          </Box>
        </div>
      </QueueHead>
      {isOpen && children}
      {isOpen && hidden > 0 && (
        <Line role="row" data-selecting={maySelect}>
          <div role="gridcell" aria-colspan={columns} style={{gridColumn: '1 / -1'}}>
            <Button
              mode="bleed"
              fontSize={1}
              padding={3}
              text={`Show ${hidden} more`}
              onClick={onShowAll}
            />
          </div>
        </Line>
      )}
    </div>
  )
}
