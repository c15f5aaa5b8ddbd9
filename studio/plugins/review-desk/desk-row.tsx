// One piece on the desk.
import {Box, Checkbox, Flex, Text} from '@sanity/ui'
import {memo, type MouseEvent} from 'react'
import type {DeskAction} from '../../data/slots.tsx'
import {describePiece, type DescribeOptions, type RowLabels} from './describe-piece.ts'
import {ActionButtons, Assignee, HeadlineCell, StateMark} from './desk-cells.tsx'
import {Row} from './desk-layout.ts'
import {rowId} from './focus-row.ts'
import type {DeskPiece} from './join-pieces.ts'

export interface RowActions {
  focus: (id: string) => void
  open: (id: string) => void
  select: (id: string, range: boolean) => void
  assign: (id: string) => void
  /** Opens the desk action with this shortcut. */
  act: (shortcut: string, id: string) => void
}

interface DeskRowProps {
  piece: DeskPiece
  describe: DescribeOptions
  isSelected: boolean
  /** The one row that Tab reaches. */
  isCurrent: boolean
  maySelect: boolean
  offered: readonly DeskAction[]
  actions: RowActions
}

/** Renders again only if its data has changed. */
export const DeskRow = memo(function DeskRow(props: DeskRowProps) {
  const {piece, describe, isSelected, isCurrent, maySelect, offered, actions} = props
  const {id} = piece
  const labels = describePiece(piece, describe)

  const click = (event: MouseEvent): void => {
    if ((event.target as HTMLElement).closest('a, button, input, label')) return
    if (maySelect && (event.shiftKey || event.ctrlKey || event.metaKey)) {
      actions.select(id, event.shiftKey)
    } else actions.open(id)
  }

  return (
    <Row
      role="row"
      id={rowId(id)}
      data-testid={`desk-row-${id}`}
      data-id={id}
      data-state={piece.state}
      data-selecting={maySelect}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={labels.spoken}
      {...(maySelect && {'aria-selected': isSelected})}
      onClick={click}
      onFocus={() => actions.focus(id)}
      // Shift-click selects rows, not text.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      {maySelect && (
        <div role="gridcell">
          <Checkbox
            tabIndex={-1}
            aria-label={`Select ${piece.headline}`}
            checked={isSelected}
            onChange={() => {}}
            onClick={(event) => actions.select(id, event.shiftKey)}
          />
        </div>
      )}
      <Cells
        piece={piece}
        labels={labels}
        fullAge={describe.time.full(piece.since)}
        offered={offered}
        onAct={(shortcut) => actions.act(shortcut, id)}
        onAssign={maySelect ? () => actions.assign(id) : undefined}
      />
    </Row>
  )
})

interface CellsProps {
  piece: DeskPiece
  labels: RowLabels
  /** The exact time behind the age. */
  fullAge: string
  offered: readonly DeskAction[]
  onAct: (shortcut: string) => void
  onAssign: (() => void) | undefined
}

function Cells({piece, labels, fullAge, offered, onAct, onAssign}: CellsProps) {
  return (
    <>
      <div role="gridcell" style={{minWidth: 0}}>
        <Flex align="center" gap={2}>
          <Box flex={1} style={{minWidth: 0}}>
            <HeadlineCell piece={piece} labels={labels} />
          </Box>
          <ActionButtons piece={piece} offered={offered} onAct={onAct} />
        </Flex>
      </div>
      <div role="gridcell" data-column="words" title={labels.lengthTitle}>
        <Text size={1} muted align="right">
          {labels.length || '–'}
        </Text>
      </div>
      <div role="gridcell" data-column="state">
        <StateMark piece={piece} labels={labels} />
      </div>
      <div role="gridcell" data-column="waiting" title={labels.waitingFor}>
        <Text
          size={1}
          weight={labels.waitingFor === 'you' ? 'semibold' : 'regular'}
          textOverflow="ellipsis"
        >
          {labels.waitingFor}
        </Text>
      </div>
      <div role="gridcell" data-column="age" title={fullAge}>
        <Text size={1} muted textOverflow="ellipsis">
          {labels.age}
        </Text>
      </div>
      <div role="gridcell" data-column="assigned" style={{minWidth: 0}}>
        <Assignee piece={piece} labels={labels} onAssign={onAssign} />
      </div>
    </>
  )
}
