// Every revision that was ever stored comes back exactly: its content, its revision, its times.
import fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {LakeDocument} from '../../src/types.ts'
import {createPastWorld, dataset, deed, doIt, EDITOR, type PastWorld} from './past-world.ts'
import {FACTOR, runs} from '../../../../tests/support/runs.ts'

const IDS = ['one', 'two', 'drafts.one', 'drafts.two']

describe('documents at a revision', () => {
  it(
    'are the documents that were stored then, whatever was done later',
    {tags: ['random']},
    async () => {
      let asked = 0
      await fc.assert(
        fc.asyncProperty(fc.array(deed, {minLength: 1, maxLength: 40}), async (deeds) => {
          const world = createPastWorld()
          try {
            for (const one of deeds) await doIt(world, one)
            for (const {revision, time, documents} of world.moments) {
              const then = IDS.flatMap((id) => documents.get(id) ?? [])
              const atRevision = await at(world, {revision})
              expect(atRevision).toEqual(then)
              asked += then.length
              // Of several in the same millisecond the last one counts.
              const last = world.moments.findLast((moment) => moment.time === time)
              const atTime = await at(world, {time})
              expect(atTime).toEqual(IDS.flatMap((id) => last?.documents.get(id) ?? []))
            }
          } finally {
            world.close()
          }
        }),
        {numRuns: runs(60)},
      )
      expect(asked).toBeGreaterThan(100 * FACTOR)
    },
  )
})

type Asked = Parameters<PastWorld['history']['documentsAt']>[0]['moment']

async function at(world: PastWorld, moment: Asked, ids = IDS): Promise<LakeDocument[]> {
  const {documents} = await world.history.documentsAt({dataset, ids, actor: EDITOR, moment})
  return documents
}

describe('the last state', () => {
  let world: PastWorld
  beforeEach(() => {
    world = createPastWorld()
  })
  afterEach(() => world.close())
  const draft = {_id: 'drafts.one', _type: 'article', headline: 'A'}

  it('is the current one while the document exists', async () => {
    await world.write([{create: draft}])
    await world.write([{patch: {id: 'drafts.one', set: {headline: 'B'}}}])
    expect(await at(world, 'last', ['drafts.one'])).toEqual([
      world.documents.get(dataset, 'drafts.one'),
    ])
  })

  it('is the one before the deletion of a deleted document', async () => {
    await world.write([{create: draft}])
    const before = world.documents.get(dataset, 'drafts.one')
    await world.write([{delete: {id: 'drafts.one'}}])
    expect(await at(world, 'last', ['one', 'drafts.one'])).toEqual([before])
    expect(await at(world, 'now', ['one', 'drafts.one'])).toEqual([])
  })

  it('leaves out a draft that was published long before the document was deleted', async () => {
    await world.write([{create: draft}])
    await world.write([
      {createOrReplace: {...draft, _id: 'one', headline: 'published'}},
      {delete: {id: 'drafts.one'}},
    ])
    await world.write([{patch: {id: 'one', set: {headline: 'amended'}}}])
    await world.write([{delete: {id: 'one'}}])
    const headlines = async (ids: string[]) =>
      (await at(world, 'last', ids)).map(({headline}) => headline)
    expect(await headlines(['one', 'drafts.one'])).toEqual(['amended'])
    expect(await headlines(['drafts.one'])).toEqual(['A'])
  })

  it('is that of the draft if both were deleted together', async () => {
    await world.write([{create: {...draft, _id: 'one'}}, {create: {...draft, headline: 'newer'}}])
    await world.write([{delete: {id: 'drafts.one'}}, {delete: {id: 'one'}}])
    const found = await at(world, 'last', ['one', 'drafts.one'])
    expect(found.map(({_id, headline}) => [_id, headline])).toEqual([
      ['one', 'A'],
      ['drafts.one', 'newer'],
    ])
  })
})

it('does not exist for a document that the log does not know', async () => {
  const world = createPastWorld()
  await world.write([{create: {_id: 'one', _type: 'article'}}])
  const request = {dataset, ids: ['one', 'none'], actor: EDITOR}
  expect(await world.history.documentsAt({...request, moment: {revision: 'never'}})).toEqual({
    documents: [],
    omitted: [
      {id: 'one', reason: 'existence'},
      {id: 'none', reason: 'existence'},
    ],
  })
  world.close()
})
