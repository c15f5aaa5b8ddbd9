// One piece on the desk.
import {Checkbox, Flex, Stack, Text} from '@sanity/ui'
import {memo, type MouseEvent} from 'react'
import {UserAvatar} from 'sanity'
import {IntentLink} from 'sanity/router'
import type {RowWords} from './describe-piece.ts'
import {CellButton, Dot, Headline, Row, toneColor} from './desk-layout.ts'
import type {DeskPiece} from './join-pieces.ts'
import {STATE_WORDS} from './state-words.ts'

export interface DeskRowProps {
  piece: DeskPiece
  words: RowWords
  /** The exact times, for those who rest on a column. */
  sinceTitle: string
  isSelected: boolean
  /** The one row that Tab reaches. */
  isCurrent: boolean
  maySelect: boolean
  onFocus: (id: string) => void
  onOpen: (id: string) => void
  onSelect: (id: string, range: boolean) => void
  onAssign: (id: string) => void
}

export const DeskRow = memo(function DeskRow(props: DeskRowProps) {
  const {piece, words, isSelected, isCurrent, maySelect, onSelect} = props
  const {id} = piece

  const click = (event: MouseEvent): void => {
    if ((event.target as HTMLElement).closest('a, button, input, label')) return
    if (maySelect && (event.shiftKey || event.ctrlKey || event.metaKey)) {
      onSelect(id, event.shiftKey)
    } else props.onOpen(id)
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
      onFocus={() => props.onFocus(id)}
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
            onClick={(event) => onSelect(id, event.shiftKey)}
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
      <div role="gridcell" data-column="age" title={props.sinceTitle}>
        <Text size={1} muted textOverflow="ellipsis">
          {words.age}
        </Text>
      </div>
      <div role="gridcell" data-column="assigned" style={{minWidth: 0}}>
        <Assignee {...props} />
      </div>
    </Row>
  )
})

function HeadlineCell({piece, words}: {piece: DeskPiece; words: RowWords}) {
  const about = [piece.sectionTitle || 'No section', piece.bylines.join(', ') || 'No byline']
  return (
    <Stack gap={3}>
      <Text
        size={2}
        weight="medium"
        textOverflow="ellipsis"
        title={piece.headline}
        muted={!piece.hasHeadline}
      >
        <Headline>
          <IntentLink intent="edit" params={{id: piece.id, type: 'article'}} tabIndex={-1}>
            {piece.headline}
          </IntentLink>
        </Headline>
      </Text>
      <Text size={1} muted textOverflow="ellipsis">
        {piece.legal?.state === 'required' && (
          <Marked tone="critical" title={piece.legal.note ?? ''}>
            Legal check
          </Marked>
        )}
        {words.embargo && (
          <Marked tone="caution" title="Nobody can publish it before then.">
            Embargo until {words.embargo}
          </Marked>
        )}
        {about.join(' · ')}
      </Text>
      {words.failure && (
        <Text
          size={1}
          textOverflow="ellipsis"
          title={words.failure}
          data-testid="desk-failure"
          style={{color: toneColor('critical')}}
        >
          {words.failure}
        </Text>
      )}
    </Stack>
  )
}

function Marked({tone, title, children}: {tone: string; title: string; children: React.ReactNode}) {
  return (
    <>
      <span title={title} style={{color: toneColor(tone)}}>
        {children}
      </span>
      {' · '}
    </>
  )
}

function StateMark({piece, words}: {piece: DeskPiece; words: RowWords}) {
  return (
    <Flex align="center" gap={2}>
      <Dot
        aria-hidden
        style={{color: `var(--card-badge-${STATE_WORDS[piece.state].tone}-dot-color)`}}
      />
      <Stack gap={2} style={{minWidth: 0}}>
        <Text size={1} textOverflow="ellipsis">
          {words.state}
        </Text>
        {words.lapsed && (
          <Text
            size={0}
            textOverflow="ellipsis"
            data-testid="desk-lapsed"
            title="It was approved, and something in it has changed since. It needs a new approval, or the change undone."
            style={{color: toneColor('caution')}}
          >
            approval lapsed
          </Text>
        )}
      </Stack>
    </Flex>
  )
}

function Assignee({piece, words, maySelect, onAssign}: DeskRowProps) {
  const {assignment, id} = piece
  // Nothing is waiting any more: there is nobody to give it to.
  const mayAssign = maySelect && piece.state !== 'killed' && piece.state !== 'spiked'
  if (!assignment) {
    return mayAssign ? (
      <CellButton type="button" data-reveal tabIndex={-1} onClick={() => onAssign(id)}>
        <Text size={1} muted>
          Assign …
        </Text>
      </CellButton>
    ) : null
  }
  const content = (
    <Flex align="center" gap={2}>
      <span data-avatar>
        <UserAvatar user={assignment.assignee} size={0} />
      </span>
      <Stack gap={2} style={{minWidth: 0}}>
        <Text size={1} textOverflow="ellipsis" title={words.assignee}>
          {words.assignee}
        </Text>
        {words.due && (
          <Text
            size={0}
            muted={!words.isOverdue}
            textOverflow="ellipsis"
            data-testid="desk-due"
            style={words.isOverdue ? {color: toneColor('critical')} : {}}
          >
            {words.isOverdue ? 'overdue, ' : 'due '}
            {words.due}
          </Text>
        )}
      </Stack>
    </Flex>
  )
  if (!mayAssign) return content
  return (
    <CellButton type="button" tabIndex={-1} title="Change who has it" onClick={() => onAssign(id)}>
      {content}
    </CellButton>
  )
}
