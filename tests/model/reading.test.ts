import {expect, test} from 'vitest'
import {amountOf, minutesToRead} from '../../model/reading.ts'

test.each<[string, number, number]>([
  ['', 0, 0],
  ['One two — three.', 3, 0],
  ['It’s the half-past-one ferry', 4, 0],
  ['会議は終わった。', 0, 7],
  ['東京 Tower と海', 1, 4],
  ['Über 3,5 Millionen', 3, 0],
])('“%s” has %i words and %i characters', (text, words, characters) => {
  expect(amountOf(text)).toEqual({words, characters})
})

test.each<[number, number, number]>([
  [0, 0, 0],
  [1, 0, 1],
  [345, 0, 2],
  [2300, 0, 10],
  [0, 1500, 3],
  [230, 500, 2],
])('%i words and %i characters take %i minutes', (words, characters, minutes) => {
  expect(minutesToRead({words, characters})).toBe(minutes)
})
