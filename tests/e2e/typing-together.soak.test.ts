// @module-tag soak
// The same for a minute.
import {afterAll, beforeAll, expect, it} from 'vitest'
import {openNewsroom, type Newsroom} from '../support/newsroom.ts'
import {typeInStudios} from '../support/typing/in-studios.ts'

let newsroom: Newsroom
beforeAll(async () => {
  newsroom = await openNewsroom()
})
afterAll(() => newsroom.close())

it('two studios, a program and the file end the same after a minute of typing', async () => {
  const figures = await typeInStudios(newsroom, {seconds: 60, seed: 2})
  const shared = figures.amongOthers.map(({kept, typed}) => `${kept} of ${typed}`)
  console.log(
    `${figures.revisions} revisions, ${figures.patches} by the program; letters kept in one paragraph: ${shared.join(', ')}`,
  )
  expect(figures.patches).toBeGreaterThan(40)
  expect(figures.revisions - figures.patches).toBeGreaterThan(40)
}, 300_000)
