// The browser's question "Leave site?", for as long as something is unsaved.

/** Asks until the function it answers is called; `meanwhile` may still send what is unsaved. */
export type AskBeforeLeaving = (meanwhile?: () => void) => () => void

/**
 * The studio's own listeners must not hear of a departure that is asked about: at `beforeunload` they
 * end the stream of who is present for good (sanity: presence store, bifur client), so that whoever
 * stays finds the studio crashed and the unsaved words gone. Browsers call listeners in the order of
 * their registration here, capturing or not: make this before the studio is rendered.
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

/** For this page; where there is none, nothing ever leaves. */
export const askBeforeLeaving = createLeavingQuestion(globalThis.window ?? new EventTarget())
