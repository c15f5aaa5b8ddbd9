// Which pieces are selected, and from where a range is drawn.

export interface Selection {
  ids: ReadonlySet<string>
  /** The piece that was selected last by itself: a range begins there. */
  anchor: string | null
}

export const NOTHING_SELECTED: Selection = {ids: new Set(), anchor: null}

/** Selects one more, or no longer. */
export function toggle({ids}: Selection, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return {ids: next, anchor: id}
}

/**
 * Selects everything from the anchor to this piece.
 *
 * @param order the pieces as they are shown
 */
export function extendTo(selection: Selection, id: string, order: readonly string[]): Selection {
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor)
  const to = order.indexOf(id)
  if (to < 0) return selection
  if (from < 0) return {ids: new Set([...selection.ids, id]), anchor: id}
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1)
  return {ids: new Set([...selection.ids, ...range]), anchor: selection.anchor}
}

/** Leaves out what is shown no longer. */
export function within(selection: Selection, order: readonly string[]): string[] {
  return order.filter((id) => selection.ids.has(id))
}
