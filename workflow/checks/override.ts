// Overriding: an editor says why a reason need not stand in the way.
import type {Override, ReviewReason} from '../../model/records.ts'

/** What is overridden with a reason is still said, but stands in nobody's way. */
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
