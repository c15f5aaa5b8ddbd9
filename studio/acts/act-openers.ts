// Where an act's dialog opens: at the button below the form, whoever asks for it.
//
// The studio shows the dialog of a menu's action only where it was chosen in that menu, and by its
// place there: no key could open it, and it closed by itself when a colleague's act moved the menu.
import type {ArticleAct} from './act-words.ts'

type Opener = (act: ArticleAct) => void

const openers = new Map<string, Opener[]>()

/** Registers the button of a pane; ends by the function that it answers. */
export function hearOpening(articleId: string, open: Opener): () => void {
  openers.set(articleId, [...(openers.get(articleId) ?? []), open])
  return () => {
    const left = openers.get(articleId)?.filter((one) => one !== open) ?? []
    if (left.length > 0) openers.set(articleId, left)
    else openers.delete(articleId)
  }
}

/** Opens the act's dialog; where two panes show the article, in the first one. */
export function openAct(articleId: string, act: ArticleAct): void {
  openers.get(articleId)?.[0]?.(act)
}
