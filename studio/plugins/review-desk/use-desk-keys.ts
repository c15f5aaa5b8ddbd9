// Listens to the desk's keys on its whole page.
import {useEffect, useEffectEvent} from 'react'
import {deskCommand, type DeskCommand} from './desk-keys.ts'

interface DeskKeysOptions {
  enabled: boolean
  maySelect: boolean
  run: (command: DeskCommand) => void
}

/** Leaves keys to fields that take text and to open dialogs. */
export function useDeskKeys({enabled, maySelect, run}: DeskKeysOptions): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
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
    })
    if (!command) return
    event.preventDefault()
    run(command)
  })
  useEffect(() => {
    if (!enabled) return undefined
    const listen = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [enabled])
}
