// Dialogs that a menu opened do not know where the keyboard was; this remembers.
import {useCallback, useRef, type FocusEvent} from 'react'

export interface ReturnFocus {
  /** For the element around everything that opens a dialog. */
  onFocusCapture: (event: FocusEvent<HTMLElement>) => void
  /** Once the dialog is closed. */
  giveBack: () => void
}

/** The last element that had the keyboard gets it back. */
export function useReturnFocus(): ReturnFocus {
  const last = useRef<HTMLElement | null>(null)
  const onFocusCapture = useCallback((event: FocusEvent<HTMLElement>) => {
    const {currentTarget, target} = event
    // React passes on what happens in menus and dialogs, which stand elsewhere in the page.
    if (currentTarget.contains(target) && target instanceof HTMLElement) last.current = target
  }, [])
  const giveBack = useCallback(() => {
    requestAnimationFrame(() => last.current?.focus())
  }, [])
  return {onFocusCapture, giveBack}
}
