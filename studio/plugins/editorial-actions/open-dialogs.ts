// The open dialog of each document, and what was typed into it. It is not component state, because the studio mounts a pane
// again once it knows about comments, and typed text must not be lost.
//
// All dialogs belong to the button below the form. The studio shows the dialog of an action in a menu only if it was chosen
// in that menu, and finds it by its position there. So a key could not open it, and it would close when a colleague's
// action changes the menu.

type Show<Kind> = (kind: Kind) => void

export interface OpenDialogs<Kind, Typed> {
  /**
   * Registers the button of a pane, and returns a function that unregisters it. A dialog that is open then moves to another
   * pane of the document, or to one that is mounted right afterwards.
   */
  register(documentId: string, show: Show<Kind>): () => void
  /** Opens a dialog if none is open; if two panes show the document, in the first one. */
  open(documentId: string, kind: Kind): void
  /** The typed fields of the open dialog. */
  typed(documentId: string): Typed | undefined
  keep(documentId: string, typed: Typed): void
  /** The person has closed it or finished. */
  close(documentId: string): void
}

interface Opened<Kind, Typed> {
  kind: Kind
  typed?: Typed
}

/** A pane that is mounted again is back within this time, even on a slow machine. Milliseconds. */
const REDRAWN_MS = 5_000

export function createOpenDialogs<Kind, Typed>(): OpenDialogs<Kind, Typed> {
  const panes = new Map<string, Show<Kind>[]>()
  const opened = new Map<string, Opened<Kind, Typed>>()
  /** Open dialogs whose pane was just unmounted, with the time. */
  const interrupted = new Map<string, {dialog: Opened<Kind, Typed>; at: number}>()

  return {
    register(documentId, show) {
      panes.set(documentId, [...(panes.get(documentId) ?? []), show])
      const lost = interrupted.get(documentId)
      interrupted.delete(documentId)
      if (lost && Date.now() - lost.at < REDRAWN_MS) {
        opened.set(documentId, lost.dialog)
        show(lost.dialog.kind)
      }
      return () => {
        const all = panes.get(documentId) ?? []
        const left = all.filter((one) => one !== show)
        if (left.length > 0) panes.set(documentId, left)
        else panes.delete(documentId)
        const dialog = opened.get(documentId)
        if (!dialog || all[0] !== show) return
        if (left[0]) return left[0](dialog.kind)
        opened.delete(documentId)
        interrupted.set(documentId, {dialog, at: Date.now()})
      }
    },
    open(documentId, kind) {
      const [first] = panes.get(documentId) ?? []
      if (!first || opened.has(documentId)) return
      opened.set(documentId, {kind})
      first(kind)
    },
    typed: (documentId) => opened.get(documentId)?.typed,
    keep(documentId, typed) {
      const dialog = opened.get(documentId)
      if (dialog) dialog.typed = typed
    },
    close: (documentId) => void opened.delete(documentId),
  }
}
