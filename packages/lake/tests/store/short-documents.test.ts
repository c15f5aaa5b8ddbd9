// Documents without their long parts, as the table has them: in step with each write, also those that
// were written before there was a table.
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {expect, onTestFinished, test} from 'vitest'
import {skim} from '../../src/long-fields.ts'
import {openDatabase, type Update} from '../../src/store/database.ts'
import {documentTable, type DocumentTable} from '../../src/store/documents.ts'
import {HEADS, type Head} from '../../src/store/short-documents.ts'
import {MIGRATIONS} from '../../src/store/migrations.ts'
import type {Json, LakeDocument} from '../../src/types.ts'
import {doc} from '@copydesk/groq/tests/fixture.ts'

const LONG = 'A sentence of some length. '.repeat(60)
const body: Json = [
  {_type: 'block', children: [{_type: 'span', text: LONG}]},
  {_type: 'photoUse', photo: {_ref: 'photo-1'}},
]
const DOCUMENTS = [
  doc('a', 'article', {headline: 'Harbour', body}),
  doc('b', 'section', {title: 'News'}),
  // Larger than a page of the file, and nothing of it is long.
  doc('c', 'list', {tags: Array.from({length: 800}, (_, n) => `tag ${n}`)}),
  doc('d', 'article', {body, transcript: LONG, dek: 'After the body'}),
  doc('é', 'article', {body}),
]

function fileOf(schema: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-heads-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  const file = join(folder, 'lake.sqlite')
  const database = new DatabaseSync(file)
  for (const sql of MIGRATIONS.slice(0, schema)) database.exec(sql)
  database.exec(`PRAGMA user_version = ${schema}`)
  if (schema <= HEADS) {
    const put = database.prepare('INSERT INTO documents VALUES (?, ?, ?, ?, ?)')
    for (const one of DOCUMENTS.toReversed()) {
      put.run('news', one._id, one._type, one._rev, JSON.stringify(one))
    }
  }
  database.close()
  return file
}

function tableIn(file: string, onUpdate: (update: Update) => void = () => {}): DocumentTable {
  const database = openDatabase(file, {onUpdate})
  onTestFinished(() => database.close())
  return documentTable(database)
}

const headOf = (document: LakeDocument): Head => {
  const {head, shelved} = skim(document) ?? {head: document}
  return {text: JSON.stringify(head), ...(shelved && {shelved})}
}

test('each document is there in its place, the long ones without what is long', () => {
  const table = tableIn(fileOf(MIGRATIONS.length))
  for (const one of DOCUMENTS.toReversed()) table.put('news', one, [])
  table.put('elsewhere', doc('b', 'article', {body}), [])
  const heads = [...table.heads('news')]
  expect(heads).toEqual(DOCUMENTS.map(headOf))
  expect(heads.map(({shelved}) => shelved?.names)).toEqual([
    ['body'],
    undefined,
    undefined,
    ['body', 'transcript'],
    ['body'],
  ])
  expect(heads[3]?.shelved?.references).toEqual(['photo-1'])
  for (const one of DOCUMENTS) expect(table.head('news', one._id)).toEqual(headOf(one))
  expect(table.head('news', 'x')).toBeNull()
})

test('a write is seen, whether something is long by then, or no more, or the document is gone', () => {
  const table = tableIn(fileOf(MIGRATIONS.length))
  for (const one of DOCUMENTS) table.put('news', one, [])
  const now = new Map(DOCUMENTS.map((one) => [one._id, one]))
  for (const changed of [
    doc('a', 'article', {headline: 'Tide', body}),
    doc('b', 'section', {title: 'News', body}),
    doc('d', 'article', {dek: 'Nothing else'}),
  ]) {
    table.put('news', changed, [])
    now.set(changed._id, changed)
    expect([...table.heads('news')]).toEqual([...now.values()].map(headOf))
  }
  for (const id of ['a', 'd']) {
    table.remove('news', id)
    now.delete(id)
    expect([...table.heads('news')]).toEqual([...now.values()].map(headOf))
    expect(table.head('news', id)).toBeNull()
  }
})

test('who stops reading in between leaves nothing open', () => {
  const file = fileOf(MIGRATIONS.length)
  const database = openDatabase(file)
  onTestFinished(() => database.close())
  const table = documentTable(database)
  for (const one of DOCUMENTS) table.put('news', one, [])
  for (const head of table.heads('news')) {
    expect(head).toEqual(headOf(DOCUMENTS[0] as LakeDocument))
    break
  }
  // Refused while a statement is still being read.
  database.exec('VACUUM')
  expect([...table.heads('news')]).toHaveLength(DOCUMENTS.length)
})

test('what an older version wrote is brought up to date, and that is told', () => {
  const told: Update[] = []
  const table = tableIn(fileOf(HEADS), (update) => told.push(update))
  expect([...table.heads('news')]).toEqual(DOCUMENTS.map(headOf))
  expect(told).toEqual([{copying: expect.any(Number)}, {documents: 5, of: 5}])
})
