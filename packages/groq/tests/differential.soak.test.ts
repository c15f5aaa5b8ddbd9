// A hundred thousand queries made up at random.
import {expect, it} from 'vitest'
import {compareAnswers} from './differential.ts'

it('no query of a hundred thousand is answered otherwise than by groq-js', () => {
  expect(compareAnswers(33_400).asked).toBeGreaterThan(90_000)
}, 900_000)
