// The selected rows of the desk.
import {useState} from 'react'
import {extendTo, NOTHING_SELECTED, toggle, within} from './selection.ts'

export interface SelectedRows {
  /** IDs of the selected rows that are visible, from top to bottom. */
  selected: string[]
  /** Selects a row, or deselects it; with `range`, all rows up to it. */
  select: (id: string, range: boolean) => void
  /** Selects the row `from` if it is not selected, and all rows between it and `to`. */
  extend: (from: string, to: string) => void
  selectAll: (all: boolean) => void
  clear: () => void
}

/** @param order IDs of all visible rows, from top to bottom */
export function useSelection(order: readonly string[]): SelectedRows {
  const [selection, setSelection] = useState(NOTHING_SELECTED)
  return {
    selected: within(selection, order),
    select: (id, range) =>
      setSelection((before) => (range ? extendTo(before, id, order) : toggle(before, id))),
    extend: (from, to) =>
      setSelection((before) =>
        extendTo(before.ids.has(from) ? before : toggle(before, from), to, order),
      ),
    selectAll: (all) => setSelection(all ? {ids: new Set(order), anchor: null} : NOTHING_SELECTED),
    clear: () => setSelection(NOTHING_SELECTED),
  }
}
