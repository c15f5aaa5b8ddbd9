// @module-tag soak
// The same for about a minute.
import {afterAll, beforeAll, expect, it} from 'vitest'
import {generator} from '../support/generator.ts'
import {startLake, type TestLake} from '../support/lake.ts'
import {typeTogether} from '../support/typing/together.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
})
afterAll(() => lake.close())

it('two studios and a program end the same after a minute of typing', async () => {
  const began = performance.now()
  const keys = 3_500
  const text = await typeTogether(lake, {keys, mayDelete: false, draw: generator(3)})
  const seconds = Math.round((performance.now() - began) / 1000)
  const lost = ['x', 'y'].map((letter) => keys - (text.split(letter).length - 1))
  console.log(`${seconds} s, letters without a place: ${lost.join(', ')} of ${keys} each`)
  for (const count of lost) expect(count).toBeLessThan(keys * 0.05)
}, 600_000)
