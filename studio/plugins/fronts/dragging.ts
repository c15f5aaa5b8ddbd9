// What is carried when a story is dragged: its slot, or a piece that has none yet.
import type {DragEvent} from 'react'

export type Carried =
  | {slot: string; headline: string | null}
  | {piece: string; headline: string | null}

const TYPE = 'application/x-copydesk-story'

export function carry(event: DragEvent, carried: Carried): void {
  event.dataTransfer.setData(TYPE, JSON.stringify(carried))
  event.dataTransfer.effectAllowed = 'move'
  event.stopPropagation()
}

/** Whether a story can be dropped: what is carried is known only when it is dropped. */
export const carriesStory = ({dataTransfer}: DragEvent): boolean =>
  dataTransfer.types.includes(TYPE)

export function carriedBy({dataTransfer}: DragEvent): Carried | undefined {
  const text = dataTransfer.getData(TYPE)
  return text ? (JSON.parse(text) as Carried) : undefined
}
