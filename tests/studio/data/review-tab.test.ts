import {expect, test} from 'vitest'
import {atTab, tabAskedFor, withoutTab} from '../../../studio/data/review-tab.ts'

const TABS = [{name: 'checklist'}, {name: 'shared'}]

test('a pane opened at a tab of Review says which', () => {
  expect(tabAskedFor({view: 'page', ...atTab('shared')}, TABS)?.name).toBe('shared')
  expect(atTab('shared').inspect).toBe('review')
})

test('an address of before, or of somebody’s own making, asks for none', () => {
  expect(tabAskedFor(undefined, TABS)).toBeUndefined()
  expect(tabAskedFor({inspect: 'review'}, TABS)).toBeUndefined()
  expect(tabAskedFor({reviewTab: 'nowhere'}, TABS)).toBeUndefined()
})

test('a tab that no plugin brings is not asked for', () => {
  expect(tabAskedFor(atTab('shared'), [{name: 'checklist'}])).toBeUndefined()
})

test('once the person has chosen another, the rest of the address stays', () => {
  const left = withoutTab({view: 'page', ...atTab('shared')})
  expect(tabAskedFor(left, TABS)).toBeUndefined()
  expect(left).toMatchObject({view: 'page', inspect: 'review'})
})
