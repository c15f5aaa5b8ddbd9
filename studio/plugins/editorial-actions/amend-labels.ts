// How *Amend* is offered.
import {EditIcon} from '@sanity/icons/Edit'
import type {ActionLabels} from './action-labels.ts'

export const AMEND_LABELS: ActionLabels = {
  label: 'Amend',
  icon: EditIcon,
  tone: 'positive',
  // Where it is offered, it stands in the place of Publish.
  key: 'P',
  explains:
    'Readers see the change at once, in every article that uses it. Each of these articles says what was changed, unless it is minor.',
  done: 'Amended. Readers see the change.',
}
