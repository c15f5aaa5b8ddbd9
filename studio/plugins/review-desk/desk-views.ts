// The desk's views, in the order of its tabs. The first is shown when the desk is opened.
import type {ComponentType} from 'react'
import {RightsAhead} from '../rights/rights-ahead.tsx'
import {ReviewDesk} from './review-desk.tsx'

export interface DeskView {
  /** Part of the address: `/desk/<id>`. */
  id: string
  title: string
  component: ComponentType
}

export const deskViews: [DeskView, ...DeskView[]] = [
  {id: 'queues', title: 'In the works', component: ReviewDesk},
  {id: 'rights', title: 'Rights', component: RightsAhead},
]
