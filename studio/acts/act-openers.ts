// Where an act's dialog opens: at the button below the form, whoever asks for it.
//
// The studio shows the dialog of a menu's action only where it was chosen in that menu, and by its
// place there: no key could open it, and it closed by itself when a colleague's act moved the menu.
import type {ArticleAct} from './act-words.ts'

type Opener = (act: ArticleAct) => void

const openers = new Map<string, Opener[]>()
/** By article: the act whose dialog is open. */
const opened = new Map<string, ArticleAct>()
/** By article: an open dialog whose pane has just gone, and when. */
const interrupted = new Map<string, {act: ArticleAct; at: number}>()

/** The studio draws a pane anew as soon as it knows of comments: within this time, in milliseconds. */
const REDRAWN_MS = 2_000

/**
 * Registers the button of a pane; ends by the function that it answers. Where the pane is drawn anew with
 * a dialog open, the dialog opens again in the new one.
 */
export function hearOpening(articleId: string, open: Opener): () => void {
  openers.set(articleId, [...(openers.get(articleId) ?? []), open])
  const lost = interrupted.get(articleId)
  interrupted.delete(articleId)
  if (lost && Date.now() - lost.at < REDRAWN_MS) openAct(articleId, lost.act)
  return () => {
    const act = opened.get(articleId)
    if (act) interrupted.set(articleId, {act, at: Date.now()})
    opened.delete(articleId)
    const left = openers.get(articleId)?.filter((one) => one !== open) ?? []
    if (left.length > 0) openers.set(articleId, left)
    else openers.delete(articleId)
  }
}

/** Opens the act's dialog; where two panes show the article, in the first one. */
export function openAct(articleId: string, act: ArticleAct): void {
  const [first] = openers.get(articleId) ?? []
  if (!first) return
  opened.set(articleId, act)
  first(act)
}

/** The person has closed the dialog, or is done with it. */
export function closeAct(articleId: string): void {
  opened.delete(articleId)
}
