// The lists beside a document, which the structure tool can collapse.
import {useContext, useEffect, useRef} from 'react'
import {flushSync} from 'react-dom'
import {PaneContext, PaneLayoutContext} from 'sanity/_singletons'
import {readRemembered, remember} from '../../ui/remembered.ts'

const KEY = 'copydesk.lists'
const HIDDEN = 'hidden'
const SHOWN = 'shown'
const DOCUMENT = '[data-testid="document-pane"]'
const FORM = '[data-testid="form-view"]'
const TEXT = 'textarea, [contenteditable="true"]'

interface ListsBeside {
  areHidden: boolean
  toggle: () => void
}

/**
 * The lists fold away when a person begins to write in the form, unless they chose *Show lists*. After *Hide lists* they
 * are folded from the start. Each of the two takes the other back.
 *
 * @returns null where no list is beside the document, e.g. in *On the page* and on a phone
 */
export function useListsBeside(): ListsBeside | null {
  const layout = useContext(PaneLayoutContext)
  const pane = useContext(PaneContext)
  const before = layout && !layout.collapsed ? layout.panes.slice(0, pane?.index ?? 0) : []
  const lists = before.filter(({element}) => !element.matches(DOCUMENT))
  const areHidden = lists.every(({collapsed}) => collapsed)
  const seen = useRef(new WeakSet<HTMLElement>())
  useEffect(() => {
    const fresh = lists.filter(({element}) => !seen.current.has(element))
    for (const {element} of fresh) seen.current.add(element)
    if (fresh.length === 0 || readRemembered(KEY) !== HIDDEN) return
    for (const {element} of fresh) layout?.collapse(element)
  })

  const move = (how: 'collapse' | 'expand'): void => {
    const form = pane?.rootElement?.querySelector(FORM)
    const from = form?.getBoundingClientRect().left ?? 0
    flushSync(() => {
      for (const {element} of lists) layout?.[how](element)
      // The pane that was expanded last is the one that keeps its room.
      pane?.expand()
    })
    if (form) slide(form, from)
  }
  const latest = useRef(move)
  useEffect(() => {
    latest.current = move
  })
  const paneElement = pane?.rootElement
  useEffect(() => {
    if (!paneElement || areHidden) return
    const onWriting = ({target}: Event): void => {
      if (readRemembered(KEY) === SHOWN || !(target instanceof Element)) return
      if (!target.closest(FORM) || !target.matches(TEXT)) return
      // In the next frame, so that the typed character is inserted first.
      requestAnimationFrame(() => latest.current('collapse'))
    }
    paneElement.addEventListener('beforeinput', onWriting)
    return () => paneElement.removeEventListener('beforeinput', onWriting)
  }, [paneElement, areHidden])

  if (!layout || lists.length === 0) return null
  const toggle = (): void => {
    remember(KEY, chosen(readRemembered(KEY), areHidden ? SHOWN : HIDDEN))
    move(areHidden ? 'expand' : 'collapse')
  }
  return {areHidden, toggle}
}

/** The opposite choice takes the earlier one back: the lists fold again when somebody writes. */
const chosen = (before: string | null, choice: string): string | null =>
  before === null || before === choice ? choice : null

/** Slides an element to its new place, so that the eye stays with the words. */
function slide(element: Element, from: number): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const by = from - element.getBoundingClientRect().left
  element.animate([{transform: `translateX(${by}px)`}, {transform: 'none'}], {
    duration: 200,
    easing: 'ease-out',
  })
}
