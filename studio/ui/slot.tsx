// A place where one plugin shows what others bring, such as the tabs of *Review*. Neither imports the other, and either
// may be left out of the workspace.
import {createContext, useContext, useMemo, type ComponentType} from 'react'
import type {LayoutProps} from 'sanity'

export interface Slot<Part> {
  /** What the workspace's plugins bring, in the plugins' order. */
  useParts: () => readonly Part[]
  /** For `studio.components.layout` of a plugin: brings the part to this place. */
  bring: (part: Part) => ComponentType<LayoutProps>
}

/** Makes a place. It is empty where no plugin brings anything. */
export function createSlot<Part>(): Slot<Part> {
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
