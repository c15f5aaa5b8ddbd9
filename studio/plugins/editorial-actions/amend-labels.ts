// The labels, icon and keys of *Amend*.
import {EditIcon} from '@sanity/icons/Edit'
import type {ActionLabels} from './action-labels.ts'

export const AMEND_LABELS: ActionLabels = {
  label: 'Amend',
  icon: EditIcon,
  tone: 'positive',
  // It takes the place of Publish.
  key: 'P',
  explains:
    'Readers see the change at once, in every article that uses it. Each of these articles says what was changed, unless it is minor.',
  done: 'Amended. Readers see the change.',
}
