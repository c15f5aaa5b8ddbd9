// The larger cells of a row.
import {Flex, Stack, Text} from '@sanity/ui'
import {UserAvatar} from 'sanity'
import {IntentLink} from 'sanity/router'
import type {DeskAction} from '../../data/slots.tsx'
import type {RowLabels} from './describe-piece.ts'
import {CellButton, Dot, Headline, IconButton, toneColor} from './desk-layout.ts'
import type {DeskPiece} from './join-pieces.ts'
import {STATE_LABELS} from '../../ui/state-labels.ts'

export function HeadlineCell({piece, labels}: {piece: DeskPiece; labels: RowLabels}) {
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
        {labels.dueOut && (
          <Marked
            tone="critical"
            title="It goes out at this time only if it has been approved again by then."
          >
            To go out {labels.dueOut}
          </Marked>
        )}
        {labels.embargo && (
          <Marked tone="caution" title="Nobody can publish it before then.">
            Embargo until {labels.embargo}
          </Marked>
        )}
        {changesWhatIsLive(piece) && (
          <Marked tone="positive" title="Readers see the version before these changes.">
            Live
          </Marked>
        )}
        {about.join(' · ')}
      </Text>
      {labels.failure && (
        <Text
          size={1}
          textOverflow="ellipsis"
          title={labels.failure}
          data-testid="desk-failure"
          style={{color: toneColor('critical')}}
        >
          {labels.failure}
        </Text>
      )}
    </Stack>
  )
}

/** Whether a live piece is in a state that does not show that readers see it. */
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

export function StateMark({piece, labels}: {piece: DeskPiece; labels: RowLabels}) {
  return (
    <Flex align="center" gap={2}>
      <Dot
        aria-hidden
        style={{color: `var(--card-badge-${STATE_LABELS[piece.state].tone}-dot-color)`}}
      />
      <Stack gap={2} style={{minWidth: 0}}>
        <Text size={1} textOverflow="ellipsis">
          {labels.state}
        </Text>
        {labels.lapsed && (
          <Text
            size={0}
            textOverflow="ellipsis"
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

interface ActionButtonsProps {
  piece: DeskPiece
  offered: readonly DeskAction[]
  onAct: (shortcut: string) => void
}

/** The row's keys do the same. */
export function ActionButtons({piece, offered, onAct}: ActionButtonsProps) {
  return offered
    .filter(({isFor}) => isFor(piece))
    .map(({name, title, icon: Icon, shortcut}) => (
      <IconButton
        key={name}
        type="button"
        data-reveal
        tabIndex={-1}
        aria-label={`${title} ${piece.headline}`}
        title={`${title} (${shortcut})`}
        onClick={() => onAct(shortcut)}
      >
        <Text size={1}>
          <Icon />
        </Text>
      </IconButton>
    ))
}

interface AssigneeProps {
  piece: DeskPiece
  labels: RowLabels
  onAssign: (() => void) | undefined
}

export function Assignee({piece, labels, onAssign}: AssigneeProps) {
  const {assignment} = piece
  // A killed or spiked piece cannot be assigned.
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
        <Text size={1} textOverflow="ellipsis" title={labels.assignee}>
          {labels.assignee}
        </Text>
        {labels.due && (
          <Text
            size={0}
            muted={!labels.isOverdue}
            textOverflow="ellipsis"
            data-testid="desk-due"
            style={labels.isOverdue ? {color: toneColor('critical')} : {}}
          >
            {labels.isOverdue ? 'overdue, ' : 'due '}
            {labels.due}
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
