// Opens *Review* beside an article's form by itself: for editors, where there is room, until closed.
import {useEffect, useRef} from 'react'
import {useCurrentUser} from 'sanity'
import {useDocumentPane} from 'sanity/structure'
import {publishesArticles, type RoleHolder} from '../roles.ts'
import {workspaceMode} from '../workspace-mode.ts'

export const REVIEW_INSPECTOR = 'review'

type Choice = 'open' | 'closed'

const KEY = 'copydesk.review'
/** The studio gives form and inspector 920 together; the menu needs what is left. */
const ROOM = 1200

/** What the person did last holds for the next article. */
export function rememberReview(choice: Choice): void {
  try {
    localStorage.setItem(KEY, choice)
  } catch {
    // Without storage it opens as it does for the first time.
  }
}

function remembered(): Choice | null {
  try {
    const choice = localStorage.getItem(KEY)
    return choice === 'open' || choice === 'closed' ? choice : null
  } catch {
    return null
  }
}

export function opensByItself(
  choice: Choice | null,
  person: RoleHolder | null,
  width: number,
  hosted = false,
): boolean {
  return width >= ROOM && (choice ? choice === 'open' : publishesArticles(person, hosted))
}

/** Belongs into the form of an article; once for each that is opened. */
export function useReviewBeside(articleId: string): void {
  const {inspector, openInspector} = useDocumentPane()
  const person = useCurrentUser()
  const done = useRef('')
  useEffect(() => {
    if (done.current === articleId) return
    done.current = articleId
    const {embedded} = workspaceMode()
    if (inspector || !opensByItself(remembered(), person, window.innerWidth, !embedded)) return
    openInspector(REVIEW_INSPECTOR)
  }, [articleId, inspector, openInspector, person])
}
