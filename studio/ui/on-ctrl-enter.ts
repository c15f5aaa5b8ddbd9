import type {KeyboardEvent} from 'react'

/** Handles the keys of a dialog: Ctrl and Enter (on a Mac, Command and Enter) save from every field. */
export const onCtrlEnter =
  (save: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    save()
  }
