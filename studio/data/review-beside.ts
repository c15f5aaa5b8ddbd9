// Opens *Review* beside an article's form: for editors, if there is room, until they close it.
import {useEffect, useRef} from 'react'
import {useCurrentUser} from 'sanity'
import {useDocumentPane} from 'sanity/structure'
import {readRemembered, remember} from '../ui/remembered.ts'
import {useCtrlAltKey} from '../ui/use-ctrl-alt-key.ts'
import {publishesArticles, type RoleHolder} from './roles.ts'
import {workspaceMode} from './workspace-mode.ts'
import {goToReview, leaveReview} from './review-focus.ts'

export const REVIEW_INSPECTOR = 'review'
/** With Ctrl and Alt, as for editorial actions: from the form to *Review* and back. */
export const REVIEW_KEY = 'V'

type Choice = 'open' | 'closed'

const KEY = 'copydesk.review'
/** The studio gives form and inspector 920 together; the menu needs what is left. */
const ROOM = 1200

/** The person's last choice applies to the next article. */
export const rememberReview = (choice: Choice): void => remember(KEY, choice)

function rememberedReview(): Choice | null {
  const choice = readRemembered(KEY)
  return choice === 'open' || choice === 'closed' ? choice : null
}

export function opensByItself(
  choice: Choice | null,
  person: RoleHolder | null,
  width: number,
  hosted = false,
): boolean {
  return width >= ROOM && (choice ? choice === 'open' : publishesArticles(person, hosted))
}

/** For the form of an article: once for each article that is opened. */
export function useReviewBeside(articleId: string): void {
  const {inspector, openInspector} = useDocumentPane()
  const person = useCurrentUser()
  const done = useRef('')
  useEffect(() => {
    if (done.current === articleId) return
    done.current = articleId
    const {embedded} = workspaceMode()
    if (inspector || !opensByItself(rememberedReview(), person, window.innerWidth, !embedded))
      return
    openInspector(REVIEW_INSPECTOR)
  }, [articleId, inspector, openInspector, person])
}

/** For the form of an article, too. */
export function useReviewKey(): void {
  const {inspector, openInspector} = useDocumentPane()
  useCtrlAltKey(REVIEW_KEY, true, () => {
    const isThere = document.activeElement?.closest('[data-testid="review-inspector"]')
    if (isThere && leaveReview()) return
    goToReview()
    if (inspector?.name !== REVIEW_INSPECTOR) openInspector(REVIEW_INSPECTOR)
  })
}
