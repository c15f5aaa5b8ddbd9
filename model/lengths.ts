// How long texts may be: beyond `warn` it is said, beyond `refuse` publication is refused.
// The lengths at which the Guardian's editor warns and refuses.

export const MAX_LENGTHS = {
  headline: {warn: 110, refuse: 200},
  caption: {warn: 600, refuse: 1000},
  alt: {warn: Infinity, refuse: 1000},
  pullQuote: {warn: 120, refuse: 1000},
} as const

/** Characters as a reader counts them: one for an emoji or an astral kanji, where `length` says two. */
export function lengthOf(text: string | null | undefined): number {
  return Array.from(text ?? '').length
}

/** Narrower pictures look blurred even in the smallest place. Pixels. */
export const NARROWEST_PICTURE = 460
