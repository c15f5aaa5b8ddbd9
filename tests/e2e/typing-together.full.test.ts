// Two people in two studios type in one article while a program patches it: all sides end the same, with
// what everybody typed.
import {afterAll, beforeAll, expect, it} from 'vitest'
import {openNewsroom, type Newsroom} from '../support/newsroom.ts'
import {typeInStudios} from '../support/typing/in-studios.ts'

let newsroom: Newsroom
beforeAll(async () => {
  newsroom = await openNewsroom()
})
afterAll(() => newsroom.close())

it('two studios, a program and the file end the same after eight seconds', async () => {
  const {patches, revisions} = await typeInStudios(newsroom, {seconds: 8, seed: 1})
  expect(patches).toBeGreaterThan(5)
  expect(revisions - patches).toBeGreaterThan(5)
})
