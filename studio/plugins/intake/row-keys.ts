// What the keys of the result do.
import {sameName, type LookedUp} from './look-ups.ts'
import {chosen, confirmed, rowsOf, toggled, type Proposal, type Row} from './proposal.ts'

export interface Keys {
  /** Key of a row. */
  selected: string
  isEditing: boolean
}

export type Key =
  | 'up'
  | 'down'
  | 'first'
  | 'last'
  | 'drop'
  | 'edit'
  | 'endEdit'
  | 'confirm'
  | 'putBack'
  | 'useExisting'
  | 'make'
  | 'back'

const KEYS: Record<string, Key> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
  Delete: 'drop',
  Backspace: 'drop',
  d: 'drop',
  Enter: 'edit',
  c: 'confirm',
  p: 'putBack',
  u: 'useExisting',
  Escape: 'back',
}

/** Null for keys that belong to the field or the button that has the keyboard. */
export function keyOf(event: KeyboardEvent): Key | null {
  const {key, ctrlKey, metaKey, altKey, target} = event
  if (key === 'Enter' && (ctrlKey || metaKey)) return 'make'
  if (ctrlKey || metaKey || altKey || event.isComposing) return null
  const {tagName = '', type = ''} = (target ?? {}) as Partial<HTMLInputElement>
  const isField = /^(?:TEXTAREA|SELECT)$/.test(tagName) || (tagName === 'INPUT' && type !== 'radio')
  if (isField) {
    const isEnd = key === 'Escape' || (key === 'Enter' && tagName !== 'TEXTAREA')
    return isEnd ? 'endEdit' : null
  }
  const isControl = /^(?:BUTTON|A|INPUT)$/.test(tagName)
  if (isControl && (key === 'Enter' || (tagName === 'INPUT' && key.startsWith('Arrow'))))
    return null
  return KEYS[key.length === 1 ? key.toLowerCase() : key] ?? null
}

interface State {
  keys: Keys
  proposal: Proposal
  people: Pick<LookedUp, 'people'>
}

/** The state after a key, or what the dialog does then. */
export function afterKey(
  {keys, proposal, people}: State,
  key: Key,
): Pick<State, 'keys' | 'proposal'> | 'make' | 'back' {
  if (key === 'make' || key === 'back') return key
  const rows = rowsOf(proposal)
  const at = rows.findIndex((row) => row.key === keys.selected)
  const row = rows[at]
  const go = (position: number) => ({
    proposal,
    keys: {
      selected: rows[Math.max(0, Math.min(rows.length - 1, position))]?.key ?? '',
      isEditing: false,
    },
  })
  const become = (next: Proposal) => ({keys, proposal: next})
  if (key === 'up') return go(at - 1)
  if (key === 'down') return go(at + 1)
  if (key === 'first') return go(0)
  if (key === 'last') return go(rows.length - 1)
  if (key === 'endEdit') return {proposal, keys: {...keys, isEditing: false}}
  if (!row) return become(proposal)
  const isLeftOut = row.kind === 'leftOut'
  if (key === 'edit') {
    const isEditing = row.fields.length > 0 && !row.isDropped
    return {proposal, keys: {...keys, isEditing}}
  }
  if (key === 'confirm') return become(confirmed(proposal, row.key))
  if (key === 'useExisting') return become(withExisting(proposal, people, row))
  // A line that was put back is left out again by the key that drops.
  const isMeant = key === 'putBack' ? row.isDropped : !(isLeftOut && row.isDropped)
  return become(isMeant ? toggled(proposal, row.key) : proposal)
}

/** The next name of the row gets its existing document; after the last one all are new again. */
function withExisting(
  proposal: Proposal,
  lookedUp: Pick<LookedUp, 'people'>,
  {people}: Row,
): Proposal {
  if (!people) return proposal
  const {kind} = people
  const known = people.names.flatMap((name) => {
    const [first] = sameName(lookedUp, kind, name)
    return first ? [{name, first}] : []
  })
  const next = known.find(({name}) => proposal.chosen[kind][name] === undefined)
  if (next) return chosen(proposal, kind, next.name, next.first)
  return known.reduce((all, {name}) => chosen(all, kind, name, null), proposal)
}
