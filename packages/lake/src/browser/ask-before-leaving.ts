// The browser's question "Leave site?" while there are unsaved changes.

/** Asks until the returned function is called. `meanwhile` may still send unsaved changes. */
export type AskBeforeLeaving = (meanwhile?: () => void) => () => void

/**
 * The studio's own listeners must not receive a `beforeunload` that is asked about: they end the presence stream for good
 * (sanity: presence store, bifur client). A person who stays would find the studio crashed and the unsaved words gone.
 * Browsers call listeners in the order of their registration, so this must come before the studio is rendered.
 */
export function createLeavingQuestion(target: EventTarget): AskBeforeLeaving {
  const unsaved = new Map<symbol, (() => void) | undefined>()
  target.addEventListener('beforeunload', (event) => {
    if (unsaved.size === 0) return
    event.preventDefault()
    event.stopImmediatePropagation()
    for (const meanwhile of unsaved.values()) meanwhile?.()
  })
  return (meanwhile) => {
    const key = Symbol('unsaved')
    unsaved.set(key, meanwhile)
    return () => void unsaved.delete(key)
  }
}

/** For this page. */
export const askBeforeLeaving = createLeavingQuestion(globalThis.window ?? new EventTarget())
