// Where plugins show parts of other plugins.
import {type ComponentType, createContext, useContext, useMemo} from 'react'
import type {PieceStatus} from './piece/follow-piece.ts'
import type {LayoutProps} from 'sanity'
import type {State} from '../../model/stages.ts'
import type {RoleHolder} from './roles.ts'

interface Slot<Part> {
  /** The parts that the workspace's plugins bring, in the plugins' order. */
  useParts: () => readonly Part[]
  /** For `studio.components.layout` of a plugin: brings the part to this place. */
  bring: (part: Part) => ComponentType<LayoutProps>
}

/** Makes a slot. It is empty if no plugin brings a part. */
function createSlot<Part>(): Slot<Part> {
  const Parts = createContext<readonly Part[]>([])
  return {
    useParts: () => useContext(Parts),
    bring: (part) =>
      function BringPart(props) {
        const others = useContext(Parts)
        const all = useMemo(() => [...others, part], [others])
        return <Parts value={all}>{props.renderDefault(props)}</Parts>
      },
  }
}

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

/** A piece on the review desk. */
export interface PieceOnDesk {
  /** Published id. */
  id: string
  headline: string
  state: State
  isLive: boolean
}

/** What a row of the review desk offers besides *Assign*. */
export interface DeskAction {
  name: string
  title: string
  icon: ComponentType
  /** The character that opens it, for the row that has the focus. */
  shortcut: string
  /** @param hosted on the hosted lake, developers can write like editors */
  isOfferedTo: (person: RoleHolder | null | undefined, hosted: boolean) => boolean
  isFor: (piece: PieceOnDesk) => boolean
  dialog: ComponentType<{piece: PieceOnDesk; onClose: () => void}>
}

/** Behind the headline of each row. */
export const deskActions = createSlot<DeskAction>()
