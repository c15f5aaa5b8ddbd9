// The colour of each part, the same on both sides.
import type {RowKind} from './proposal.ts'

export const ROW_TONES = {
  section: 'primary',
  kicker: 'primary',
  headline: 'primary',
  dek: 'primary',
  dateline: 'primary',
  byline: 'suggest',
  bio: 'suggest',
  photo: 'positive',
  quote: 'caution',
  callToAction: 'neutral',
  pullQuote: 'caution',
  leftOut: 'transparent',
} as const satisfies Record<RowKind, string>
