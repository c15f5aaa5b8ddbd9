// Two people type in the same running text, in Sanity's own buffered documents, while a program
// patches it. In the end everybody sees the stored text.
import {afterEach, beforeEach, expect, it} from 'vitest'
import {generator} from '../support/generator.ts'
import {startLake, type TestLake} from '../support/lake.ts'
import {typeTogether} from '../support/typing/together.ts'

let lake: TestLake
beforeEach(async () => {
  lake = await startLake()
})
afterEach(() => lake.close())

it('ends the same on all sides, with everybody’s text', {tags: ['full']}, async () => {
  const keys = 150
  const text = await typeTogether(lake, {keys, mayDelete: false, draw: generator(1)})
  // A character between characters that somebody else just typed may lose its place.
  for (const letter of 'xy') expect(text.split(letter).length - 1).toBeGreaterThan(keys * 0.95)
})

it('ends the same on all sides if paragraphs are deleted, too', {tags: ['full']}, async () => {
  const text = await typeTogether(lake, {keys: 150, mayDelete: true, draw: generator(2)})
  expect(text).toMatch(/x.*y|y.*x/s)
})
