// From the article's page to the links that show it to somebody outside.
import {ShareIcon} from '@sanity/icons/Share'
import {Button} from '@sanity/ui'
import {useCurrentUser} from 'sanity'
import {useRouter} from 'sanity/router'
import {useDocumentPane, usePaneRouter} from 'sanity/structure'
import {REVIEW_INSPECTOR} from '../../data/review-beside.ts'
import {goToReview} from '../../data/review-focus.ts'
import {atTab} from '../../data/review-tab.ts'
import {publishesArticles} from '../../data/roles.ts'
import {workspaceMode} from '../../data/workspace-mode.ts'
import {besideForm} from './beside-form.ts'

/** For editors; links are the embedded lake's. */
export function ShareButton() {
  const {openInspector} = useDocumentPane()
  const {routerPanesState, groupIndex} = usePaneRouter()
  const {navigate, state} = useRouter()
  const isEditor = publishesArticles(useCurrentUser())
  if (!isEditor || !workspaceMode().embedded) return null
  const open = (): void => {
    // Where form and page are side by side, *Review* stands beside the form.
    const panes = besideForm(routerPanesState, groupIndex, atTab('shared'))
    if (panes) navigate({...state, panes})
    else openInspector(REVIEW_INSPECTOR, atTab('shared'))
    goToReview()
  }
  return (
    <Button
      fontSize={1}
      icon={ShareIcon}
      mode="bleed"
      padding={2}
      text="Share with somebody outside"
      onClick={open}
    />
  )
}
