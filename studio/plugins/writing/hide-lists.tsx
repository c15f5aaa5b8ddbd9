// *Hide lists*: the lists beside an article fold away while somebody writes.
import {PanelLeftIcon} from '@sanity/icons/PanelLeft'
import {Button} from '@sanity/ui'
import {useCtrlAltKey} from '../../ui/use-ctrl-alt-key.ts'
import {useListsBeside} from './lists-beside.ts'

/** With Ctrl and Alt. */
const LISTS_KEY = 'H'

export function HideLists() {
  const lists = useListsBeside()
  useCtrlAltKey(LISTS_KEY, lists !== null, () => lists?.toggle())
  if (!lists) return null
  return (
    <Button
      fontSize={1}
      icon={PanelLeftIcon}
      mode="bleed"
      padding={2}
      text={lists.areHidden ? 'Show lists' : 'Hide lists'}
      title={`Ctrl Alt ${LISTS_KEY}`}
      aria-keyshortcuts={`Control+Alt+${LISTS_KEY}`}
      // The caret stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={lists.toggle}
    />
  )
}
