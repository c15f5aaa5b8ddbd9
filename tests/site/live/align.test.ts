// Old and new paragraphs are told apart: which was corrected, which came in, which went.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {align} from '../../../site/live/align.ts'
import {sharedWordRatio} from '../../../site/live/similarity.ts'
import {differingPart} from '../../../site/live/morph.ts'

const alike = (old: string, next: string) => {
  const shared = sharedWordRatio(old, next)
  return shared < 0.25 ? 0 : shared
}

test('a corrected paragraph is the same one, also behind a new one', () => {
  const old = ['The ferry left at nine.', 'Nobody was hurt.']
  const next = ['Three boats were searched.', 'The ferry left at ten.', 'Nobody was hurt.']
  expect(align(old, next, alike)).toEqual([
    [0, 1],
    [1, 2],
  ])
})

test('what went leaves no trace, and something else is not taken for it', () => {
  expect(align(['The mayor resigned.'], ['Trams run again on Sunday.'], alike)).toEqual([])
  expect(align(['one two', 'three four', 'five six'], ['one two', 'five six'], alike)).toEqual([
    [0, 0],
    [2, 1],
  ])
})

test('words are told apart where none is separated by spaces', () => {
  expect(sharedWordRatio('市長は九時に辞任した', '市長は十時に辞任した')).toBeGreaterThan(0.7)
  expect(sharedWordRatio('市長は辞任した', '天気が良い')).toBeLessThan(0.25)
})

test('pairs never cross, and nothing is in two of them, however long the page', () => {
  const texts = fc.array(fc.constantFrom('a b', 'b c', 'c d', 'd e', 'e f'), {maxLength: 90})
  fc.assert(
    fc.property(texts, texts, (old, next) => {
      const pairs = align(old, next, alike)
      pairs.forEach(([i, j], at) => {
        const [before, behind] = pairs[at - 1] ?? [-1, -1]
        expect(i).toBeGreaterThan(before)
        expect(j).toBeGreaterThan(behind)
        expect(alike(old[i] ?? '', next[j] ?? '')).toBeGreaterThan(0)
      })
    }),
  )
})

test('a long page that did not change is paired with itself', () => {
  const long = Array.from({length: 500}, (_, index) => `Paragraph ${index} of ${index * 7}`)
  expect(align(long, long, (a, b) => Number(a === b))).toHaveLength(500)
})

test('of a changed text only the part that differs is written', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (old, text) => {
      const {start, end} = differingPart(old, text)
      const changed =
        old.slice(0, start) + text.slice(start, text.length - end) + old.slice(old.length - end)
      expect(changed).toBe(text)
    }),
  )
  expect(differingPart('left at nine.', 'left at ten.')).toEqual({start: 8, end: 1})
  expect(differingPart('aa', 'aaa')).toEqual({start: 2, end: 0})
})
