import {afterEach, beforeEach, expect, it} from 'vitest'
import type {Mutation} from '../../src/types.ts'
import {createPastWorld, dataset, EDITOR, type PastWorld} from './past-world.ts'

let world: PastWorld
beforeEach(() => {
  world = createPastWorld()
})
afterEach(() => world.close())

const versions = (from: number, to: number): string[] =>
  Array.from({length: to - from}, (_, n) => `versions.big.n${String(from + n).padStart(3, '0')}`)
const create = (id: string): Mutation => ({create: {_id: id, _type: 'topic', title: id}})
const remove = (id: string): Mutation => ({delete: {id}})
const release = {_id: '_.releases.big', _type: 'system.release', name: 'big', metadata: {}}

/** Everything that is told, and how much of it came with each page. */
async function readAll(limit: number) {
  const told: string[] = []
  const pages: number[] = []
  for (let before: number | undefined; ;) {
    const {events, nextCursor} = await world.history.releaseEvents({
      dataset,
      release: 'big',
      actor: EDITOR,
      limit,
      ...(before === undefined ? {} : {before}),
    })
    told.push(...events.map(({type, versionId = ''}) => `${type} ${versionId}`.trim()))
    pages.push(events.length)
    if (nextCursor === '') return {told, pages}
    before = Number(nextCursor)
  }
}

it('lists all documents of a large published release', async () => {
  await world.write([{create: {...release, state: 'active'}}])
  for (const id of versions(0, 120)) await world.write([create(id)])
  await world.write([
    ...versions(0, 120).map(remove),
    {patch: {id: release._id, set: {state: 'published'}}},
  ])
  const {told, pages} = await readAll(50)
  expect(told).toEqual([
    'publishRelease',
    ...versions(0, 120)
      .toReversed()
      .map((id) => `addDocumentToRelease ${id}`),
    'createRelease',
  ])
  expect(pages).toEqual([50, 50, 22])
})

it('does not divide a transaction, however many documents it has', async () => {
  await world.write([{create: {...release, state: 'active'}}])
  await world.write(versions(0, 70).map(create))
  await world.write(versions(70, 140).map(create))
  await world.write([create('versions.big.n999')])
  const {told, pages} = await readAll(20)
  expect(told.toSorted()).toEqual(
    [
      'createRelease',
      ...[...versions(0, 140), 'versions.big.n999'].map((id) => `addDocumentToRelease ${id}`),
    ].toSorted(),
  )
  expect(pages).toEqual([71, 70, 1])
})
