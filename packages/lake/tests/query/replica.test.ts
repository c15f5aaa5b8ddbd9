// Which snapshot a thread reads: queries that came together share one, and none is older than it may be.
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createGrantsOf} from '../../src/dataset-grants.ts'
import {createReplica, type Replica} from '../../src/query/replica.ts'
import type {LakeDocument} from '../../src/types.ts'
import {createFixture, ROLES, SYSTEM} from './fixture.ts'
import {DATASET, doc, NOON} from '@copydesk/groq/tests/fixture.ts'

let lake: ReturnType<typeof createFixture>
let database: DatabaseSync
let replica: Replica
beforeEach(() => {
  lake = createFixture()
  database = new DatabaseSync(lake.databaseFile, {readOnly: true})
  const roles = {roles: ROLES}
  replica = createReplica({...roles, database, grantsOf: createGrantsOf(roles, () => NOON)})
})
afterEach(async () => {
  database.close()
  await lake.close()
})

const ids = (atLeast?: number): string[] =>
  replica.read(DATASET, atLeast, (dataset) =>
    dataset.view(SYSTEM, 'raw', NOON).all.map(({_id}) => _id),
  )

test('each read sees earlier commits', () => {
  lake.write([doc('a')])
  expect(ids()).toEqual(['a'])
  lake.write([doc('b')])
  expect(ids()).toEqual(['a', 'b'])
})

test('reads within a snapshot see the same documents until it ends', () => {
  lake.write([doc('a')])
  replica.withSnapshot(() => {
    expect(ids()).toEqual(['a'])
    lake.write([doc('b')])
    expect(ids()).toEqual(['a'])
    replica.endSnapshot()
    expect(ids()).toEqual(['a', 'b'])
    lake.write(['a'])
    expect(ids()).toEqual(['a', 'b'])
  })
  expect(ids()).toEqual(['b'])
})

test('refuses a read ahead of the snapshot, and others continue', () => {
  const first = lake.write([doc('a')])
  replica.withSnapshot(() => {
    expect(ids(first)).toEqual(['a'])
    const second = lake.write([doc('b')])
    expect(() => ids(second)).toThrow(expect.objectContaining({status: 503}))
    expect(ids(first)).toEqual(['a'])
  })
  expect(ids(first + 1)).toEqual(['a', 'b'])
})

test('a failure leaves no transaction open', () => {
  lake.write([doc('a')])
  const wrong = (): never => {
    throw new Error('wrong')
  }
  expect(() => replica.withSnapshot(() => replica.read(DATASET, undefined, wrong))).toThrow('wrong')
  expect(database.isTransaction).toBe(false)
  expect(() => replica.read(DATASET, undefined, wrong)).toThrow('wrong')
  expect(database.isTransaction).toBe(false)
  lake.write([doc('b')])
  expect(ids()).toEqual(['a', 'b'])
})

test('a read that memory is new enough for does not ask the database', () => {
  const first = lake.write([doc('a')])
  expect(ids(first)).toEqual(['a'])
  const second = lake.write([doc('b')])
  expect(ids(first)).toEqual(['a'])
  expect(ids(second)).toEqual(['a', 'b'])
  expect(ids(first)).toEqual(['a', 'b'])
})

/** Its text stays in the database. */
const article = (words: string): LakeDocument =>
  doc('article', 'article', {headline: words, text: `${words} ${'long '.repeat(300)}`})

test('a read that finds a long field changed begins again, and sees all of the new document', () => {
  const first = lake.write([article('old')])
  expect(ids(first)).toEqual(['article'])
  lake.write([article('new')])
  const seen: unknown[] = []
  const words = replica.read(DATASET, first, (dataset) => {
    const [found] = dataset.view(SYSTEM, 'raw', NOON).all
    seen.push(found?.['headline'])
    return String(found?.['text']).slice(0, 3)
  })
  expect([seen, words]).toEqual([['old', 'new'], 'new'])
  expect(database.isTransaction).toBe(false)
})

test('a read that hides the change of a long field begins again too', () => {
  const first = lake.write([article('old')])
  expect(ids(first)).toEqual(['article'])
  lake.write([article('new')])
  const words = replica.read(DATASET, first, (dataset) => {
    try {
      return String(dataset.view(SYSTEM, 'raw', NOON).all[0]?.['text']).slice(0, 3)
    } catch {
      return 'nothing'
    }
  })
  expect(words).toBe('new')
})
