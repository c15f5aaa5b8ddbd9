import fc from 'fast-check'
import {Mutation as Mutator} from '@sanity/mutator'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {LakeError} from '../../src/errors.ts'
import {SYSTEM_ACTOR} from '../../src/grants.ts'
import type {Actor, Commit, LakeDocument, Mutation, Rule} from '../../src/types.ts'
import {ROLES} from '../../../../model/roles.ts'
import {createCommitWorld} from '../commit-world.ts'
import {runs} from '../../../../tests/support/runs.ts'

const dataset = 'production'
const start = Date.parse('2026-11-25T10:00:00.000Z')
const journalist: Actor = {id: 'uj', kind: 'user', roles: ['journalist'], name: 'J'}
const colleague: Actor = {id: 'uk', kind: 'user', roles: ['journalist'], name: 'K'}
const editor: Actor = {id: 'ue', kind: 'user', roles: ['editor'], name: 'E'}

function lake(rules: Rule[] = []) {
  let now = start
  const committed: number[] = []
  const world = createCommitWorld(ROLES, () => now, {
    rules,
    clock: () => now++,
    onCommitted: (entries) => committed.push(...entries.map(({position}) => position)),
  })
  return {...world, committed}
}

let world: ReturnType<typeof lake>
beforeEach(() => {
  world = lake()
})
afterEach(() => world.database.close())

const run = (
  mutations: Mutation[],
  actor: Actor = SYSTEM_ACTOR,
  more: Partial<Parameters<Commit>[0]> = {},
) => world.commit({dataset, actor, steps: mutations.map((m) => () => ({mutations: [m]})), ...more})

const refused = async (promise: Promise<unknown>) => {
  const before = world.log.last()
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(LakeError)
  expect(world.log.last()).toBe(before)
  return error as LakeError
}

const draft = (id: string, more = {}) => ({_id: `drafts.${id}`, _type: 'article', ...more})

describe('commit', () => {
  it('stores a document with its revision and times, and logs it in the same transaction', async () => {
    const {transactionId, position} = await run([{create: {_id: 'a', _type: 'article', n: 1}}])
    expect(world.documents.get(dataset, 'a')).toEqual({
      _id: 'a',
      _type: 'article',
      n: 1,
      _rev: transactionId,
      _createdAt: '2026-11-25T10:00:00.000Z',
      _updatedAt: '2026-11-25T10:00:00.000Z',
    })
    expect(world.log.since(0, 10)).toMatchObject([
      {position, transactionId, author: 'system', changes: [{id: 'a', previous: null}]},
    ])
    expect(world.committed).toEqual([position])
  })

  it('uses the client’s ID as revision and chains revisions in the log', async () => {
    await run([{create: {_id: 'a', _type: 'article'}}], SYSTEM_ACTOR, {transactionId: 'one'})
    await run([{patch: {id: 'a', set: {n: 2}}}], SYSTEM_ACTOR, {transactionId: 'two'})
    expect(world.log.since(1, 1)[0]?.changes[0]).toMatchObject({
      previous: {_rev: 'one'},
      result: {_rev: 'two', n: 2},
    })
  })

  it('writes nothing when one of several mutations fails', async () => {
    const error = await refused(
      run([{create: {_id: 'a', _type: 'article'}}, {patch: {id: 'missing', set: {n: 1}}}]),
    )
    expect(error).toMatchObject({
      status: 409,
      type: 'mutationError',
      details: {items: [{index: 1, error: {type: 'documentNotFoundError', id: 'missing'}}]},
    })
    expect(world.documents.get(dataset, 'a')).toBeNull()
  })

  it('refuses a taken id and a wrong revision', async () => {
    await run([{create: {_id: 'a', _type: 'article'}}])
    expect(await refused(run([{create: {_id: 'a', _type: 'article'}}]))).toMatchObject({
      details: {items: [{error: {type: 'documentAlreadyExistsError'}}]},
    })
    expect(
      await refused(run([{patch: {id: 'a', ifRevisionID: 'old', set: {n: 1}}}])),
    ).toMatchObject({details: {items: [{error: {type: 'documentRevisionIDDoesNotMatchError'}}]}})
  })

  it('returns the first result for a repeated transaction, and refuses a different one with its ID', async () => {
    const request = {transactionId: 'same', fingerprint: 'x'}
    const first = await run([{create: {_id: 'a', _type: 'article'}}], editor, request)
    const again = await run([{create: {_id: 'a', _type: 'article'}}], editor, request)
    expect(again).toMatchObject({transactionId: 'same', position: first.position})
    expect(world.log.last()).toBe(first.position)
    await refused(
      run([{create: {_id: 'b', _type: 'article'}}], editor, {...request, fingerprint: 'y'}),
    )
    await refused(run([{create: {_id: 'a', _type: 'article'}}], journalist, request))
  })

  it('shares one write between simultaneous calls, each with its own result', async () => {
    await run([{create: {_id: 'a', _type: 'article', n: 1}}])
    const more = (transactionId: string) =>
      run([{patch: {id: 'a', inc: {n: 1}}}], SYSTEM_ACTOR, {transactionId, fingerprint: 'x'})
    const [first, wrong, again, dry, last] = await Promise.allSettled([
      more('one'),
      run([{patch: {id: 'a', ifRevisionID: 'old', set: {n: 100}}}]),
      more('one'),
      run([{patch: {id: 'a', set: {n: 100}}}], SYSTEM_ACTOR, {dryRun: true}),
      more('two'),
    ])
    expect(first).toMatchObject({value: {position: 2, results: [{document: {n: 2}}]}})
    expect(wrong).toMatchObject({status: 'rejected', reason: {status: 409}})
    expect(again).toMatchObject({value: {position: 2, results: []}})
    expect(dry).toMatchObject({value: {results: [{document: {n: 100}}]}})
    expect(last).toMatchObject({value: {position: 3, results: [{document: {n: 3}}]}})
    expect(world.documents.get(dataset, 'a')).toMatchObject({_rev: 'two', n: 3})
    expect(world.log.since(1, 10)).toMatchObject([
      {position: 2, changes: [{previous: {n: 1}, result: {n: 2}}]},
      {position: 3, changes: [{previous: {n: 2}, result: {n: 3}}]},
    ])
    expect(world.committed).toEqual([1, 2, 3])
  })

  it('rejects all calls of a lost write, and caches nothing of it', async () => {
    let isLost = false
    world.database.close()
    const owed = 'INSERT INTO owed VALUES (0)'
    world = lake([
      () => {
        if (isLost) world.database.exec(owed)
        return {}
      },
    ])
    world.database.exec(
      'CREATE TABLE owed (n INTEGER REFERENCES log (position) DEFERRABLE INITIALLY DEFERRED)',
    )
    const at = (transactionId: string, n: number) =>
      run([{patch: {id: 'a', set: {n}}}], SYSTEM_ACTOR, {transactionId})
    await run([{create: {_id: 'a', _type: 'article', n: 1}}])
    isLost = true
    const lost = await Promise.allSettled([at('one', 2), at('two', 3)])
    expect(lost.map(({status}) => status)).toEqual(['rejected', 'rejected'])
    expect(world.committed).toEqual([1])
    expect(world.documents.get(dataset, 'a')).toMatchObject({n: 1})

    isLost = false
    await Promise.all([
      at('one', 10),
      run([{patch: {id: 'a', inc: {n: 1}}}], SYSTEM_ACTOR, {transactionId: 'two'}),
    ])
    expect(world.documents.get(dataset, 'a')).toMatchObject({_rev: 'two', n: 11})
    expect(world.log.since(1, 10)).toMatchObject([
      {position: 2, changes: [{previous: {n: 1}, result: {n: 10, _rev: 'one'}}]},
      {position: 3, changes: [{previous: {n: 10}, result: {n: 11, _rev: 'two'}}]},
    ])
    expect(world.committed).toEqual([1, 2, 3])
  })

  it('sees the writes of another program', async () => {
    await run([{create: {_id: 'a', _type: 'article', n: 1}}])
    await run([{patch: {id: 'a', set: {n: 2}}}])
    const written = {...world.documents.get(dataset, 'a'), _rev: 'elsewhere', n: 40} as LakeDocument
    world.documents.put(dataset, written, [])
    await run([{patch: {id: 'a', inc: {n: 2}}}])
    expect(world.documents.get(dataset, 'a')).toMatchObject({n: 42})
  })

  it('continues from the stored text if JSON cannot express the value', async () => {
    await run([{create: {_id: 'a', _type: 'article', gone: undefined, n: -0}}])
    const {changes} = await run([{patch: {id: 'a', set: {m: 1}}}])
    expect(Object.keys(changes[0]?.previous ?? {})).not.toContain('gone')
    expect(changes[0]?.previous?.['n']).toBe(0)
    expect(world.log.since(1, 1)[0]?.changes[0]?.previous).toEqual(changes[0]?.previous)
  })

  it('leaves nothing behind after a dry run', async () => {
    const result = await run([{create: {_id: 'a', _type: 'article'}}], SYSTEM_ACTOR, {dryRun: true})
    expect(result.results).toMatchObject([{id: 'a', operation: 'create'}])
    expect(world.documents.get(dataset, 'a')).toBeNull()
    expect(world.log.last()).toBe(0)
  })

  it.each(['../x', '-a', '.a', 'a..b', 'a b', '', 'ü', 'x'.repeat(251)])(
    'refuses the document id %j',
    async (id) => {
      expect(await refused(run([{createOrReplace: {_id: id, _type: 'article'}}]))).toMatchObject({
        status: 400,
      })
    },
  )

  it.each(['hasOwnProperty', 'then', '__proto__'])(
    'refuses a field called %s, which would break queries',
    async (name) => {
      const document = JSON.parse(`{"_id": "a", "_type": "article", "list": [{"${name}": 1}]}`)
      expect(await refused(run([{create: document}]))).toMatchObject({status: 400})
    },
  )

  it('does not let a patch change _id or _type', async () => {
    await run([{create: {_id: 'a', _type: 'article'}}])
    await refused(run([{patch: {id: 'a', set: {_type: 'section'}}}]))
    await refused(run([{patch: {id: 'a', set: {_id: 'b'}}}]))
  })
})

describe('references', () => {
  const to = (id: string, more = {}) => ({_type: 'reference', _ref: id, ...more})

  it('must be valid at the end of the transaction, in any order inside', async () => {
    await run([
      {create: {_id: 'a', _type: 'article', section: to('s')}},
      {create: {_id: 's', _type: 'section'}},
    ])
    expect(
      await refused(run([{create: {_id: 'b', _type: 'article', deep: [{x: to('none')}]}}])),
    ).toMatchObject({
      status: 409,
      details: {
        items: [{error: {type: 'documentReferenceDoesNotExistError', referenceID: 'none'}}],
      },
    })
    await run([{create: {_id: 'c', _type: 'article', section: to('none', {_weak: true})}}])
  })

  it('prevent the deletion of their target', async () => {
    await run([
      {create: {_id: 's', _type: 'section'}},
      {create: {_id: 'a', _type: 'article', section: to('s')}},
    ])
    expect(await refused(run([{delete: {id: 's'}}]))).toMatchObject({
      details: {items: [{error: {referencingIDs: ['a']}}]},
    })
    await run([{delete: {id: 's'}}, {delete: {id: 'a'}}])
    expect(world.documents.count(dataset)).toBe(0)
  })
})

describe('grants', () => {
  it('let a journalist write drafts and nothing public', async () => {
    await run([{create: draft('a')}], journalist)
    await run([{patch: {id: 'drafts.a', set: {headline: 'x'}}}], colleague)
    for (const mutation of [
      {create: {_id: 'b', _type: 'article'}},
      {createOrReplace: {_id: 'b', _type: 'article'}},
      {createIfNotExists: {_id: 'b', _type: 'article'}},
      {create: {_id: 'versions.r.b', _type: 'article'}},
      {create: {_id: 'drafts.s', _type: 'section'}},
      {create: {_id: '_.groups.editor', _type: 'system.group'}},
    ] as Mutation[]) {
      expect(await refused(run([mutation], journalist))).toMatchObject({status: 403})
    }
  })

  it('let a journalist delete only drafts of their own, also by deleting and creating again', async () => {
    await run([{create: draft('a')}], journalist)
    expect(world.documents.get(dataset, 'drafts.a')?.['_system']).toEqual({createdBy: 'uj'})
    await refused(run([{delete: {id: 'drafts.a'}}], colleague))
    await run([{delete: {id: 'drafts.a'}}, {create: draft('a')}], colleague)
    await refused(run([{delete: {id: 'drafts.a'}}], colleague))
    await run([{delete: {id: 'drafts.a'}}], journalist)
    expect(world.documents.get(dataset, 'drafts.a')).toBeNull()
  })

  it('do not let a client set _system', async () => {
    await run([{create: draft('a', {_system: {createdBy: 'uk'}})}], journalist)
    await run([{patch: {id: 'drafts.a', set: {'_system.createdBy': 'uk'}}}], colleague)
    await refused(run([{delete: {id: 'drafts.a'}}], colleague))
    await run([{create: {_id: 'p', _type: 'article', _system: {createdBy: 'x'}}}], editor)
    expect(world.documents.get(dataset, 'p')).not.toHaveProperty('_system')
  })

  it('let an import set who created a draft', async () => {
    const importer: Actor = {id: 't', kind: 'token', roles: ['importer'], name: 'I'}
    await run([{create: draft('a', {_system: {createdBy: 'uj'}})}], importer)
    await run([{delete: {id: 'drafts.a'}}], journalist)
  })

  it('let only the system write system documents', async () => {
    const importer: Actor = {id: 't', kind: 'token', roles: ['importer', 'editor'], name: 'I'}
    await refused(run([{create: {_id: '_.groups.x', _type: 'system.group'}}], importer))
    await run([{create: {_id: '_.groups.x', _type: 'system.group'}}], SYSTEM_ACTOR)
  })
})

describe('rules', () => {
  it('refuse a transaction with their reasons and write nothing', async () => {
    world.database.close()
    world = lake([
      ({changes}) => ({
        reasons: changes
          .filter((change) => change.result?.['forbidden'])
          .map(({id}) => ({code: 'no', severity: 'error', document: id, message: 'No.'})),
      }),
    ])
    await run([{create: {_id: 'a', _type: 'article'}}])
    expect(await refused(run([{patch: {id: 'a', set: {forbidden: true}}}], editor))).toMatchObject({
      status: 403,
      type: 'editorialRule',
      details: {reasons: [{code: 'no', document: 'a'}]},
    })
  })

  it('see the documents after the transaction, and their writes join it', async () => {
    world.database.close()
    world = lake([
      ({changes, read, referrers, actor}) => ({
        writes: changes
          .filter(({result}) => result?._type === 'article')
          .map(({id}) => ({
            createOrReplace: {
              _id: `review.${id}`,
              _type: 'review',
              by: actor.id,
              headline: read(id)?.['headline'] ?? null,
              used: referrers(id).length,
            },
          })),
      }),
    ])
    const {transactionId, results} = await run(
      [{create: {_id: 'a', _type: 'article', headline: 'H'}}],
      editor,
    )
    // They are the server's own: the answer speaks of what was asked.
    expect(results).toMatchObject([{id: 'a', operation: 'create'}])
    expect(world.documents.get(dataset, 'review.a')).toMatchObject({
      _rev: transactionId,
      by: 'ue',
      headline: 'H',
      used: 0,
    })
  })
})

describe('patches', () => {
  const key = fc.constantFrom('a', 'b', 'c')
  const scalar = fc.oneof(fc.integer({min: -5, max: 5}), fc.string({maxLength: 8}), fc.boolean())
  const operations = fc.oneof(
    fc.record({set: fc.dictionary(key, scalar, {minKeys: 1})}),
    fc.record({setIfMissing: fc.dictionary(key, scalar, {minKeys: 1})}),
    fc.record({unset: fc.array(key, {minLength: 1})}),
    fc.record({
      insert: fc.record({after: fc.constant('list[-1]'), items: fc.array(scalar, {minLength: 1})}),
    }),
    fc.record({set: fc.record({'list[_key=="k1"].text': fc.string()})}),
    fc.record({unset: fc.constant(['list[_key=="k2"]'])}),
  )

  it('have the same result as @sanity/mutator, for any sequence', {tags: ['random']}, async () => {
    let made = 0
    await fc.assert(
      fc.asyncProperty(fc.array(operations, {minLength: 1, maxLength: 6}), async (list) => {
        const id = `doc${++made}`
        const document = {
          _id: id,
          _type: 'thing',
          list: [
            {_key: 'k1', text: 'one'},
            {_key: 'k2', text: 'two'},
          ],
        }
        await run([{create: structuredClone(document)}])
        await run(
          list.map((operation) => ({patch: {id, ...structuredClone(operation)}}) as Mutation),
        )
        const stored = world.documents.get(dataset, id)
        const {_rev, _createdAt, _updatedAt, ...content} = stored ?? {}
        const expected = new Mutator({
          mutations: list.map((operation) => ({
            patch: {id, ...structuredClone(operation)},
          })) as never,
        }).apply(structuredClone(document) as never)
        expect(content).toEqual(expected)
      }),
      {seed: 42, numRuns: runs(150)},
    )
  })
})
