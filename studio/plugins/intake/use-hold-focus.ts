// The form below the dialog takes the keyboard when it is ready. What a person pastes would go there.
import {useEffect, type RefObject} from 'react'

/** Returns the keyboard to its last place in the dialog, when something outside of dialogs takes it. */
export function useHoldFocus(dialog: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let last: HTMLElement | null = null
    const onFocus = ({target}: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return
      if (dialog.current?.contains(target)) last = target
      else if (!target.closest('[role="dialog"]') && last?.isConnected) last.focus()
    }
    const {activeElement} = document
    if (activeElement instanceof HTMLElement && dialog.current?.contains(activeElement)) {
      last = activeElement
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [dialog])
}
