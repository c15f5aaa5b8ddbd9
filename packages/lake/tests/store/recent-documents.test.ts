import fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {DatabaseSync} from 'node:sqlite'
import {openDatabase} from '../../src/store/database.ts'
import {documentTable, type DocumentTable} from '../../src/store/documents.ts'
import {recentDocuments, type RecentDocuments} from '../../src/store/recent-documents.ts'
import type {LakeDocument} from '../../src/types.ts'

const dataset = 'production'
let database: DatabaseSync
let table: DocumentTable
let recent: RecentDocuments
beforeEach(() => {
  database = openDatabase(':memory:')
  table = documentTable(database)
  recent = recentDocuments(database)
})
afterEach(() => database.close())

const document = (_rev: string, more: object = {}): LakeDocument => ({
  _id: 'a',
  _type: 'article',
  _createdAt: '2026-11-25T10:00:00Z',
  _updatedAt: '2026-11-25T10:00:00Z',
  _rev,
  ...more,
})
const store = (stored: LakeDocument): void => table.put(dataset, stored, [])

describe('documents that were read last', () => {
  it('are the same object as long as they are stored with that revision', () => {
    store(document('1'))
    const first = recent.get(dataset, 'a')
    recent.keep()
    expect(recent.get(dataset, 'a')).toBe(first)
    store(document('2', {n: 2}))
    expect(recent.get(dataset, 'a')).toEqual(document('2', {n: 2}))
    expect(recent.get('elsewhere', 'a')).toBeNull()
    table.remove(dataset, 'a')
    expect(recent.get(dataset, 'a')).toBeNull()
  })

  it('are forgotten where what was read did not come to be stored', () => {
    store(document('1'))
    recent.get(dataset, 'a')
    recent.keep()
    database.exec('BEGIN')
    store(document('2', {n: 'lost'}))
    recent.put(dataset, document('2', {n: 'lost'}))
    database.exec('ROLLBACK')
    recent.drop()
    store(document('2', {n: 'kept'}))
    expect(recent.get(dataset, 'a')).toEqual(document('2', {n: 'kept'}))
  })

  it('are no more than so many, and no long ones', () => {
    const ids = Array.from({length: 200}, (_, n) => `d${n}`)
    for (const _id of ids) store({...document('1'), _id})
    const first = ids.map((id) => recent.get(dataset, id))
    recent.keep()
    const again = ids.map((id) => recent.get(dataset, id))
    expect(again).toEqual(first)
    expect(again.filter((one, at) => one === first[at])).toHaveLength(128)
    store(document('1', {text: 'x'.repeat(200_000)}))
    const long = recent.get(dataset, 'a')
    recent.keep()
    expect(recent.get(dataset, 'a')).not.toBe(long)
    expect(long && recent.isLong(long)).toBe(true)
  })
})

it('a cached document is what its JSON text says, whatever is in it', () => {
  const odd = fc.constantFrom(undefined, Number.NaN, -0, new Date(0), Symbol('s'), () => 1)
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      {maxDepth: 3},
      fc.jsonValue(),
      odd,
      fc.array(tie('any'), {maxLength: 4}),
      fc.dictionary(fc.string(), tie('any'), {maxKeys: 4}),
    ),
  })).any
  fc.assert(
    fc.property(fc.dictionary(fc.string(), value, {maxKeys: 5}), (fields) => {
      const whole = document('1', fields)
      const text = JSON.stringify(whole)
      expect(recent.put(dataset, whole)).toEqual(JSON.parse(text))
    }),
  )
})
