// The first widths of page and form. Presentation's own are three to one, which leaves no room to write.

/** The tool's storage key for the widths that a person has set, by the open panes. */
const KEPT = 'presentation/panels'
const PANES = 'preview:3,content:5'
/** Per cent. */
const WIDTHS = [58, 42]

/** For a browser in which nobody has set the widths yet; before the tool mounts its panes. */
export function shareTheScreen(storage: Pick<Storage, 'getItem' | 'setItem'>): void {
  if (storage.getItem(KEPT) === null) storage.setItem(KEPT, JSON.stringify({[PANES]: WIDTHS}))
}
