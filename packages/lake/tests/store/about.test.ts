// What is said about a document is looked up in each act: by an index, however much is said.
import {join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {openDatabase} from '../../src/store/database.ts'
import {documentTable, type DocumentTable} from '../../src/store/documents.ts'
import type {LakeDocument} from '../../src/types.ts'
import {temporaryFolder} from '../../../../tests/support/temporary-folder.ts'

const folder = temporaryFolder()
let database: DatabaseSync
let table: DocumentTable
const prepared: string[] = []

beforeAll(() => {
  database = openDatabase(join(folder, 'lake.sqlite'))
  const prepare = database.prepare.bind(database)
  database.prepare = (sql) => {
    prepared.push(sql)
    return prepare(sql)
  }
  table = documentTable(database)
  for (const [id, type, about] of [
    ['c2', 'comment', 'a'],
    ['c1', 'comment', 'a'],
    ['c3', 'comment', 'b'],
    ['t1', 'tasks.task', 'a'],
    ['n1', 'note', 'a'],
  ] as const) {
    table.put('talk', document(id, type, about), [])
  }
  table.put('elsewhere', document('c9', 'comment', 'a'), [])
})
afterAll(() => database.close())

const document = (_id: string, _type: string, about: string): LakeDocument => ({
  _id,
  _type,
  _rev: 'r',
  _createdAt: '',
  _updatedAt: '',
  target: {document: {_ref: about, _type: 'crossDatasetReference', _weak: true}},
})
const about = (type: 'comment' | 'tasks.task', id: string) =>
  table.about('talk', type, id).map(({_id}) => _id)

it('finds documents about a document, of one type, in one dataset', () => {
  expect(about('comment', 'a')).toEqual(['c1', 'c2'])
  expect(about('tasks.task', 'a')).toEqual(['t1'])
  expect(about('comment', 'c')).toEqual([])
})

it('follows changes', () => {
  table.put('talk', document('c3', 'comment', 'a'), [])
  table.remove('talk', 'c1')
  expect(about('comment', 'a')).toEqual(['c2', 'c3'])
})

it('uses the index', () => {
  const sql = prepared.find((one) => one.includes('target.document')) ?? ''
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all('talk', 'comment', 'a')
  expect(plan.map(({detail}) => detail).join()).toContain('documents_by_target')
})
