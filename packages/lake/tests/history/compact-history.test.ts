// Old keystrokes are merged. Every revision that is left is restored exactly as it was.
import fc from 'fast-check'
import {applyPatch} from 'mendoza'
import {describe, expect, it} from 'vitest'
import {
  compactHistory,
  type CompactionRequest,
  type CompactionResult,
} from '../../src/history/compact-history.ts'
import {compactionTable} from '../../src/store/compaction-table.ts'
import {createPastWorld, dataset, deed, doIt, EDITOR, START, type PastWorld} from './past-world.ts'
import {FACTOR, runs} from '../../../../tests/support/runs.ts'

const IDS = ['one', 'two', 'drafts.one', 'drafts.two']
const MINUTE = 60_000

const merge = (world: PastWorld, request: CompactionRequest): Promise<CompactionResult> =>
  compactHistory(
    {
      database: world.database,
      documents: world.documents,
      history: world.table,
      table: compactionTable(world.database),
    },
    request,
  )

const isLeft = (world: PastWorld, revision: string): boolean =>
  world.log.find(dataset, revision) !== null

/** Every remaining revision is unchanged; the patches lead from each to the next and back. */
async function holds(world: PastWorld): Promise<void> {
  for (const {revision, documents} of world.moments) {
    if (!isLeft(world, revision)) continue
    // At a moment amid another document's session that one is as its session found it.
    const ids = IDS.filter((id) => isLeft(world, documents.get(id)?._rev ?? revision))
    const request = {dataset, ids, actor: EDITOR, moment: {revision}}
    const {documents: found} = await world.history.documentsAt(request)
    expect(found).toEqual(ids.flatMap((id) => documents.get(id) ?? []))
  }
  for (const id of IDS) {
    let forwards: object | null = null
    const request = {dataset, ids: [id], actor: EDITOR, limit: 1_000, reverse: false}
    const flags = {identifiedOnly: true, withMutations: true, withEffects: true}
    for await (const {effects} of world.history.transactions({...request, ...flags})) {
      const effect = effects?.[id]
      const before = forwards
      forwards = applyPatch(forwards, effect?.apply as never) as object | null
      expect(applyPatch(forwards, effect?.revert as never)).toEqual(before)
    }
    const {_rev, ...now} = world.documents.get(dataset, id) ?? {_rev: null}
    expect(forwards).toEqual(_rev === null ? null : now)
  }
}

/** The transactions that did more than edit one draft. */
function kept(world: PastWorld): string[] {
  return world.log
    .since(0, 10_000)
    .filter(({changes}) => {
      const [change] = changes
      return changes.length !== 1 || !change?.previous || !change.result
    })
    .map(({transactionId}) => transactionId)
}

describe('merging old edits', () => {
  it('leaves each remaining revision unchanged', {tags: ['random']}, async () => {
    let [merged, left] = [0, 0]
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, {minLength: 5, maxLength: 60}),
        fc.nat(60),
        async (deeds, middle) => {
          const world = createPastWorld()
          try {
            for (const one of deeds) await doIt(world, one)
            const whole = kept(world)
            const last = world.moments.at(-1)
            // In two steps: the second takes up sessions that the first has begun.
            const first = await merge(world, {before: world.moments.at(middle)?.time ?? START})
            await holds(world)
            const second = await merge(world, {before: world.now() + 1})
            await holds(world)
            for (const revision of whole) expect(isLeft(world, revision)).toBe(true)
            expect(isLeft(world, last?.revision ?? '')).toBe(true)
            merged += first.sessions + second.sessions
            left += world.moments.filter(({revision}) => isLeft(world, revision)).length
            expect(await merge(world, {before: world.now() + 1})).toEqual({
              drafts: 0,
              sessions: 0,
              edits: 0,
            })
          } finally {
            world.close()
          }
        },
      ),
      {numRuns: runs(80)},
    )
    expect(merged).toBeGreaterThan(30 * FACTOR)
    expect(left).toBeGreaterThan(500 * FACTOR)
  })

  const begin = async (): Promise<PastWorld> => {
    const world = createPastWorld()
    await world.write([{create: {_id: 'drafts.one', _type: 'article', headline: ''}}], 'ua')
    return world
  }
  const type = async (world: PastWorld, headline: string, author = 'ua', pause = 1_000) => {
    world.later(pause)
    await world.write([{patch: {id: 'drafts.one', set: {headline}}}], author)
  }
  const left = (world: PastWorld) => world.log.since(0, 100).map(({transactionId}) => transactionId)

  it('keeps the last transaction of each person’s session, and where it began', async () => {
    const world = await begin()
    for (const text of ['A', 'Ab', 'Abc']) await type(world, text)
    await type(world, 'Abcd', 'ub')
    await type(world, 'Abcde', 'ub')
    await type(world, 'Abc')
    await type(world, 'Abd', 'ua', 11 * MINUTE)
    await type(world, 'Abe', 'ua', 9 * MINUTE)
    expect(left(world)).toEqual(['tx1', 'tx2', 'tx3', 'tx4', 'tx5', 'tx6', 'tx7', 'tx8', 'tx9'])
    const result = await merge(world, {before: world.now() + 1})
    expect(result).toEqual({drafts: 1, sessions: 3, edits: 7})
    expect(left(world)).toEqual(['tx1', 'tx4', 'tx6', 'tx7', 'tx9'])
    const [, session] = world.log.since(0, 100)
    expect(session).toMatchObject({
      author: 'ua',
      timestamp: new Date(START + 3_000).toISOString(),
      changes: [{id: 'drafts.one', mutations: [{patch: {set: {headline: 'Abc'}}}]}],
    })
    world.close()
  })

  it('stops at any other change of the draft', async () => {
    const world = await begin()
    await type(world, 'A')
    const submitted = {create: {_id: 'review.one', _type: 'review'}}
    await world.write([submitted, {patch: {id: 'drafts.one', set: {headline: 'B'}}}], 'ua')
    await type(world, 'C')
    const content = {_type: 'article', headline: 'C'}
    await world.write(
      [{createOrReplace: {_id: 'one', ...content}}, {delete: {id: 'drafts.one'}}],
      'ua',
    )
    await world.write([{patch: {id: 'one', set: {headline: 'D'}}}], 'ua')
    await world.write([{patch: {id: 'one', set: {headline: 'E'}}}], 'ua')
    await world.write([{patch: {id: 'review.one', set: {stage: 'a'}}}], 'ua')
    await world.write([{patch: {id: 'review.one', set: {stage: 'b'}}}], 'ua')
    const before = left(world)
    expect(before).toHaveLength(9)
    expect(await merge(world, {before: world.now() + 1})).toMatchObject({sessions: 0})
    expect(left(world)).toEqual(before)
    world.close()
  })

  it('does not change younger edits', async () => {
    const world = await begin()
    for (const text of ['A', 'Ab', 'Abc', 'Abcd']) await type(world, text)
    expect(await merge(world, {before: START + 3_000})).toMatchObject({edits: 2})
    expect(left(world)).toEqual(['tx1', 'tx3', 'tx4', 'tx5'])
    // A day later the rest of that session joins it.
    expect(await merge(world, {before: START + 5_000})).toMatchObject({edits: 3})
    expect(left(world)).toEqual(['tx1', 'tx5'])
    await holds(world)
    world.close()
  })

  it('only counts in a dry run', async () => {
    const world = await begin()
    for (const text of ['A', 'Ab', 'Abc']) await type(world, text)
    const before = world.log.since(0, 100)
    expect(await merge(world, {before: world.now() + 1, dryRun: true})).toMatchObject({edits: 3})
    expect(world.log.since(0, 100)).toEqual(before)
    expect(await merge(world, {before: world.now() + 1})).toMatchObject({edits: 3})
    world.close()
  })

  it('ends when it must, and continues the next time', async () => {
    const world = await begin()
    for (const text of ['A', 'Ab', 'Abc']) await type(world, text)
    const request = {before: world.now() + 1}
    expect(await merge(world, {...request, isOver: () => true})).toMatchObject({edits: 0})
    expect(left(world)).toHaveLength(4)
    expect(await merge(world, request)).toMatchObject({edits: 3})
    world.close()
  })

  it('lets no stream resume amid merged edits', async () => {
    const world = await begin()
    for (const text of ['A', 'Ab', 'Abc']) await type(world, text)
    await merge(world, {before: START + 3_000})
    const wholeAfter = world.log.wholeAfter()
    expect(wholeAfter).toBe(world.log.find(dataset, 'tx3')?.position)
    const resumed = world.log.since(wholeAfter, 100)
    expect(resumed.map(({transactionId}) => transactionId)).toEqual(['tx4'])
    expect(resumed[0]?.changes[0]).toMatchObject({
      previous: {headline: 'Ab', _rev: 'tx3'},
      result: {headline: 'Abc'},
    })
    world.close()
  })
})
