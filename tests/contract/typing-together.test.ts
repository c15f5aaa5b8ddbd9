// Two people type in the same running text, in Sanity's own buffered documents, while a program patches
// it: in the end everybody sees the same, and it is what is stored.
import {afterEach, beforeEach, expect, it} from 'vitest'
import {generator} from '../support/generator.ts'
import {startLake, type TestLake} from '../support/lake.ts'
import {typeTogether} from '../support/typing/together.ts'

let lake: TestLake
beforeEach(async () => {
  lake = await startLake()
})
afterEach(() => lake.close())

it('ends the same on all sides, with what everybody typed', {tags: ['full']}, async () => {
  const keys = 150
  const text = await typeTogether(lake, {keys, mayDelete: false, draw: generator(1)})
  // A letter between letters that somebody else typed just then may find its place no more.
  for (const letter of 'xy') expect(text.split(letter).length - 1).toBeGreaterThan(keys * 0.95)
})

it(
  'ends the same on all sides where paragraphs are thrown away, too',
  {tags: ['full']},
  async () => {
    const text = await typeTogether(lake, {keys: 150, mayDelete: true, draw: generator(2)})
    expect(text).toMatch(/x.*y|y.*x/s)
  },
)
