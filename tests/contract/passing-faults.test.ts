// A temporary fault gets a response on which the studio tries again. On most 4xx it would discard
// unsaved text (checkoutPair.ts, TERMINAL_COMMIT_STATUSES).
import {DatabaseSync} from 'node:sqlite'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {inTransactionWhenFree, openDatabase} from '@copydesk/lake/store'
import {startLake, type TestLake} from '../support/lake.ts'

/** Statuses after which the studio discards the text (protocol of `/data/actions`). */
const TERMINAL = [400, 401, 402, 403, 404, 409, 410, 412, 413, 422]

let lake: TestLake
let other: DatabaseSync
beforeEach(async () => {
  lake = await startLake()
  await lake.client('importer').create({_id: 'story', _type: 'article', headline: 'A'})
  // Another process: for SQLite, a separate connection.
  other = new DatabaseSync(join(lake.folder, 'lake.sqlite'))
})
afterEach(async () => {
  other.close()
  await lake.close()
})

const edit = (cookie: string, headline: string): Promise<Response> =>
  lake.fetch('/v2025-02-19/data/actions/production', {
    method: 'POST',
    headers: {cookie},
    body: JSON.stringify({
      actions: [
        {
          actionType: 'sanity.action.document.edit',
          publishedId: 'story',
          draftId: 'drafts.story',
          patch: {set: {headline}},
        },
      ],
    }),
  })

describe('while another process writes', () => {
  it('an edit waits, everything else is answered, and the edit is saved', async () => {
    const {cookie} = lake.person('journalist')
    const client = lake.client('journalist')
    other.exec('BEGIN IMMEDIATE')
    let answered = false
    const saving = edit(cookie, 'B').then((response) => {
      answered = true
      return response.status
    })
    // A session that is due for its hourly extension does not wait either.
    lake.setTime(lake.now() + 2 * 3_600_000)
    const me = await lake.fetch('/v2025-02-19/users/me', {headers: {cookie}})
    expect(me.status).toBe(200)
    expect(await client.fetch('*[_id == "story"][0].headline')).toBe('A')
    expect(answered).toBe(false)
    other.exec('ROLLBACK')
    expect(await saving).toBe(200)
    expect(await client.fetch('*[_id == "drafts.story"][0].headline')).toBe('B')
  })

  it('waiting edits are all saved, in any order', async () => {
    const {cookie} = lake.person('journalist')
    other.exec('BEGIN IMMEDIATE')
    const saving = ['B', 'C', 'D'].map((headline) => edit(cookie, headline))
    await lake.fetch('/healthz')
    other.exec('ROLLBACK')
    const statuses = (await Promise.all(saving)).map(({status}) => status)
    expect(statuses).toEqual([200, 200, 200])
  })

  it('a write that waits too long is asked to try again, and nothing is written', async () => {
    const file = join(lake.folder, 'lake.sqlite')
    const database = openDatabase(file)
    other.exec('BEGIN IMMEDIATE')
    const waiting = inTransactionWhenFree(database, () => expect.unreachable(), 1)
    await expect(waiting).rejects.toMatchObject({status: 503, type: 'unavailable'})
    other.exec('ROLLBACK')
    expect(await inTransactionWhenFree(database, () => 'free', 1)).toBe('free')
    database.close()
  })
})

describe('while the lake closes', () => {
  it('no write is refused for good', async () => {
    const {cookie} = lake.person('journalist')
    const statuses = new Set<number>()
    const writing = Array.from({length: 30}, async (_, n) => {
      const body = {mutations: [{patch: {query: '*[_id == "drafts.none"]', set: {n}}}]}
      const request = n % 2 ? edit(cookie, `${n}`) : undefined
      const response = await (request ??
        lake.fetch('/v2025-02-19/data/mutate/production', {
          method: 'POST',
          headers: {cookie},
          body: JSON.stringify(body),
        }))
      statuses.add(response.status)
    })
    await lake.lake.services.engine.close()
    await Promise.all(writing)
    expect([...statuses].filter((status) => TERMINAL.includes(status))).toEqual([])
  })
})

describe('a selection that runs out of time', () => {
  it('is asked to try again', {tags: ['full'], timeout: 30_000}, async () => {
    const numbers = [...Array(3_000).keys()]
    const response = await lake.fetch('/v2025-02-19/data/mutate/production', {
      method: 'POST',
      headers: {authorization: `Bearer ${lake.token('journalist')}`},
      body: JSON.stringify({
        mutations: [
          {
            patch: {
              query: '*[count($a[count($a[count($a[@ >= 0]) > 0]) > 0]) > 0]',
              params: {a: numbers},
              set: {headline: 'x'},
            },
          },
        ],
      }),
    })
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({error: {type: 'queryTimeout'}})
  })
})

describe('an edit that takes too long', () => {
  it(
    'is asked to try again, writes nothing and lets the next one through',
    {tags: ['full'], timeout: 30_000},
    async () => {
      const {cookie} = lake.person('journalist')
      const client = lake.client('journalist')
      await client.create({
        _id: 'drafts.long',
        _type: 'article',
        text: 'abcdefghij'.repeat(100_000),
      })
      const hunks = Array.from(
        {length: 20_000},
        (_, n) => `@@ -${n * 40 + 1},8 +${n * 40 + 1},9 @@\n zzzzyyyy\n+q\n`,
      )
      const response = await lake.fetch('/v2025-02-19/data/actions/production', {
        method: 'POST',
        headers: {cookie},
        body: JSON.stringify({
          actions: [
            {
              actionType: 'sanity.action.document.edit',
              publishedId: 'long',
              draftId: 'drafts.long',
              patch: {set: {headline: 'half an edit'}, diffMatchPatch: {text: hunks.join('')}},
            },
          ],
        }),
      })
      expect(response.status).toBe(503)
      expect(await response.json()).toMatchObject({error: {type: 'transactionTimeout'}})
      expect(await client.getDocument('drafts.long')).not.toHaveProperty('headline')
      expect((await edit(cookie, 'B')).status).toBe(200)
    },
  )
})

describe('a selection', () => {
  it('can end in a comment', async () => {
    const editor = lake.client('editor')
    await editor.create({_id: 'abroad', _type: 'topic', title: 'B'})
    const query = '*[_id == "abroad"] // the topic'
    await editor.patch({query}).set({title: 'C'}).commit()
    expect(await editor.fetch('*[_id == "abroad"][0].title')).toBe('C')
  })
})
