// Overrides: an editor explains why a reason may be ignored.
import type {Override, ReviewReason} from '../../model/records.ts'

/** An overridden reason stays in the list, but no longer prevents the action. */
export function override(
  reasons: readonly ReviewReason[],
  overrides: readonly Override[],
): ReviewReason[] {
  return reasons.map((reason) =>
    reason.overridable && overrides.some((given) => covers(given, reason))
      ? {...reason, severity: 'warning'}
      : reason,
  )
}

export function covers({code, document, reason: why}: Override, reason: ReviewReason): boolean {
  return (
    code === reason.code &&
    (document === undefined || document === reason.document) &&
    typeof why === 'string' &&
    why.trim() !== ''
  )
}
