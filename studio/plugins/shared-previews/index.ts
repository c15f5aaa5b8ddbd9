import {definePlugin} from 'sanity'
import {SHARED_TAB} from '../../data/review-tab.ts'
import {reviewTabs} from '../../data/slots.tsx'
import {workspaceMode} from '../../data/workspace-mode.ts'
import {SharedPreviews} from './shared-previews.tsx'

const tab = {name: SHARED_TAB, title: 'Shared', component: SharedPreviews}

/**
 * Links that show a piece to people outside the newsroom, as a tab of *Review*. Only the embedded
 * lake has such links.
 */
export const sharedPreviews = definePlugin(() => ({
  name: 'copydesk/shared-previews',
  ...(workspaceMode().embedded && {studio: {components: {layout: reviewTabs.bring(tab)}}}),
}))
