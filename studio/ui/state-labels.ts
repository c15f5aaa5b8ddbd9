// What a state is called in the desk, and the tone of its dot.
import type {State} from '../../model/records.ts'

type Tone = 'default' | 'primary' | 'positive' | 'caution' | 'critical' | 'suggest'

export const STATE_LABELS: Readonly<Record<State, {title: string; tone: Tone}>> = {
  drafting: {title: 'Drafting', tone: 'default'},
  inReview: {title: 'In review', tone: 'primary'},
  changesRequested: {title: 'Changes requested', tone: 'caution'},
  approved: {title: 'Approved', tone: 'positive'},
  scheduled: {title: 'Scheduled', tone: 'suggest'},
  published: {title: 'Published', tone: 'positive'},
  beingCorrected: {title: 'Being corrected', tone: 'caution'},
  withdrawn: {title: 'Withdrawn', tone: 'critical'},
  killed: {title: 'Killed', tone: 'critical'},
  spiked: {title: 'Spiked', tone: 'default'},
}
