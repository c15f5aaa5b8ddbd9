// Of which moment is what a thread reads: questions that came together share one, and none is older than its asker.
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createGrantsOf} from '../../src/dataset-grants.ts'
import {createFollower, type Follower} from '../../src/query/replica.ts'
import {createFixture, ROLES, SYSTEM} from './fixture.ts'
import {DATASET, doc, NOON} from '@copydesk/groq/tests/fixture.ts'

let lake: ReturnType<typeof createFixture>
let database: DatabaseSync
let follower: Follower
beforeEach(() => {
  lake = createFixture()
  database = new DatabaseSync(lake.databaseFile, {readOnly: true})
  const roles = {roles: ROLES}
  follower = createFollower({...roles, database, grantsOf: createGrantsOf(roles, () => NOON)})
})
afterEach(async () => {
  database.close()
  await lake.close()
})

const ids = (atLeast = 0): string[] =>
  follower.reading(DATASET, atLeast, (dataset) =>
    dataset.view(SYSTEM, 'raw', NOON).all.map(({_id}) => _id),
  )

test('each reading sees what was committed before it', () => {
  lake.write([doc('a')])
  expect(ids()).toEqual(['a'])
  lake.write([doc('b')])
  expect(ids()).toEqual(['a', 'b'])
})

test('readings together see the same, until they move on', () => {
  lake.write([doc('a')])
  follower.together(() => {
    expect(ids()).toEqual(['a'])
    lake.write([doc('b')])
    expect(ids()).toEqual(['a'])
    follower.moveOn()
    expect(ids()).toEqual(['a', 'b'])
    lake.write(['a'])
    expect(ids()).toEqual(['a', 'b'])
  })
  expect(ids()).toEqual(['b'])
})

test('together, too, a question that is ahead of what is read is refused, and others go on', () => {
  const first = lake.write([doc('a')])
  follower.together(() => {
    expect(ids(first)).toEqual(['a'])
    const second = lake.write([doc('b')])
    expect(() => ids(second)).toThrow(expect.objectContaining({status: 503}))
    expect(ids(first)).toEqual(['a'])
  })
  expect(ids(first + 1)).toEqual(['a', 'b'])
})

test('what goes wrong leaves no moment behind', () => {
  lake.write([doc('a')])
  const wrong = (): never => {
    throw new Error('wrong')
  }
  expect(() => follower.together(() => follower.reading(DATASET, 0, wrong))).toThrow('wrong')
  expect(database.isTransaction).toBe(false)
  expect(() => follower.reading(DATASET, 0, wrong)).toThrow('wrong')
  expect(database.isTransaction).toBe(false)
  lake.write([doc('b')])
  expect(ids()).toEqual(['a', 'b'])
})
