// The desk's keys and their commands. The dialog of keys shows the same table.

export type DeskCommand =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'open'
  | 'select'
  | 'extendNext'
  | 'extendPrevious'
  | 'assign'
  | 'filter'
  | 'help'
  | 'clear'
  | DeskActionCommand

/** Opens the desk action with this shortcut. */
export type DeskActionCommand = `act ${string}`

interface Press {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

export interface KeyContext {
  /** The key was pressed in a text field. */
  isTyping: boolean
  /** A row of the list has the focus. */
  isInList: boolean
  /** The person can assign, and so select. */
  maySelect: boolean
  /** Shortcuts of the desk actions that are offered. */
  shortcuts: readonly string[]
}

/** The list of the keys dialog. */
export const DESK_KEYS: readonly {keys: string[]; does: string; selecting?: boolean}[] = [
  {keys: ['j', '↓'], does: 'Next piece'},
  {keys: ['k', '↑'], does: 'Previous piece'},
  {keys: ['Home', 'End'], does: 'First and last piece'},
  {keys: ['Enter'], does: 'Open the article'},
  {keys: ['x'], does: 'Select the piece', selecting: true},
  {keys: ['Shift', '↓ or ↑'], does: 'Select several in a row', selecting: true},
  {keys: ['a'], does: 'Assign the piece, or all selected', selecting: true},
  {keys: ['/'], does: 'Find in the desk'},
  {keys: ['Esc'], does: 'Clear the selection'},
  {keys: ['?'], does: 'Show these keys'},
]

/** Character keys work anywhere in the desk; keys that also scroll or press buttons work only in the list. */
export function deskCommand(
  press: Press,
  {isTyping, isInList, maySelect, shortcuts}: KeyContext,
): DeskCommand | null {
  if (isTyping || press.ctrlKey || press.metaKey || press.altKey) return null
  switch (press.key) {
    case 'j':
      return 'next'
    case 'k':
      return 'previous'
    case '/':
      return 'filter'
    case '?':
      return 'help'
    case 'Escape':
      return 'clear'
    case 'x':
      return maySelect ? 'select' : null
    case 'a':
      return maySelect ? 'assign' : null
    default:
  }
  if (shortcuts.includes(press.key)) return `act ${press.key}`
  if (!isInList) return null
  if (press.shiftKey && maySelect) {
    if (press.key === 'ArrowDown' || press.key === 'J') return 'extendNext'
    if (press.key === 'ArrowUp' || press.key === 'K') return 'extendPrevious'
  }
  const inList: Record<string, DeskCommand> = {
    ArrowDown: 'next',
    ArrowUp: 'previous',
    Home: 'first',
    End: 'last',
    Enter: 'open',
  }
  if (press.key === ' ' && maySelect) return 'select'
  return inList[press.key] ?? null
}
