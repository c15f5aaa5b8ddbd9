// Keeps the caret in view when somebody comes to the text, and while they write. The editor scrolls its own box only, which
// is as tall as the text.
import {useEffect, type RefObject} from 'react'

const SCROLLER = '[data-testid="document-panel-scroller"]'
/** Pixels between the caret and the edge. */
const ROOM = 24
/** Milliseconds. A click on the page or a link puts the caret somewhere after it has focused the text. */
const PLACED = 300
/** The toolbar stays above the text. */
const TOOLBAR = 40

/** How far to scroll, in pixels: down is positive, 0 if the caret is in view. Pure. */
export function wayToCaret(
  caret: Pick<DOMRect, 'top' | 'bottom'>,
  window: Pick<DOMRect, 'top' | 'bottom'>,
): number {
  const above = caret.top - (window.top + TOOLBAR + ROOM)
  const below = caret.bottom - (window.bottom - ROOM)
  if (above < 0) return above
  return Math.max(below, 0)
}

/** @param sheet the element around the editor */
export function useCaretInView(sheet: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = sheet.current
    const scroller = element?.closest(SCROLLER)
    if (!element || !scroller) return undefined
    let frame = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = (): void => {
      const caret = caretIn(element)
      // On a phone the page scrolls, and the browser follows the caret.
      if (!caret || scroller.scrollHeight <= scroller.clientHeight) return
      const top = wayToCaret(caret, scroller.getBoundingClientRect())
      if (top !== 0) scroller.scrollBy({top, behavior: 'instant'})
    }
    // The editor changes the page after the event. A colleague's words do not scroll.
    const write = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(follow)
      })
    }
    const arrive = (): void => {
      clearTimeout(timer)
      timer = setTimeout(follow, PLACED)
    }
    element.addEventListener('beforeinput', write, {capture: true})
    element.addEventListener('focusin', arrive)
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
      element.removeEventListener('beforeinput', write, {capture: true})
      element.removeEventListener('focusin', arrive)
    }
  }, [sheet])
}

function caretIn(element: HTMLElement): DOMRect | undefined {
  const selection = getSelection()
  const node = selection?.focusNode
  if (!node || !element.contains(node)) return undefined
  const range = document.createRange()
  range.setStart(node, selection.focusOffset)
  const [line] = range.getClientRects()
  // An empty paragraph has no lines.
  return line ?? (node instanceof Element ? node : node.parentElement)?.getBoundingClientRect()
}
