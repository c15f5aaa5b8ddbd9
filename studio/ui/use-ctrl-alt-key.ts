// A key with Ctrl and Alt.
import {useGlobalKeyDown} from '@sanity/ui'

/**
 * Not an action's own `shortcut`, because the studio would open a second dialog for it. If two
 * panes show one article, the first one handles the keystroke.
 * @param key a letter
 * @param enabled a function is asked at each press
 */
export function useCtrlAltKey(
  key: string,
  enabled: boolean | (() => boolean),
  onPress: () => void,
): void {
  useGlobalKeyDown((event) => {
    const pressed = event.ctrlKey && event.altKey && event.code === `Key${key}`
    // On many keyboards AltGr, which types characters, arrives as Ctrl and Alt.
    if (!pressed || event.defaultPrevented || event.getModifierState('AltGraph')) return
    if (typeof enabled === 'function' ? !enabled() : !enabled) return
    event.preventDefault()
    onPress()
  })
}
