// Which dialog is open on which document, and what was typed into it so far: known here alone, because
// the studio draws a pane anew as soon as it knows of comments, and nobody shall lose a word by that.
//
// Dialogs open at the button below the form, whoever asks for it. The studio shows the dialog of a
// menu's action only where it was chosen in that menu, and by its place there: no key could open it, and
// it closed by itself when a colleague's act moved the menu.

type Show<Kind> = (kind: Kind) => void

export interface OpenDialogs<Kind, Typed> {
  /**
   * Registers the button of a pane; ends by the function that it answers. A dialog that is open then goes
   * on in another pane of the document, or in one that takes its place at once.
   */
  hear(documentId: string, show: Show<Kind>): () => void
  /** Opens it, where none is open yet; where two panes show the document, in the first one. */
  open(documentId: string, kind: Kind): void
  /** What was typed into the open one. */
  typed(documentId: string): Typed | undefined
  keep(documentId: string, typed: Typed): void
  /** The person has closed it, or is done with it. */
  close(documentId: string): void
}

interface Opened<Kind, Typed> {
  kind: Kind
  typed?: Typed
}

/** A pane that is drawn anew is there again within this time, on a slow machine too. Milliseconds. */
const REDRAWN_MS = 5_000

export function createOpenDialogs<Kind, Typed>(): OpenDialogs<Kind, Typed> {
  const panes = new Map<string, Show<Kind>[]>()
  const opened = new Map<string, Opened<Kind, Typed>>()
  /** Open ones whose pane has just gone, and when. */
  const interrupted = new Map<string, {dialog: Opened<Kind, Typed>; at: number}>()

  return {
    hear(documentId, show) {
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
