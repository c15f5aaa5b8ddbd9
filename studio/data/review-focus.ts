// The way of the keys from the form to *Review* and back.

let focusPanel: (() => void) | null = null
let isAwaited = false
let cameFrom: Element | null = null

/** The panel says how it is focused while it is there. Answers how to take that back. */
export function offerFocus(focus: () => void): () => void {
  focusPanel = focus
  if (isAwaited) focus()
  isAwaited = false
  return () => {
    if (focusPanel === focus) focusPanel = null
  }
}

/** Goes there, also where the panel is only about to open. */
export function goToReview(): void {
  cameFrom = document.activeElement
  if (focusPanel) focusPanel()
  else isAwaited = true
}

/** Goes back to where the person was; false where that is gone. */
export function leaveReview(): boolean {
  if (!(cameFrom instanceof HTMLElement) || !cameFrom.isConnected) return false
  cameFrom.focus()
  return true
}
