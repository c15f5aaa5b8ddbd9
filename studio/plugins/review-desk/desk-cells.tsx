// What stands in a row's larger cells.
import {Flex, Stack, Text} from '@sanity/ui'
import {UserAvatar} from 'sanity'
import {IntentLink} from 'sanity/router'
import type {RowWords} from './describe-piece.ts'
import {CellButton, Dot, Headline, toneColor} from './desk-layout.ts'
import type {DeskPiece} from './join-pieces.ts'
import {STATE_LABELS} from '../../ui/state-labels.ts'

export function HeadlineCell({piece, words}: {piece: DeskPiece; words: RowWords}) {
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
          <IntentLink intent="edit" params={{id: piece.id, type: piece.type}} tabIndex={-1}>
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
        {words.dueOut && (
          <Marked
            tone="critical"
            title="It goes out at this time only if it has been approved again by then."
          >
            To go out {words.dueOut}
          </Marked>
        )}
        {words.embargo && (
          <Marked tone="caution" title="Nobody can publish it before then.">
            Embargo until {words.embargo}
          </Marked>
        )}
        {changesWhatIsLive(piece) && (
          <Marked tone="positive" title="Readers see the version before these changes.">
            Live
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

/** In these states nothing else says that readers have it already. */
function changesWhatIsLive({isLive, state}: DeskPiece): boolean {
  return isLive && state !== 'published' && state !== 'beingCorrected'
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

export function StateMark({piece, words}: {piece: DeskPiece; words: RowWords}) {
  return (
    <Flex align="center" gap={2}>
      <Dot
        aria-hidden
        style={{color: `var(--card-badge-${STATE_LABELS[piece.state].tone}-dot-color)`}}
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

interface AssigneeProps {
  piece: DeskPiece
  words: RowWords
  onAssign: (() => void) | undefined
}

export function Assignee({piece, words, onAssign}: AssigneeProps) {
  const {assignment} = piece
  // Nothing is waiting any more: there is nobody to give it to.
  const mayAssign = onAssign && piece.state !== 'killed' && piece.state !== 'spiked'
  if (!assignment) {
    return mayAssign ? (
      <CellButton type="button" data-reveal tabIndex={-1} onClick={onAssign}>
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
    <CellButton type="button" tabIndex={-1} title="Change who has it" onClick={onAssign}>
      {content}
    </CellButton>
  )
}
