// Keeps the requested field on the screen while the form above it still grows.
import {useEffect} from 'react'
import {usePresentationParams} from 'sanity/presentation'

const SCROLLER = '[data-testid="document-panel-scroller"]'
/** Milliseconds until the form has its final height. */
const SETTLED = 3000

/** In each form. Only has an effect in the tool *On the page*. */
export function FieldInView() {
  const path = usePresentationParams(false)?.path
  useEffect(() => {
    const scroller = document.querySelector(SCROLLER)
    if (!path || !scroller?.firstElementChild) return undefined
    const observer = new ResizeObserver(() => bringBack(scroller))
    observer.observe(scroller.firstElementChild)
    const timer = setTimeout(() => observer.disconnect(), SETTLED)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [path])
  return null
}

function bringBack(scroller: Element): void {
  const {activeElement: field} = document
  // The text keeps the caret in view itself.
  if (!(field instanceof HTMLElement) || field.isContentEditable || !scroller.contains(field))
    return
  const [inner, outer] = [field.getBoundingClientRect(), scroller.getBoundingClientRect()]
  if (inner.top < outer.top || inner.bottom > outer.bottom) field.scrollIntoView({block: 'center'})
}
