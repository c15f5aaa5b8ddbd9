// What people do to a piece: every act, from where to where it leads, and whose it is. Data.
import {STATES, type Stage, type State} from './stages.ts'
import type {RoleName} from './roles.ts'

export interface EditorialActionDefinition {
  title: string
  /** States in which it can be performed. */
  from: readonly State[]
  /** The stage that it sets; without one it stays. */
  to?: Stage
  roles: readonly RoleName[]
  /** What `note` holds where it is required, for the form's label. */
  needsNote?: string
}

const ANYWHERE = (Object.keys(STATES) as State[]).filter(
  (state) => state !== 'killed' && state !== 'spiked',
)

const ACTIONS = {
  submit: {
    title: 'Submit',
    from: ['drafting', 'beingCorrected', 'changesRequested', 'withdrawn'],
    to: 'inReview',
    roles: ['journalist', 'editor'],
  },
  requestChanges: {
    title: 'Request changes',
    from: ['inReview', 'approved'],
    to: 'changesRequested',
    roles: ['editor'],
    needsNote: 'What should change?',
  },
  handBack: {
    title: 'Hand back',
    from: ['inReview'],
    to: 'changesRequested',
    roles: ['editor'],
  },
  approve: {title: 'Approve', from: ['inReview'], to: 'approved', roles: ['editor']},
  schedule: {title: 'Schedule', from: ['approved'], to: 'scheduled', roles: ['editor']},
  // A lapsed one is in review again, and its time is still set, so it can be taken back too.
  unschedule: {
    title: 'Unschedule',
    from: ['scheduled', 'inReview'],
    to: 'approved',
    roles: ['editor'],
  },
  publish: {title: 'Publish', from: ['approved'], to: 'published', roles: ['editor']},
  amend: {title: 'Amend', from: ANYWHERE, roles: ['editor', 'photoEditor']},
  requireLegal: {
    title: 'Require legal check',
    from: ANYWHERE,
    roles: ['editor'],
    needsNote: 'What should be checked?',
  },
  clearLegal: {title: 'Clear legal check', from: ANYWHERE, roles: ['editor']},
  explainEmbargo: {
    title: 'Explain embargo',
    from: ANYWHERE,
    roles: ['editor'],
    needsNote: 'Why is it under embargo?',
  },
  assign: {title: 'Assign', from: ANYWHERE, roles: ['editor']},
  discardChanges: {
    title: 'Discard changes',
    from: ['beingCorrected', 'changesRequested'],
    to: 'published',
    roles: ['journalist', 'photoEditor', 'editor'],
  },
  withdraw: {
    title: 'Withdraw',
    from: ['published', 'beingCorrected', 'inReview', 'changesRequested', 'approved'],
    to: 'withdrawn',
    roles: ['editor'],
    needsNote: 'What are readers told?',
  },
  kill: {
    title: 'Kill',
    from: ['published', 'beingCorrected', 'inReview', 'changesRequested', 'approved'],
    to: 'killed',
    roles: ['administrator'],
    needsNote: 'What are readers told?',
  },
  spike: {
    title: 'Spike',
    from: ['drafting', 'inReview', 'changesRequested', 'approved'],
    to: 'spiked',
    roles: ['journalist', 'editor'],
    needsNote: 'Why will it not appear?',
  },
  unspike: {title: 'Unspike', from: ['spiked'], to: 'drafting', roles: ['editor']},
} satisfies Record<string, EditorialActionDefinition>

export type EditorialAction = keyof typeof ACTIONS

export const EDITORIAL_ACTIONS: Readonly<Record<EditorialAction, EditorialActionDefinition>> =
  ACTIONS

/** What `POST /v1/acts/:dataset` takes. */
export interface EditorialActionRequest {
  act: EditorialAction
  articleId: string
  /** `_rev` of the draft (of the live article where there is none) that the person looked at. */
  ifRevision?: string
  /** Content hash of the piece that the person looked at. */
  ifContentHash?: string
  note?: string
  /** ISO 8601, for `schedule`. */
  publishAt?: string
  overrides?: {code: string; document?: string; reason: string}[]
  /** For `publish` and `schedule` on a live piece. */
  correction?: {
    type: 'correction' | 'clarification' | 'update' | 'editorsNote' | 'minor'
    readerNote: string
    wrongText?: string
    rightText?: string
  }
  /** For `assign`: account id and ISO 8601; no assignee takes it back. */
  assignee?: string | null
  dueAt?: string | null
  /** For `amend`: the photo, quote or source; `articleId` then names it too, or is left out. */
  documentId?: string
  /** For `amend`: what each live article that uses it says, by the article's id. */
  amendments?: Record<string, EditorialActionRequest['correction']>
}
