// The tabs of *Review*, and the way to one of them from elsewhere: by the pane's parameters.
import {REVIEW_INSPECTOR} from './review-beside.ts'

export const REVIEW_TABS = [
  {name: 'checklist', title: 'Checklist'},
  {name: 'history', title: 'History'},
  {name: 'changes', title: 'Changes'},
  {name: 'shared', title: 'Shared'},
] as const

export type ReviewTab = (typeof REVIEW_TABS)[number]['name']

type Params = Readonly<Record<string, string | undefined>>

/** For a pane, or for an intent that opens one. */
export function atTab(reviewTab: ReviewTab) {
  return {inspect: REVIEW_INSPECTOR, reviewTab}
}

/** The tab at which the pane was opened, if at any. */
export function tabAskedFor(params: Params | undefined): ReviewTab | undefined {
  return REVIEW_TABS.find(({name}) => name === params?.['reviewTab'])?.name
}

/** Parameters that ask for no tab any more. */
export function withoutTab(params: Params): Params {
  return {...params, reviewTab: undefined}
}
