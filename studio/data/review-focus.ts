// Moves the keyboard focus from the form to *Review* and back.

let focusPanel: (() => void) | null = null
let isAwaited = false
let cameFrom: Element | null = null

/** Registers how the panel is focused. Returns a function that unregisters it. */
export function offerFocus(focus: () => void): () => void {
  focusPanel = focus
  if (isAwaited) focus()
  isAwaited = false
  return () => {
    if (focusPanel === focus) focusPanel = null
  }
}

/** Focuses the panel, also if it is about to open. */
export function goToReview(): void {
  cameFrom = document.activeElement
  if (focusPanel) focusPanel()
  else isAwaited = true
}

/** Focuses the element from before; false if it is gone. */
export function leaveReview(): boolean {
  if (!(cameFrom instanceof HTMLElement) || !cameFrom.isConnected) return false
  cameFrom.focus()
  return true
}
