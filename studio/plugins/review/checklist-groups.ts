// The reasons against the publication of a piece, grouped by how they can be settled.
import type {ReviewReason} from '../../../model/records.ts'
import type {Standing} from '../../../workflow/state.ts'
import {ABOUT_THE_STATE, ASKED_IN_A_DIALOG} from '../../data/actions/reason-codes.ts'

export interface ChecklistGroups {
  mustFix: ReviewReason[]
  /** An editor can override these with a reason. */
  mayPass: ReviewReason[]
  /** These end by themselves. */
  waits: ReviewReason[]
  worthALook: ReviewReason[]
}

/** Reasons about the person or the piece's state: shown elsewhere, and nothing to correct. */
const ABOUT_THE_PROCESS = new Set([...ABOUT_THE_STATE, ...ASKED_IN_A_DIALOG, 'kindNotApplicable'])
const WAITS = new Set(['embargoAhead', 'embargoElsewhere', 'rightsNotYetValid'])

/**
 * @param reasons of publishing the piece
 * @param mistakes found by the forms' own rules
 */
export function checklistGroups(
  reasons: readonly ReviewReason[],
  mistakes: readonly ReviewReason[],
): ChecklistGroups {
  const about = reasons.filter(({code}) => !ABOUT_THE_PROCESS.has(code))
  const refusing = about.filter(({severity}) => severity === 'error')
  const mustFix = refusing.filter(({code, overridable}) => !overridable && !WAITS.has(code))
  return {
    mustFix: [...mustFix, ...mistakes.filter((mistake) => !isSaid(mistake, about))],
    mayPass: refusing.filter(({overridable}) => overridable),
    waits: about
      .filter(({code}) => WAITS.has(code))
      .map((reason): ReviewReason => ({...reason, severity: 'warning'})),
    worthALook: about.filter(({severity, code}) => severity === 'warning' && !WAITS.has(code)),
  }
}

/** One reason for a field of a document is enough. */
function isSaid({document, path = ''}: ReviewReason, reasons: readonly ReviewReason[]): boolean {
  return reasons.some(
    (reason) =>
      reason.severity === 'error' &&
      reason.document === document &&
      reason.path !== undefined &&
      (within(reason.path, path) || within(path, reason.path)),
  )
}

const within = (path: string, outer: string): boolean =>
  path === outer ||
  (outer !== '' && /^[.[]/.test(path.slice(outer.length)) && path.startsWith(outer))

/**
 * The next step if there is no reason against it.
 *
 * @param who `barred` is an editor who may not approve this piece
 */
export function nextStep({state, lapsed}: Standing, who: 'editor' | 'barred' | 'writer'): string {
  const editor = who === 'barred' ? 'Another editor' : who === 'editor' ? 'You' : 'An editor'
  if (lapsed) return `${editor} can approve it again.`
  switch (state) {
    case 'drafting':
    case 'beingCorrected':
      return 'It can be submitted.'
    case 'changesRequested':
    case 'withdrawn':
      return 'It can be submitted again.'
    case 'inReview':
      return `${editor} can approve it.`
    case 'approved':
      return `${who === 'writer' ? 'An editor' : 'You'} can publish it.`
    case 'scheduled':
      return 'It goes out by itself at its time.'
    case 'published':
      return 'Readers see exactly this.'
    case 'killed':
    case 'spiked':
      return ''
  }
}
