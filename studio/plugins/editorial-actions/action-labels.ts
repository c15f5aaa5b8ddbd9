// The labels, icon and keys of each editorial action.
import {ArchiveIcon} from '@sanity/icons/Archive'
import {CalendarIcon} from '@sanity/icons/Calendar'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {CommentIcon} from '@sanity/icons/Comment'
import {LockIcon} from '@sanity/icons/Lock'
import {PublishIcon} from '@sanity/icons/Publish'
import {ResetIcon} from '@sanity/icons/Reset'
import {RevertIcon} from '@sanity/icons/Revert'
import {TimelineIcon} from '@sanity/icons/Timeline'
import {UndoIcon} from '@sanity/icons/Undo'
import {UnlockIcon} from '@sanity/icons/Unlock'
import {UnpublishIcon} from '@sanity/icons/Unpublish'
import {UploadIcon} from '@sanity/icons/Upload'
import type {ComponentType} from 'react'
import type {EditorialAction} from '../../../model/editorial-actions.ts'

/** Actions on an article; the others have places of their own. */
export type PieceAction = Exclude<EditorialAction, 'amend' | 'assign'>

export interface ActionLabels {
  label: string
  icon: ComponentType
  tone: 'positive' | 'caution' | 'critical' | 'primary' | 'default'
  /** With Ctrl and Alt. */
  key: string
  /** What happens: the dialog's first line. */
  explains: string
  /** The label of the note's field; without it there is no field. */
  noteLabel?: string
  /** The note is required. */
  needsNote?: true
  /** The toast after it is done. */
  done: string
}

export const ACTION_LABELS: Readonly<Record<PieceAction, ActionLabels>> = {
  submit: {
    label: 'Submit',
    icon: UploadIcon,
    tone: 'primary',
    key: 'S',
    explains: 'The editors find it on their desk. You can go on writing; they see what you change.',
    noteLabel: 'A note for the editor (optional)',
    done: 'Submitted. The editors have it on their desk.',
  },
  approve: {
    label: 'Approve',
    icon: CheckmarkCircleIcon,
    tone: 'positive',
    key: 'A',
    explains:
      'You approve exactly this text, these pictures and quotes. If any of it changes afterwards, the approval lapses.',
    noteLabel: 'A note (optional)',
    done: 'Approved.',
  },
  publish: {
    label: 'Publish',
    icon: PublishIcon,
    tone: 'positive',
    key: 'P',
    explains: 'Readers see it at once, with everything that belongs to it.',
    done: 'Published.',
  },
  requestChanges: {
    label: 'Request changes',
    icon: CommentIcon,
    tone: 'caution',
    key: 'R',
    explains: 'It goes back to its writer, with your words.',
    noteLabel: 'What should change?',
    needsNote: true,
    done: 'Its writer has been asked for changes.',
  },
  handBack: {
    label: 'Hand back',
    icon: UndoIcon,
    tone: 'default',
    key: 'B',
    explains: 'Its writer looks at what you changed and submits it again.',
    noteLabel: 'A note for the writer (optional)',
    done: 'Handed back to its writer.',
  },
  schedule: {
    label: 'Schedule',
    icon: CalendarIcon,
    tone: 'primary',
    key: 'T',
    explains: 'It is published at that time by itself, after every check has been made again.',
    done: 'Scheduled.',
  },
  unschedule: {
    label: 'Unschedule',
    icon: ResetIcon,
    tone: 'default',
    key: 'U',
    explains: 'It stays approved and waits for somebody to publish it.',
    done: 'Taken off the schedule.',
  },
  requireLegal: {
    label: 'Require legal check',
    icon: LockIcon,
    tone: 'caution',
    key: 'L',
    explains: 'It cannot be approved or published until an editor clears the legal check.',
    noteLabel: 'What should be checked?',
    needsNote: true,
    done: 'A legal check is required.',
  },
  clearLegal: {
    label: 'Clear legal check',
    icon: UnlockIcon,
    tone: 'positive',
    key: 'C',
    explains: 'You record that the legal check is done.',
    noteLabel: 'Who checked it, and with what result? (optional)',
    done: 'The legal check is cleared.',
  },
  explainEmbargo: {
    label: 'Explain embargo',
    icon: TimelineIcon,
    tone: 'default',
    key: 'E',
    explains: 'The newsroom sees the reason; readers never do.',
    noteLabel: 'Why is it under embargo?',
    needsNote: true,
    done: 'The reason is noted.',
  },
  discardChanges: {
    label: 'Discard changes',
    icon: RevertIcon,
    tone: 'critical',
    key: 'D',
    explains:
      'The changes since the publication are discarded. Readers see the published piece as before.',
    done: 'The changes are discarded.',
  },
  withdraw: {
    label: 'Withdraw',
    icon: UnpublishIcon,
    tone: 'critical',
    key: 'W',
    explains:
      'Readers no longer find the piece; at its address they read your note. The newsroom keeps the text and can publish it again.',
    noteLabel: 'What are readers told?',
    needsNote: true,
    done: 'Withdrawn. Readers find your note at its address.',
  },
  kill: {
    label: 'Kill',
    icon: CloseCircleIcon,
    tone: 'critical',
    key: 'K',
    explains:
      'Readers no longer find the piece, and it cannot be published again. At its address they read your note.',
    noteLabel: 'What are readers told?',
    needsNote: true,
    done: 'Killed. Readers find your note at its address.',
  },
  spike: {
    label: 'Spike',
    icon: ArchiveIcon,
    tone: 'critical',
    key: 'X',
    explains: 'It will not appear. Nothing is lost: an editor can take it off the spike again.',
    noteLabel: 'Why will it not appear?',
    needsNote: true,
    done: 'Spiked.',
  },
  unspike: {
    label: 'Unspike',
    icon: ResetIcon,
    tone: 'default',
    key: 'X',
    explains: 'It goes back to being written.',
    done: 'It is being written again.',
  },
}
