// The title of each state in the desk, and the tone of its dot.
import {STATES, type State} from '../../model/stages.ts'

type Tone = 'default' | 'primary' | 'positive' | 'caution' | 'critical' | 'suggest'

const label = (state: State, tone: Tone): {title: string; tone: Tone} => ({
  title: STATES[state].title,
  tone,
})

export const STATE_LABELS: Readonly<Record<State, {title: string; tone: Tone}>> = {
  drafting: label('drafting', 'default'),
  inReview: label('inReview', 'primary'),
  changesRequested: label('changesRequested', 'caution'),
  approved: label('approved', 'positive'),
  scheduled: label('scheduled', 'suggest'),
  published: label('published', 'positive'),
  beingCorrected: label('beingCorrected', 'caution'),
  withdrawn: label('withdrawn', 'critical'),
  killed: label('killed', 'critical'),
  spiked: label('spiked', 'default'),
}
