// Opens a tab of *Review* from another place, by the pane's parameters.
import {REVIEW_INSPECTOR} from './review-beside.ts'

/** The tab of the plugin for shared previews. */
export const SHARED_TAB = 'shared'

type Params = Readonly<Record<string, string | undefined>>

/** For a pane, or for an intent that opens one. */
export function atTab(reviewTab: string) {
  return {inspect: REVIEW_INSPECTOR, reviewTab}
}

/** The tab that the pane's parameters request, if it is one of these. */
export function tabAskedFor<Tab extends {name: string}>(
  params: Params | undefined,
  tabs: readonly Tab[],
): Tab | undefined {
  return tabs.find(({name}) => name === params?.['reviewTab'])
}

/** Parameters without a requested tab. */
export function withoutTab(params: Params): Params {
  return {...params, reviewTab: undefined}
}
