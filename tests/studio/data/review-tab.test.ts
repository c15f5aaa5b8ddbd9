import {expect, test} from 'vitest'
import {atTab, tabAskedFor, withoutTab} from '../../../studio/data/review-tab.ts'

const TABS = [{name: 'checklist'}, {name: 'shared'}]

test('a pane that was opened at a tab of Review names it', () => {
  expect(tabAskedFor({view: 'page', ...atTab('shared')}, TABS)?.name).toBe('shared')
  expect(atTab('shared').inspect).toBe('review')
})

test('an unknown tab in an address is ignored', () => {
  expect(tabAskedFor(undefined, TABS)).toBeUndefined()
  expect(tabAskedFor({inspect: 'review'}, TABS)).toBeUndefined()
  expect(tabAskedFor({reviewTab: 'nowhere'}, TABS)).toBeUndefined()
})

test('a tab without its plugin is ignored', () => {
  expect(tabAskedFor(atTab('shared'), [{name: 'checklist'}])).toBeUndefined()
})

test('once the person has chosen another, the rest of the address stays', () => {
  const left = withoutTab({view: 'page', ...atTab('shared')})
  expect(tabAskedFor(left, TABS)).toBeUndefined()
  expect(left).toMatchObject({view: 'page', inspect: 'review'})
})
