// Sorts the reasons of a check by how a dialog treats them.
import type {ReviewReason} from '../../../model/records.ts'

export interface SortedReasons {
  /** Nothing in the dialog can settle these. */
  blocking: ReviewReason[]
  /** An editor can override these, with a reason. They stay here once it is given, so that it can be changed. */
  overridable: ReviewReason[]
  /** Whether one of them still lacks a reason. */
  lacksOverride: boolean
  /** The dialog's own fields settle these. */
  missing: ReviewReason[]
  warnings: ReviewReason[]
}

/** @param isAskedHere whether one of the dialog's own fields settles it */
export function sortReasons(
  reasons: readonly ReviewReason[],
  isAskedHere: (reason: ReviewReason) => boolean,
): SortedReasons {
  const errors = reasons.filter(({severity}) => severity === 'error')
  const others = errors.filter((reason) => !isAskedHere(reason))
  return {
    blocking: others.filter(({overridable}) => !overridable),
    overridable: reasons.filter(({overridable}) => overridable),
    lacksOverride: others.some(({overridable}) => overridable),
    missing: errors.filter(isAskedHere),
    warnings: reasons.filter(({severity, overridable}) => severity === 'warning' && !overridable),
  }
}
