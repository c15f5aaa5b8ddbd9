// An act by the keyboard: Ctrl, Alt and its letter.
import {useEffect, useEffectEvent} from 'react'

/**
 * Not the action's own `shortcut`: for that the studio draws a second dialog beside the first. Two
 * panes with one article share the keystroke; the first one takes it.
 */
export function useActionKeys(key: string, enabled: boolean, open: () => void): void {
  const onKeys = useEffectEvent((event: KeyboardEvent) => {
    const pressed = event.ctrlKey && event.altKey && event.code === `Key${key}`
    // On many keyboards AltGr, which writes letters, arrives as Ctrl and Alt.
    if (!pressed || event.defaultPrevented || event.getModifierState('AltGraph')) return
    event.preventDefault()
    open()
  })
  useEffect(() => {
    if (!enabled) return undefined
    const listen = (event: KeyboardEvent): void => onKeys(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [enabled])
}
