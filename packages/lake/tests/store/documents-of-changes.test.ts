// The log answers each change with the documents before and after it, although it stores patches only.
import fc from 'fast-check'
import {expect, it} from 'vitest'
import {BATCH} from '../../src/listen/log-tail.ts'
import type {LoggedEntry} from '../../src/store/log.ts'
import type {LakeDocument} from '../../src/types.ts'
import {runs} from '../../../../tests/support/runs.ts'
import {createPastWorld, dataset, deed, doIt, type PastWorld} from '../history/past-world.ts'

/** As `since` should answer, from the recorded states. */
function expected({moments, log}: PastWorld) {
  let before: ReadonlyMap<string, LakeDocument> = new Map()
  return moments.map(({revision, documents}) => {
    const changes = new Map(
      [...new Set([...before.keys(), ...documents.keys()])]
        .filter((id) => before.get(id)?._rev !== documents.get(id)?._rev)
        .map((id) => [id, {previous: before.get(id) ?? null, result: documents.get(id) ?? null}]),
    )
    before = documents
    return {position: log.find(dataset, revision)?.position, changes}
  })
}

const answered = ({position, changes}: LoggedEntry) => ({
  position,
  changes: new Map(changes.map(({id, previous, result}) => [id, {previous, result}])),
})

it.each([1, 7, BATCH])(
  'after any position, %i entries at once',
  {tags: ['random']},
  async (limit) => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, {minLength: 1, maxLength: 40}), async (deeds) => {
        const world = createPastWorld()
        for (const one of deeds) await doIt(world, one)
        const all = expected(world)
        for (const [index, {position = 0}] of all.entries()) {
          const read = world.log.since(position - 1, limit).map(answered)
          expect(read).toEqual(all.slice(index, index + limit))
        }
        world.close()
      }),
      {numRuns: runs(40)},
    )
  },
)

it('without the documents of a dataset whose rows are being deleted', async () => {
  const world = createPastWorld()
  await world.write([{create: {_id: 'a', _type: 'topic', title: 'A'}}])
  world.database.exec('DELETE FROM documents')
  expect(world.log.since(0, 10)[0]?.changes).toMatchObject([
    {id: 'a', previous: null, result: null},
  ])
  world.close()
})

it('stores a long change compressed and a short one as text', async () => {
  const world = createPastWorld()
  const long = 'The ferry left at dawn. '.repeat(500)
  await world.write([{create: {_id: 'a', _type: 'topic', title: long}}])
  await world.write([{patch: {id: 'a', set: {title: `${long}!`}}}])
  await world.write([{patch: {id: 'a', set: {other: 'b'}}}])
  const sizes = world.database.prepare(
    'SELECT typeof(content) AS type, length(content) AS size FROM log_changes ORDER BY position',
  )
  const [first, , third] = sizes.all()
  expect(first).toMatchObject({type: 'blob'})
  expect(Number(first?.['size'])).toBeLessThan(long.length / 10)
  expect(third).toMatchObject({type: 'text'})
  world.close()
})
