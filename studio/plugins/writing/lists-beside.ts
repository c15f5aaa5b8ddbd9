// The lists beside a document, which the structure tool can collapse.
import {useContext, useEffect, useRef} from 'react'
import {PaneContext, PaneLayoutContext} from 'sanity/_singletons'
import {readRemembered, remember} from '../../ui/remembered.ts'

const KEY = 'copydesk.lists'
const HIDDEN = 'hidden'
const DOCUMENT = '[data-testid="document-pane"]'

interface ListsBeside {
  areHidden: boolean
  toggle: () => void
}

/** Null where no list is beside the document, e.g. in *On the page* and on a phone. */
export function useListsBeside(): ListsBeside | null {
  const layout = useContext(PaneLayoutContext)
  const pane = useContext(PaneContext)
  const before = layout && !layout.collapsed ? layout.panes.slice(0, pane?.index ?? 0) : []
  const lists = before.filter(({element}) => !element.matches(DOCUMENT))
  const seen = useRef(new WeakSet<HTMLElement>())
  useEffect(() => {
    const fresh = lists.filter(({element}) => !seen.current.has(element))
    for (const {element} of fresh) seen.current.add(element)
    if (fresh.length === 0 || readRemembered(KEY) !== HIDDEN) return
    for (const {element} of fresh) layout?.collapse(element)
  })
  if (!layout || lists.length === 0) return null
  const areHidden = lists.every(({collapsed}) => collapsed)
  const toggle = (): void => {
    remember(KEY, areHidden ? 'shown' : HIDDEN)
    for (const {element} of lists) (areHidden ? layout.expand : layout.collapse)(element)
    // The pane that was expanded last is the one that keeps its room.
    pane?.expand()
  }
  return {areHidden, toggle}
}
