// Where plugins show parts of other plugins.
import type {ComponentType} from 'react'
import {createSlot} from '../ui/slot.tsx'
import type {PieceStatus} from './piece/follow-piece.ts'

/** A tab of *Review*. */
export interface ReviewTab {
  /** Part of the address: `reviewTab=<name>`. */
  name: string
  title: string
  component: ComponentType<{status: PieceStatus & {status: 'ready'}}>
}

/** Behind the review's own tabs. */
export const reviewTabs = createSlot<ReviewTab>()

/** A view of the review desk. */
export interface DeskView {
  /** Part of the address: `/desk/<id>`. */
  id: string
  title: string
  component: ComponentType
}

/** Behind the desk's own view. */
export const deskViews = createSlot<DeskView>()
