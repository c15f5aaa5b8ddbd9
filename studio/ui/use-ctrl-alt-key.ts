// A key with Ctrl and Alt.
import {useEffect, useEffectEvent} from 'react'

/**
 * Not an action's own `shortcut`: for that the studio draws a second dialog beside the first. If two panes show one
 * article, the first one takes the keystroke.
 *
 * @param key a letter
 */
export function useCtrlAltKey(key: string, enabled: boolean, onPress: () => void): void {
  const onKeys = useEffectEvent((event: KeyboardEvent) => {
    const pressed = event.ctrlKey && event.altKey && event.code === `Key${key}`
    // On many keyboards AltGr, which types characters, arrives as Ctrl and Alt.
    if (!pressed || event.defaultPrevented || event.getModifierState('AltGraph')) return
    event.preventDefault()
    onPress()
  })
  useEffect(() => {
    if (!enabled) return undefined
    const listen = (event: KeyboardEvent): void => onKeys(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [enabled])
}
