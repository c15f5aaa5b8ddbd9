import {describe, expect, test, vi} from 'vitest'
import {
  amountLabel,
  amountOfBody,
  LIMITS,
  toneOf,
} from '../../../../studio/plugins/text-length/text-length.ts'
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
    expect(amountOfBody(body)).toEqual({words: 4, characters: 0})
  })

  test('does not read a paragraph again that has not changed', () => {
    const read = vi.fn(() => 'one two')
    const same = {_type: 'block', children: [Object.defineProperty({}, 'text', {get: read})]}
    expect(amountOfBody([same, block('three')]).words).toBe(3)
    expect(amountOfBody([same, block('three four')]).words).toBe(4)
    expect(read).toHaveBeenCalledOnce()
  })

  test.each([[undefined], [[]], [[block('')]]])('of %j is nothing', (body) => {
    expect(amountOfBody(body)).toEqual({words: 0, characters: 0})
  })
})

test.each<[number, number, number | null, string]>([
  [0, 0, null, 'No words yet'],
  [0, 0, 800, 'No words yet · 800 to go'],
  [1, 0, null, '1 word · 1 min to read'],
  [312, 0, null, '312 words · 1 min to read'],
  [312, 0, 800, '312 words · 488 to go · 1 min to read'],
  [1200, 0, 1200, '1,200 words · 5 min to read'],
  [1250, 0, 1200, '1,250 words · 50 over · 5 min to read'],
  [3, 1500, 2000, '1,503 characters · 497 to go · 3 min to read'],
])('of %i words and %i characters with the target %j reads “%s”', (...given) => {
  const [words, characters, target, label] = given
  expect(amountLabel({words, characters}, target)).toBe(label)
})
