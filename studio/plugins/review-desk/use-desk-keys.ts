// Listens to the desk's keys on its whole page.
import {useGlobalKeyDown} from '@sanity/ui'
import {deskCommand, type DeskCommand} from './desk-keys.ts'

interface DeskKeysOptions {
  enabled: boolean
  maySelect: boolean
  shortcuts: readonly string[]
  run: (command: DeskCommand) => void
}

/** Leaves keys to fields that take text and to open dialogs. */
export function useDeskKeys({enabled, maySelect, shortcuts, run}: DeskKeysOptions): void {
  useGlobalKeyDown((event) => {
    if (!enabled) return
    const target = event.target instanceof HTMLElement ? event.target : document.body
    if (event.defaultPrevented || target.closest('[role="dialog"]')) return
    const command = deskCommand(event, {
      isTyping:
        target.closest(
          'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]',
        ) !== null,
      // A button inside a row keeps its own Enter.
      isInList: target.matches('[role="row"]'),
      maySelect,
      shortcuts,
    })
    if (!command) return
    event.preventDefault()
    run(command)
  })
}
