import {expect, it} from 'vitest'
import {newestPage} from '../../src/history/newest-page.ts'

const at = (position: number, name = '') => ({position, name})

it('is newest first and ends with a whole transaction, so that the next page misses nothing', () => {
  const found = [at(3), at(9), at(7, 'a'), at(7, 'b'), at(7, 'c'), at(5)]
  expect(newestPage(found, 2)).toEqual({
    page: [at(9), at(7, 'a'), at(7, 'b'), at(7, 'c')],
    nextCursor: '7',
  })
  expect(newestPage(found, 6)).toEqual({page: expect.any(Array), nextCursor: ''})
  expect(newestPage(found, 6).page).toHaveLength(6)
  expect(newestPage([], 5)).toEqual({page: [], nextCursor: ''})
})
