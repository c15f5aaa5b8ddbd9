// A key with Ctrl and Alt.
import {useGlobalKeyDown} from '@sanity/ui'

/**
 * Not an action's own `shortcut`: for that the studio draws a second dialog beside the first. If two panes show one
 * article, the first one takes the keystroke.
 *
 * @param key a letter
 */
export function useCtrlAltKey(key: string, enabled: boolean, onPress: () => void): void {
  useGlobalKeyDown((event) => {
    const pressed = enabled && event.ctrlKey && event.altKey && event.code === `Key${key}`
    // On many keyboards AltGr, which types characters, arrives as Ctrl and Alt.
    if (!pressed || event.defaultPrevented || event.getModifierState('AltGraph')) return
    event.preventDefault()
    onPress()
  })
}
