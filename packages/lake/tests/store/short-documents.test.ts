// The table of documents without their long fields follows each write, and is filled from an older database.
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {expect, onTestFinished, test} from 'vitest'
import {splitLongFields} from '../../src/long-fields.ts'
import {openDatabase, type Update} from '../../src/store/database.ts'
import {documentTable, type DocumentTable} from '../../src/store/documents.ts'
import {SHORT_DOCUMENTS_MIGRATION, type ShortDocument} from '../../src/store/short-documents.ts'
import {MIGRATIONS} from '../../src/store/migrations.ts'
import type {Json, LakeDocument} from '../../src/types.ts'
import {doc} from '@copydesk/groq/tests/fixture.ts'
import {temporaryFolder} from '../../../../tests/support/temporary-folder.ts'

const LONG = 'A sentence of some length. '.repeat(60)
const body: Json = [
  {_type: 'block', children: [{_type: 'span', text: LONG}]},
  {_type: 'photoUse', photo: {_ref: 'photo-1'}},
]
const DOCUMENTS = [
  doc('a', 'article', {headline: 'Harbour', body}),
  doc('b', 'section', {title: 'News'}),
  // Larger than a page of the file, without a long field.
  doc('c', 'list', {tags: Array.from({length: 800}, (_, n) => `tag ${n}`)}),
  doc('d', 'article', {body, transcript: LONG, dek: 'After the body'}),
  doc('é', 'article', {body}),
]

function fileOf(schema: number): string {
  const folder = temporaryFolder()
  const file = join(folder, 'lake.sqlite')
  const database = new DatabaseSync(file)
  for (const sql of MIGRATIONS.slice(0, schema)) database.exec(sql)
  database.exec(`PRAGMA user_version = ${schema}`)
  if (schema <= SHORT_DOCUMENTS_MIGRATION) {
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

const shortOf = (document: LakeDocument): ShortDocument => {
  const split = splitLongFields(document)
  if (!split) return {text: JSON.stringify(document)}
  return {text: JSON.stringify(split.short), longFields: split.longFields}
}

test('lists all documents in order, without their long fields', () => {
  const table = tableIn(fileOf(MIGRATIONS.length))
  for (const one of DOCUMENTS.toReversed()) table.put('news', one, [])
  table.put('elsewhere', doc('b', 'article', {body}), [])
  const shorts = [...table.allShort('news')]
  expect(shorts).toEqual(DOCUMENTS.map(shortOf))
  expect(shorts.map(({longFields}) => longFields?.names)).toEqual([
    ['body'],
    undefined,
    undefined,
    ['body', 'transcript'],
    ['body'],
  ])
  expect(shorts[3]?.longFields?.references).toEqual(['photo-1'])
  for (const one of DOCUMENTS) expect(table.short('news', one._id)).toEqual(shortOf(one))
  expect(table.short('news', 'x')).toBeNull()
})

test('follows writes that add or remove long fields, and deletions', () => {
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
    expect([...table.allShort('news')]).toEqual([...now.values()].map(shortOf))
  }
  for (const id of ['a', 'd']) {
    table.remove('news', id)
    now.delete(id)
    expect([...table.allShort('news')]).toEqual([...now.values()].map(shortOf))
    expect(table.short('news', id)).toBeNull()
  }
})

test('leaves no statement open when a reader stops early', () => {
  const file = fileOf(MIGRATIONS.length)
  const database = openDatabase(file)
  onTestFinished(() => database.close())
  const table = documentTable(database)
  for (const one of DOCUMENTS) table.put('news', one, [])
  for (const short of table.allShort('news')) {
    expect(short).toEqual(shortOf(DOCUMENTS[0] as LakeDocument))
    break
  }
  // Refused while a statement is still being read.
  database.exec('VACUUM')
  expect([...table.allShort('news')]).toHaveLength(DOCUMENTS.length)
})

test('fills the table of an older database and reports progress', () => {
  const updates: Update[] = []
  const table = tableIn(fileOf(SHORT_DOCUMENTS_MIGRATION), (update) => updates.push(update))
  expect([...table.allShort('news')]).toEqual(DOCUMENTS.map(shortOf))
  expect(updates).toEqual([{copying: expect.any(Number)}, {documents: 5, of: 5}])
})
