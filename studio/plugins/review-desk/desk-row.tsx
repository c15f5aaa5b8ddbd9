// One piece on the desk.
import {Checkbox, Text} from '@sanity/ui'
import {memo, type MouseEvent} from 'react'
import {describePiece, type DescribeOptions} from './describe-piece.ts'
import {Assignee, HeadlineCell, StateMark} from './desk-cells.tsx'
import {Row} from './desk-layout.ts'
import type {DeskPiece} from './join-pieces.ts'

export interface RowActions {
  focus: (id: string) => void
  open: (id: string) => void
  select: (id: string, range: boolean) => void
  assign: (id: string) => void
}

interface DeskRowProps {
  piece: DeskPiece
  describe: DescribeOptions
  isSelected: boolean
  /** The one row that Tab reaches. */
  isCurrent: boolean
  maySelect: boolean
  actions: RowActions
}

/** Drawn anew only where something about it has changed. */
export const DeskRow = memo(function DeskRow(props: DeskRowProps) {
  const {piece, describe, isSelected, isCurrent, maySelect, actions} = props
  const {id} = piece
  const words = describePiece(piece, describe)

  const click = (event: MouseEvent): void => {
    if ((event.target as HTMLElement).closest('a, button, input, label')) return
    if (maySelect && (event.shiftKey || event.ctrlKey || event.metaKey)) {
      actions.select(id, event.shiftKey)
    } else actions.open(id)
  }

  return (
    <Row
      role="row"
      id={`desk-row-${id}`}
      data-testid={`desk-row-${id}`}
      data-id={id}
      data-state={piece.state}
      data-selecting={maySelect}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={words.spoken}
      {...(maySelect && {'aria-selected': isSelected})}
      onClick={click}
      onFocus={() => actions.focus(id)}
      // Shift-click draws a range of rows and not of letters.
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
      <div role="gridcell" style={{minWidth: 0}}>
        <HeadlineCell piece={piece} words={words} />
      </div>
      <div role="gridcell" data-column="words" title={words.lengthTitle}>
        <Text size={1} muted align="right">
          {words.length || '–'}
        </Text>
      </div>
      <div role="gridcell" data-column="state">
        <StateMark piece={piece} words={words} />
      </div>
      <div role="gridcell" data-column="waiting" title={words.waitingFor}>
        <Text
          size={1}
          weight={words.waitingFor === 'you' ? 'semibold' : 'regular'}
          textOverflow="ellipsis"
          data-testid="desk-waiting-for"
        >
          {words.waitingFor}
        </Text>
      </div>
      <div role="gridcell" data-column="age" title={describe.time.full(piece.since)}>
        <Text size={1} muted textOverflow="ellipsis">
          {words.age}
        </Text>
      </div>
      <div role="gridcell" data-column="assigned" style={{minWidth: 0}}>
        <Assignee
          piece={piece}
          words={words}
          onAssign={maySelect ? () => actions.assign(id) : undefined}
        />
      </div>
    </Row>
  )
})
