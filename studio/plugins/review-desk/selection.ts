// The selected pieces, and the start of the next range.

export interface Selection {
  ids: ReadonlySet<string>
  /** The last piece that was selected on its own: a range begins there. */
  anchor: string | null
}

export const NOTHING_SELECTED: Selection = {ids: new Set(), anchor: null}

/** Selects a piece, or deselects it. */
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

/** Without pieces that are no longer shown. */
export function within(selection: Selection, order: readonly string[]): string[] {
  return order.filter((id) => selection.ids.has(id))
}
