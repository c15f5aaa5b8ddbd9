import {describe, expect, test} from 'vitest'
import {
  extendTo,
  NOTHING_SELECTED,
  toggle,
  within,
} from '../../../../studio/plugins/review-desk/selection.ts'

const ORDER = ['a', 'b', 'c', 'd', 'e']

describe('a selection', () => {
  test('takes pieces in and lets them go', () => {
    const two = toggle(toggle(NOTHING_SELECTED, 'a'), 'c')
    expect(within(two, ORDER)).toEqual(['a', 'c'])
    expect(within(toggle(two, 'a'), ORDER)).toEqual(['c'])
  })

  test('grows to a range from the last piece that was taken by itself, in both directions', () => {
    const anchored = toggle(NOTHING_SELECTED, 'c')
    expect(within(extendTo(anchored, 'e', ORDER), ORDER)).toEqual(['c', 'd', 'e'])
    expect(within(extendTo(anchored, 'a', ORDER), ORDER)).toEqual(['a', 'b', 'c'])
    expect(within(extendTo(extendTo(anchored, 'e', ORDER), 'b', ORDER), ORDER)).toEqual([
      'b',
      'c',
      'd',
      'e',
    ])
  })

  test('begins a range where there is none', () => {
    expect(within(extendTo(NOTHING_SELECTED, 'd', ORDER), ORDER)).toEqual(['d'])
    const gone = toggle(NOTHING_SELECTED, 'was shown before')
    expect(within(extendTo(gone, 'd', ORDER), ORDER)).toEqual(['d'])
  })

  test('leaves out what is not shown', () => {
    expect(within(toggle(NOTHING_SELECTED, 'z'), ORDER)).toEqual([])
    expect(extendTo(NOTHING_SELECTED, 'z', ORDER)).toBe(NOTHING_SELECTED)
  })
})
