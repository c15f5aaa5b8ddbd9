import {expect, test} from 'vitest'
import {atTab, tabAskedFor, withoutTab} from '../../../studio/data/review-tab.ts'

test('a pane opened at a tab of Review says which', () => {
  expect(tabAskedFor({view: 'page', ...atTab('shared')})).toBe('shared')
  expect(atTab('shared').inspect).toBe('review')
})

test('an address of before, or of somebody’s own making, asks for none', () => {
  expect(tabAskedFor(undefined)).toBeUndefined()
  expect(tabAskedFor({inspect: 'review'})).toBeUndefined()
  expect(tabAskedFor({reviewTab: 'nowhere'})).toBeUndefined()
})

test('once the person has chosen another, the rest of the address stays', () => {
  const left = withoutTab({view: 'page', ...atTab('shared')})
  expect(tabAskedFor(left)).toBeUndefined()
  expect(left).toMatchObject({view: 'page', inspect: 'review'})
})
