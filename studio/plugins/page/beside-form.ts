// The panes of the studio's address, with other parameters for the form beside a page.
import type {RouterPanes} from 'sanity/structure'

/** Null where the document is open in one pane only, or nowhere as a form. */
export function besideForm(
  panes: RouterPanes,
  groupIndex: number,
  params: Record<string, string>,
): RouterPanes | null {
  const group = panes[groupIndex] ?? []
  const form = group.find((pane) => pane.params?.['view'] !== 'page')
  if (group.length < 2 || !form) return null
  const changed = group.map((pane) =>
    pane === form ? {...pane, params: {...pane.params, ...params}} : pane,
  )
  return panes.with(groupIndex, changed)
}
