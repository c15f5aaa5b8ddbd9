// How page and form share the screen at first: by themselves three to one, which leaves no room to write.

/** Where the tool keeps what somebody has dragged, by the panes that are open. */
const KEPT = 'presentation/panels'
const PANES = 'preview:3,content:5'
/** Per cent. */
const WIDTHS = [58, 42]

/** For a browser in which nobody has chosen yet; before the tool draws its panes. */
export function shareTheScreen(storage: Pick<Storage, 'getItem' | 'setItem'>): void {
  if (storage.getItem(KEPT) === null) storage.setItem(KEPT, JSON.stringify({[PANES]: WIDTHS}))
}
