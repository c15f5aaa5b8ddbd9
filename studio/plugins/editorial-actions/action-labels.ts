// The icon, key and words of each editorial action. Its title is in the model.
import {ArchiveIcon} from '@sanity/icons/Archive'
import {CalendarIcon} from '@sanity/icons/Calendar'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {CommentIcon} from '@sanity/icons/Comment'
import {EditIcon} from '@sanity/icons/Edit'
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
  icon: ComponentType
  tone: 'positive' | 'caution' | 'critical' | 'primary' | 'default'
  /** With Ctrl and Alt. */
  key: string
  /** What happens: the dialog's first line. */
  explains: string
  /** The label of the note's field where a note is optional. */
  noteLabel?: string
  /** The toast after it is done. */
  done: string
}

/** In the order of a piece's life. */
export const ACTION_LABELS: Readonly<Record<PieceAction | 'amend', ActionLabels>> = {
  submit: {
    icon: UploadIcon,
    tone: 'primary',
    key: 'S',
    explains: 'The editors find it on their desk. You can go on writing; they see what you change.',
    noteLabel: 'A note for the editor (optional)',
    done: 'Submitted. The editors have it on their desk.',
  },
  approve: {
    icon: CheckmarkCircleIcon,
    tone: 'positive',
    key: 'A',
    explains:
      'You approve exactly this text, these pictures and quotes. If any of it changes afterwards, the approval lapses.',
    noteLabel: 'A note (optional)',
    done: 'Approved.',
  },
  publish: {
    icon: PublishIcon,
    tone: 'positive',
    key: 'P',
    explains: 'Readers see it at once, with everything that belongs to it.',
    done: 'Published.',
  },
  schedule: {
    icon: CalendarIcon,
    tone: 'primary',
    key: 'T',
    explains: 'It is published at that time by itself, after every check has been made again.',
    done: 'Scheduled.',
  },
  unschedule: {
    icon: ResetIcon,
    tone: 'default',
    key: 'U',
    explains: 'It stays approved and waits for somebody to publish it.',
    done: 'Taken off the schedule.',
  },
  requestChanges: {
    icon: CommentIcon,
    tone: 'caution',
    key: 'R',
    explains: 'It goes back to its writer, with your words.',
    done: 'Its writer has been asked for changes.',
  },
  handBack: {
    icon: UndoIcon,
    tone: 'default',
    key: 'B',
    explains: 'Its writer looks at what you changed and submits it again.',
    noteLabel: 'A note for the writer (optional)',
    done: 'Handed back to its writer.',
  },
  requireLegal: {
    icon: LockIcon,
    tone: 'caution',
    key: 'L',
    explains: 'It cannot be approved or published until an editor clears the legal check.',
    done: 'A legal check is required.',
  },
  clearLegal: {
    icon: UnlockIcon,
    tone: 'positive',
    key: 'C',
    explains: 'You record that the legal check is done.',
    noteLabel: 'Who checked it, and with what result? (optional)',
    done: 'The legal check is cleared.',
  },
  explainEmbargo: {
    icon: TimelineIcon,
    tone: 'default',
    key: 'E',
    explains: 'The newsroom sees the reason; readers never do.',
    done: 'The reason is noted.',
  },
  discardChanges: {
    icon: RevertIcon,
    tone: 'critical',
    key: 'D',
    explains:
      'The changes since the publication are discarded. Readers see the published piece as before.',
    done: 'The changes are discarded.',
  },
  withdraw: {
    icon: UnpublishIcon,
    tone: 'critical',
    key: 'W',
    explains:
      'Readers no longer find the piece; at its address they read your note. The newsroom keeps the text and can publish it again.',
    done: 'Withdrawn. Readers find your note at its address.',
  },
  kill: {
    icon: CloseCircleIcon,
    tone: 'critical',
    key: 'K',
    explains:
      'Readers no longer find the piece, and it cannot be published again. At its address they read your note.',
    done: 'Killed. Readers find your note at its address.',
  },
  spike: {
    icon: ArchiveIcon,
    tone: 'critical',
    key: 'X',
    explains: 'It will not appear. Nothing is lost: an editor can take it off the spike again.',
    done: 'Spiked.',
  },
  unspike: {
    icon: ResetIcon,
    tone: 'default',
    key: 'X',
    explains: 'It goes back to being written.',
    done: 'It is being written again.',
  },
  amend: {
    icon: EditIcon,
    tone: 'positive',
    // It takes the place of Publish.
    key: 'P',
    explains:
      'Readers see the change at once, in every article that uses it. Each of these articles says what was changed, unless it is minor.',
    done: 'Amended. Readers see the change.',
  },
}
