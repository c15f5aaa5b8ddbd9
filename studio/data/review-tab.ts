// The way to a tab of *Review* from elsewhere: by the pane's parameters.
import {REVIEW_INSPECTOR} from './review-beside.ts'

/** The tab that the plugin of shared previews brings. */
export const SHARED_TAB = 'shared'

type Params = Readonly<Record<string, string | undefined>>

/** For a pane, or for an intent that opens one. */
export function atTab(reviewTab: string) {
  return {inspect: REVIEW_INSPECTOR, reviewTab}
}

/** The tab at which the pane was opened, if at one of these. */
export function tabAskedFor<Tab extends {name: string}>(
  params: Params | undefined,
  tabs: readonly Tab[],
): Tab | undefined {
  return tabs.find(({name}) => name === params?.['reviewTab'])
}

/** Parameters that ask for no tab any more. */
export function withoutTab(params: Params): Params {
  return {...params, reviewTab: undefined}
}
