import {describe, expect, test} from 'vitest'
import {extentOf, LIMITS, toneOf} from '../../../../studio/plugins/text-length/text-length.ts'
import {lengthOf, MAX_LENGTHS} from '../../../../model/lengths.ts'

const block = (...texts: string[]) => ({_type: 'block', children: texts.map((text) => ({text}))})

describe('a counter', () => {
  test('is not shown where length does not matter', () => {
    expect(LIMITS['section.title']).toBeUndefined()
  })

  test.each([
    [110, 'default'],
    [111, 'caution'],
    [200, 'caution'],
    [201, 'critical'],
  ])('at %i characters of a headline says %s', (length, tone) => {
    expect(toneOf(length, MAX_LENGTHS.headline)).toBe(tone)
  })

  test('counts an emoji as one character', () => {
    expect(lengthOf('👍🏽a')).toBe(3)
  })
})

describe('the length of an article', () => {
  test('counts words of text, not of boxes, and no dashes', () => {
    const body = [block('One two th', 'ree — four.'), {_type: 'photoUse', caption: 'five'}]
    expect(extentOf(body)).toEqual({words: 4, characters: 21, minutes: 1})
  })

  test('takes Japanese by its characters', () => {
    expect(extentOf([block('会'.repeat(1500))]).minutes).toBe(3)
  })

  test.each([[undefined], [[]], [[block('')]]])('of %j is nothing', (body) => {
    expect(extentOf(body)).toEqual({words: 0, characters: 0, minutes: 0})
  })
})
