// Databases of earlier versions are copied and migrated, and everything in them works. A database
// of a later version is not changed.
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {describe, expect, it, onTestFinished} from 'vitest'
import {copyBeforeMigration, MIGRATIONS} from '@copydesk/lake/store'
import {readEnvironment} from '../../server/environment.ts'
import {startNewsroom} from '../../server/newsroom.ts'
import {noFront, onFolder, temporaryFolder} from '../server/support.ts'
import {startLake, type TestLake} from '../support/lake.ts'

/** Each with its schema and the number of paragraphs of its article. */
const VERSIONS: [version: string, schema: number, paragraphs: number][] = [
  ['0.1.0', 1, 1],
  ['0.2.0', 1, 1],
  ['0.3.0', 3, 12],
]
const TIME = Date.parse('2026-11-21T09:00:00.000Z')

interface Secrets {
  /** Sessions of a journalist and an editor. */
  rosa: string
  edda: string
  /** Of a token. */
  token: string
}

/** A data folder of that version. */
function oldFolder(version: string): {folder: string; secrets: Secrets} {
  const folder = temporaryFolder()
  const dump = readFileSync(new URL(`../fixtures/database-${version}.sql`, import.meta.url), 'utf8')
  // The tables come in the order of their names.
  const database = new DatabaseSync(join(folder, 'lake.sqlite'), {
    enableForeignKeyConstraints: false,
  })
  database.exec(dump)
  database.close()
  const secrets = JSON.parse(/^-- secrets: (.*)$/m.exec(dump)?.[1] ?? '') as Secrets
  return {folder, secrets}
}

async function open(folder: string): Promise<TestLake> {
  const lake = await startLake({dataFolder: folder, time: TIME})
  onTestFinished(() => lake.close())
  return lake
}

const ref = (id: string): object => ({_type: 'reference', _ref: id})

const edit = (set: object): object => ({
  actionType: 'sanity.action.document.edit',
  publishedId: 'article-draft',
  draftId: 'drafts.article-draft',
  patch: {set},
})

const copiesIn = (folder: string): string[] => readdirSync(join(folder, 'backups'))

function inDatabase<T>(file: string, read: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file)
  try {
    return read(database)
  } finally {
    database.close()
  }
}
const versionOf = (file: string): number =>
  inDatabase(file, (database) =>
    Number(database.prepare('PRAGMA user_version').get()?.['user_version']),
  )

describe.each(VERSIONS)('a database of Copydesk %s', (version, schema, paragraphs) => {
  it('is copied before it is migrated', async () => {
    const {folder} = oldFolder(version)
    const count = (database: DatabaseSync): number =>
      Number(database.prepare('SELECT count(*) AS n FROM documents').get()?.['n'])
    const before = inDatabase(join(folder, 'lake.sqlite'), count)
    expect(before).toBeGreaterThan(4)
    await open(folder)
    const copies = copiesIn(folder)
    expect(copies).toEqual([
      expect.stringMatching(new RegExp(`^lake-schema-${schema}-\\d{8}T\\d{6}Z\\.sqlite$`)),
    ])
    expect(versionOf(join(folder, 'lake.sqlite'))).toBe(MIGRATIONS.length)
    const copy = join(folder, 'backups', copies[0] ?? '')
    expect(versionOf(copy)).toBe(schema)
    const [documents, intact] = inDatabase(copy, (database) => [
      count(database),
      database.prepare('PRAGMA integrity_check').get()?.['integrity_check'],
    ])
    expect([documents, intact]).toEqual([before, 'ok'])
  })

  it('is copied once: the next start finds it migrated', async () => {
    const {folder} = oldFolder(version)
    const first = await startLake({dataFolder: folder, time: TIME})
    await first.close()
    await open(folder)
    expect(copiesIn(folder)).toHaveLength(1)
  })

  it('keeps its documents, sessions, tokens and passwords', async () => {
    const {folder, secrets} = oldFolder(version)
    const lake = await open(folder)
    const cookie = `copydesk_session=${secrets.rosa}`
    const query = async (groq: string, headers: Record<string, string> = {}) => {
      const path = `/v2025-02-19/data/query/production?query=${encodeURIComponent(groq)}`
      return ((await (await lake.fetch(path, {headers})).json()) as {result: unknown}).result
    }
    const headlines = '*[_type == "article"] | order(headline).headline'
    expect(await query(headlines)).toEqual(['What was published then'])
    expect(await query('*[_id == "siteSettings"][0].name')).toBe('The Old Courier')
    expect(
      await query('*[_type == "article"][0]{"n": count(body), "text": pt::text(body)}'),
    ).toEqual({
      n: paragraphs,
      text: expect.stringMatching(/\w/),
    })
    const authorization = `Bearer ${secrets.token}`
    const raw = '/v2025-02-19/data/doc/production/drafts.article-draft'
    const found = await (await lake.fetch(raw, {headers: {authorization}})).json()
    expect(found).toMatchObject({documents: [{headline: 'A draft of that day'}]})
    const me = await (await lake.fetch('/v1/users/me', {headers: {cookie}})).json()
    expect(me).toMatchObject({name: 'Rosa Marsh', email: 'rosa@example.org'})
    const signedIn = await lake.lake.services.access.signIn.withPassword({
      email: 'rosa@example.org',
      password: 'four words of one’s own',
      address: 'here',
    })
    expect(signedIn.user.name).toBe('Rosa Marsh')
    expect(lake.lake.services.access.cors.allows('https://studio.example.org')).toBeTruthy()
  })

  it('has a history, which continues', async () => {
    const {folder, secrets} = oldFolder(version)
    const lake = await open(folder)
    const headers = {cookie: `copydesk_session=${secrets.rosa}`}
    const before = lake.lake.services.log.last()
    const at = async (time: string): Promise<unknown> => {
      const path = `/v2025-02-19/data/history/production/documents/drafts.article-draft?time=${time}`
      return await (await lake.fetch(path, {headers})).json()
    }
    expect(await at('2026-11-20T09:02:30.000Z')).toMatchObject({documents: [{headline: 'A draft'}]})
    expect(await at('2026-11-20T09:03:30.000Z')).toMatchObject({
      documents: [{headline: 'A draft of th'}],
    })
    const edited = await lake.fetch('/v2025-02-19/data/actions/production', {
      method: 'POST',
      headers,
      body: JSON.stringify({actions: [edit({headline: 'A draft of today'})]}),
    })
    expect(edited.status).toBe(200)
    expect(lake.lake.services.log.last()).toBeGreaterThan(before)
    expect(await at('2026-11-20T09:04:30.000Z')).toMatchObject({
      documents: [{headline: 'A draft of that day'}],
    })
    expect(await at('2026-11-22T00:00:00.000Z')).toMatchObject({
      documents: [{headline: 'A draft of today'}],
    })
  })

  it('works like any other: its writer submits an old piece, and the editor returns it', async () => {
    const {folder, secrets} = oldFolder(version)
    const lake = await open(folder)
    const file = join(folder, 'lake.sqlite')
    const post = async (secret: string, path: string, body: object): Promise<unknown> => {
      const headers = {cookie: `copydesk_session=${secret}`}
      const init = {method: 'POST', headers, body: JSON.stringify(body)}
      return await (await lake.fetch(path, init)).json()
    }
    const edited = await post(secrets.rosa, '/v2025-02-19/data/actions/production', {
      actions: [
        edit({
          section: ref('section-news'),
          bylines: [{_type: 'byline', _key: 'a', role: 'writer', author: ref('author-rosa')}],
        }),
      ],
    })
    expect(edited).toEqual({transactionId: expect.any(String)})
    const act = (secret: string, request: object) => post(secret, '/v1/acts/production', request)
    const articleId = 'article-draft'
    const submitted = await act(secrets.rosa, {act: 'submit', articleId})
    expect(submitted).toEqual({transactionId: expect.any(String)})
    const returned = await act(secrets.edda, {act: 'handBack', articleId, note: 'Shorter.'})
    expect(returned).toEqual({transactionId: expect.any(String)})
    const intact = inDatabase(file, (database) => [
      database.prepare('PRAGMA integrity_check').get()?.['integrity_check'],
      database.prepare('PRAGMA foreign_key_check').all().length,
    ])
    expect(intact).toEqual(['ok', 0])
  })
})

describe('copies before an update', () => {
  it('are the newest three, and nothing else is deleted', () => {
    const {folder} = oldFolder('0.2.0')
    const file = join(folder, 'lake.sqlite')
    inDatabase(file, (database) => copyBeforeMigration(database, file, 1))
    const [newest = ''] = copiesIn(folder)
    const own = 'of-my-own.sqlite'
    const older = ['2-20200101T000000Z', '10-20210101T000000Z', '9-20220101T000000Z'].map(
      (name) => `lake-schema-${name}.sqlite`,
    )
    for (const name of [own, ...older]) writeFileSync(join(folder, 'backups', name), '')
    inDatabase(file, (database) => copyBeforeMigration(database, file, 3))
    const left = copiesIn(folder)
    expect(left).toHaveLength(4)
    expect(left).toEqual(expect.arrayContaining([own, newest, older[2]]))
    expect(left).toContainEqual(expect.stringMatching(/^lake-schema-3-/))
  })

  it('must succeed: without one nothing is changed', async () => {
    const {folder} = oldFolder('0.2.0')
    writeFileSync(join(folder, 'backups'), 'no folder')
    const {code, stdout, stderr} = await onFolder(folder)('user', 'list')
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^The database has to be brought up to date, and no copy [^\n]+\.\n$/)
    expect(versionOf(join(folder, 'lake.sqlite'))).toBe(1)
  })
})

describe('a database of a later version', () => {
  it('is refused with one sentence, and left byte for byte', async () => {
    const {folder} = oldFolder('0.2.0')
    const file = join(folder, 'lake.sqlite')
    inDatabase(file, (database) => database.exec('PRAGMA user_version = 999'))
    const before = readFileSync(file)
    const environment = readEnvironment({PORT: '0', COPYDESK_DATA: folder})
    const starting = startNewsroom(environment, () => {}, {frontMaker: noFront})
    await expect(starting).rejects.toThrow(
      /^The data folder was written by a newer Copydesk [^\n]+\.$/,
    )
    const {code, stderr} = await onFolder(folder)('user', 'list')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^The data folder was written by a newer Copydesk [^\n]+\.\n$/)
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(existsSync(join(folder, 'backups'))).toBe(false)
  })
})
