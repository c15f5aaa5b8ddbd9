// A button beside the article's page that leads to its preview links.
import {ShareIcon} from '@sanity/icons/Share'
import {Button} from '@sanity/ui'
import {useCurrentUser} from 'sanity'
import {useRouter} from 'sanity/router'
import {useDocumentPane, usePaneRouter} from 'sanity/structure'
import {REVIEW_INSPECTOR} from '../../data/review-beside.ts'
import {goToReview} from '../../data/review-focus.ts'
import {atTab, SHARED_TAB} from '../../data/review-tab.ts'
import {publishesArticles} from '../../data/roles.ts'
import {reviewTabs} from '../../data/slots.tsx'
import {besideForm} from './beside-form.ts'

/** For editors, if *Review* has a tab for it. */
export function ShareButton() {
  const {inspectors, openInspector} = useDocumentPane()
  const {routerPanesState, groupIndex} = usePaneRouter()
  const {navigate, state} = useRouter()
  const isEditor = publishesArticles(useCurrentUser())
  const hasTab = reviewTabs.useParts().some(({name}) => name === SHARED_TAB)
  if (!isEditor || !hasTab || !inspectors.some(({name}) => name === REVIEW_INSPECTOR)) return null
  const open = (): void => {
    // If form and page are side by side, *Review* is beside the form.
    const panes = besideForm(routerPanesState, groupIndex, atTab(SHARED_TAB))
    if (panes) navigate({...state, panes})
    else openInspector(REVIEW_INSPECTOR, atTab(SHARED_TAB))
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
