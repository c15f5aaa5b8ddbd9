// As many queries made up at random as there is patience for.
import {expect, it} from 'vitest'
import {comparePlans} from './random-plans-compare.ts'

it('no plan of thirty thousand answers otherwise than groq-js does', () => {
  const {asked, difference} = comparePlans(2_000)
  expect(difference).toBeNull()
  expect(asked).toBeGreaterThan(27_000)
}, 900_000)
