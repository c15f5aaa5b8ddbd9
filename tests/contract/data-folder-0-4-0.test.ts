// A newsroom of Copydesk 0.4.0: its data folder, a backup and an export. Everything in them still
// works.
import {isValidSignature, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {execFileSync} from 'node:child_process'
import {cpSync, createReadStream, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, it, onTestFinished} from 'vitest'
import type {Lake} from '@copydesk/lake'
import {startReceiver} from '@copydesk/lake/tests/webhooks/receiver.ts'
import {readEnvironment} from '../../server/environment.ts'
import {startNewsroom} from '../../server/newsroom.ts'
import {checkDatabase} from '../../server/operations/doctor/examinations.ts'
import {restoreBackup} from '../../server/operations/backup/restore-backup.ts'
import {importDocuments} from '../../server/operations/transfer/import-documents.ts'
import {withLocalClient} from '../../server/commands/local-client.ts'
import {DATASET, PROJECT_ID} from '../../server/newsroom-lake.ts'
import {makeSite} from '../../server/site.ts'
import {createClients} from '../../site/clients.ts'
import {createSite} from '../../site/server.tsx'
import {contentHash} from '../../workflow/content-hash.ts'
import {documentsOf, gatherPiece} from '../../workflow/gather.ts'
import {noFront, temporaryFolder} from '../server/support.ts'
import {START, startLake, type TestLake} from '../support/lake.ts'
import {ok, refused, type Fields, type Voice} from '../support/piece.ts'
import {COMMENTS, commentsIn} from '../support/comments.ts'

const HOUR = 3_600_000
/** 0.4.0 worked until an hour after `START`. */
const UPDATED = START + 2 * HOUR
const at = (hours: number): string => new Date(START + hours * HOUR).toISOString()

interface Secrets {
  sessions: Record<'journalist' | 'editor' | 'developer', string>
  /** The share token of the preview link. */
  previewLink: string
  /** The token of the importer. */
  importer: string
  /** The webhook’s id. */
  webhook: string
  /** The content hash of the scheduled piece, as 0.4.0 computed it. */
  contentHash: string
}

/** The folders of 0.4.0: `data/`, `backup/` and `export.tar.gz`. */
let left: string
let secrets: Secrets
/** For tests that change nothing that other tests read, and do not move the clock. */
let shared: TestLake
beforeAll(async () => {
  left = temporaryFolder()
  const archive = fileURLToPath(new URL('../fixtures/newsroom-0.4.0.tar.gz', import.meta.url))
  execFileSync('tar', ['-xzf', archive, '-C', left, '--no-same-owner'])
  secrets = JSON.parse(readFileSync(join(left, 'secrets.json'), 'utf8')) as Secrets
  shared = await openFolder(oldFolder())
})
afterAll(() => shared.close())

/** A copy of the data folder. */
function oldFolder(): string {
  const folder = temporaryFolder()
  cpSync(join(left, 'data'), folder, {recursive: true})
  return folder
}

const openFolder = (dataFolder: string): Promise<TestLake> =>
  startLake({dataFolder, time: UPDATED, webhooksPrivate: 'allow'})

/** For one test. */
async function open(dataFolder = oldFolder()): Promise<TestLake> {
  const lake = await openFolder(dataFolder)
  onTestFinished(() => lake.close())
  return lake
}

/** A person whose session 0.4.0 began. */
const person = (role: keyof Secrets['sessions']): Voice => ({
  id: '',
  headers: {cookie: `copydesk_session=${secrets.sessions[role]}`},
})
const guest = (): Voice => bearer(secrets.previewLink)
const bearer = (secret: string): Voice => ({
  id: '',
  headers: {authorization: `Bearer ${secret}`},
})

const act = (lake: TestLake, {headers}: Voice, request: Fields): Promise<Response> =>
  lake.fetch(`/v1/acts/${DATASET}`, {method: 'POST', headers, body: JSON.stringify(request)})

async function query(
  {headers}: Voice,
  groq: string,
  perspective: 'published' | 'raw' = 'published',
): Promise<unknown> {
  const search = new URLSearchParams({query: groq, perspective})
  const path = `/v2025-02-19/data/query/${DATASET}?${search}`
  return (await ok(shared.fetch(path, {headers})))['result']
}

const ANYBODY: Voice = {id: '', headers: {}}
/** A document of the content, without checking grants. */
const stored = ({services}: Lake, id: string) => services.documents.get(DATASET, id)

/** The content hash of the piece, computed by today’s code. */
function hashNow({services}: Lake, id: string): string {
  const get = (one: string) => services.documents.get(DATASET, one)
  const referrers = (one: string) => services.documents.referencing(DATASET, one)
  return contentHash(documentsOf(gatherPiece(id, get, referrers).piece))
}

/** A page of the site. */
async function page(path: string): Promise<Response> {
  const {lake, origin} = shared
  const site = makeSite(
    {createClients, createSite},
    {projectId: PROJECT_ID, dataset: DATASET, lake, origin},
  )
  return await site.fetch(new Request(origin + path))
}

describe('the people of a newsroom of 0.4.0', () => {
  it('are still signed in, and their passwords and tokens work', async () => {
    const me = await ok(shared.fetch('/v1/users/me', {headers: person('journalist').headers}))
    expect(me).toMatchObject({name: 'Jane Doe', roles: [{name: 'journalist'}]})
    const {user} = await shared.lake.services.access.signIn.withPassword({
      email: String(me['email']),
      password: 'four words of one’s own',
      address: 'here',
    })
    expect(user.name).toBe('Jane Doe')
    expect(await query(bearer(secrets.importer), '*[_id == "ports"][0].title')).toBe('Harbours')
  })

  it('see the uploaded pictures', async () => {
    const url = await query(ANYBODY, '*[_type == "sanity.imageAsset"][0].url')
    const path = new URL(String(url)).pathname
    const picture = await shared.fetch(`${path}?w=100`)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect((await picture.bytes()).length).toBeGreaterThan(500)
  })
})

describe('the log of 0.4.0', () => {
  it('has each change as it was, without the documents that it stored beside it', async () => {
    const folder = oldFolder()
    const rows = (sql: string) => {
      using database = new DatabaseSync(join(folder, 'lake.sqlite'), {readOnly: true})
      return database.prepare(sql).all()
    }
    const changes = `SELECT c.*, b.previous, b.result FROM log_changes c
      JOIN log_bodies b USING (position, ordinal) ORDER BY position, ordinal`
    const before = rows(changes).map((row) => ({
      position: row['position'],
      id: row['document_id'],
      ...Object.fromEntries(
        ['mutations', 'apply', 'revert', 'previous', 'result'].map((name) => [
          name,
          JSON.parse(String(row[name])) as unknown,
        ]),
      ),
    }))
    expect(before.length).toBeGreaterThan(50)
    const {services} = (await open(folder)).lake
    const after = services.log
      .since(0, 10_000)
      .flatMap(({position, changes: all}) => all.map((change) => ({position, ...change})))
    expect(after.slice(0, before.length)).toEqual(before)
    expect(rows(`SELECT name FROM sqlite_schema WHERE name = 'log_bodies'`)).toEqual([])
    expect(services.log.wholeAfter()).toBe(0)
  })
})

describe('a piece that was approved and scheduled under 0.4.0', () => {
  it('is still approved: its content hash is the same, byte for byte', async () => {
    const {lake} = shared
    const review = stored(lake, 'review.scheduled')
    expect(review).toMatchObject({
      stage: 'scheduled',
      state: 'scheduled',
      lapsed: false,
      approval: {hash: secrets.contentHash},
      schedule: {publishAt: at(720)},
    })
    expect(hashNow(lake, 'scheduled')).toBe(secrets.contentHash)
  })

  it('is published by the timer at its time, not before', async () => {
    const {lake, setTime} = await open()
    setTime(START + 720 * HOUR - 1)
    await lake.services.timer.check()
    expect(stored(lake, 'scheduled')).toBeNull()
    setTime(START + 720 * HOUR)
    await lake.services.timer.check()
    expect(stored(lake, 'scheduled')).toMatchObject({firstPublishedAt: at(720)})
    expect(stored(lake, 'review.scheduled')).toMatchObject({
      state: 'published',
      publication: {hash: secrets.contentHash},
    })
  })

  it('is held back if somebody changes it after the update', async () => {
    const {lake, setTime, client} = await open()
    await client('editor').patch('drafts.scheduled-quote').set({text: 'Else.'}).commit()
    expect(stored(lake, 'review.scheduled')).toMatchObject({state: 'inReview', lapsed: true})
    setTime(START + 720 * HOUR)
    await lake.services.timer.check()
    expect(stored(lake, 'scheduled')).toBeNull()
  })
})

describe('an article that was corrected under 0.4.0', () => {
  it('shows its correction on the site', async () => {
    const shown = await page('/article/corrected')
    expect(shown.status).toBe(200)
    const html = await shown.text()
    expect(html).toContain('Twelve ferries sail.')
    expect(html).toContain('We said ten ferries; there are twelve.')
  })

  it('has its history', async () => {
    const path = `/v2025-02-19/data/history/${DATASET}/documents/corrected?time=${at(0.5)}`
    const {headers} = person('editor')
    const {documents} = await ok(shared.fetch(path, {headers}))
    expect(documents).toMatchObject([{_id: 'corrected', dek: 'What happened.'}])
  })

  it('continues its numbering', async () => {
    const lake = await open()
    const [journalist, editor] = [person('journalist'), person('editor')]
    await lake.client('editor').action({
      actionType: 'sanity.action.document.edit',
      publishedId: 'corrected',
      draftId: 'drafts.corrected',
      patch: {set: {dek: 'Thirteen ferries sail.'}},
    })
    const articleId = 'corrected'
    await ok(act(lake, journalist, {act: 'submit', articleId}))
    const ifContentHash = hashNow(lake.lake, articleId)
    await ok(act(lake, editor, {act: 'approve', articleId, ifContentHash}))
    const correction = {type: 'correction', readerNote: 'Thirteen, in fact.'}
    await ok(act(lake, editor, {act: 'publish', articleId, correction}))
    expect(stored(lake.lake, 'correction-corrected-2')).toMatchObject({number: 2})
  })
})

describe('a release of 0.4.0', () => {
  it('is published by an editor', async () => {
    await shared.client('editor').releases.publish({releaseId: 'summer'})
    expect(stored(shared.lake, '_.releases.summer')).toMatchObject({state: 'published'})
    expect(await query(ANYBODY, '*[_id == "in-summer"][0].leadPhoto.photo->caption')).toBe(
      'A ferry',
    )
  })

  it('is published at its scheduled time', async () => {
    const {lake, setTime} = await open()
    setTime(START + 721 * HOUR)
    await lake.services.timer.check()
    expect(stored(lake, '_.releases.winter')).toMatchObject({state: 'published'})
    expect(stored(lake, 'in-winter')).toMatchObject({firstPublishedAt: at(721)})
  })
})

describe('comments and tasks of 0.4.0', () => {
  it('are listed for the staff, and for nobody else', async () => {
    const comments = commentsIn(shared)
    const found = await comments.find(person('journalist'), '*[] | order(_type, _id)._id')
    expect(found).toEqual(['answer', 'question', 'call'])
    expect(await comments.find(guest(), '*[]._id')).toEqual([])
  })

  it('prevent an approval until they are resolved', async () => {
    const lake = await open()
    const articleId = 'discussed'
    const ifContentHash = hashNow(lake.lake, articleId)
    const approve = () => act(lake, person('editor'), {act: 'approve', articleId, ifContentHash})
    await refused(approve(), 'commentsUnresolved')
    const resolved = [{patch: {id: 'question', set: {status: 'resolved'}}}]
    await ok(commentsIn(lake).mutate(person('journalist'), resolved))
    await ok(approve())
    expect(stored(lake.lake, `review.${articleId}`)).toMatchObject({state: 'approved'})
  })
})

describe('a webhook of 0.4.0', () => {
  it('delivers its backlog in order, once its receiver answers again', async () => {
    const lake = await open()
    const receiver = await startReceiver()
    onTestFinished(() => receiver.close())
    const {webhooks} = lake.lake.services
    const statuses = () => webhooks.messages(secrets.webhook).map(({status}) => status)
    await webhooks.check()
    expect(statuses()).toEqual(['queued', 'queued', 'queued'])
    // The old address is a closed port. The receiver gets an address where it can answer.
    const path = `/v2021-10-04/hooks/projects/copydesk/${secrets.webhook}`
    const {headers} = person('developer')
    const body = JSON.stringify({url: receiver.url})
    await ok(lake.fetch(path, {method: 'PATCH', headers, body}))
    lake.setTime(UPDATED + HOUR)
    await webhooks.check()
    await lake.client('editor').create({_id: 'roads', _type: 'topic', title: 'Roads'})
    await webhooks.check()
    const told = receiver.received.map(({json}) => [json._id, json.title])
    expect(told).toEqual([
      ['ports', 'Ports'],
      ['ports', 'Harbours'],
      ['rails', 'Rails'],
      ['roads', 'Roads'],
    ])
    for (const {body: sent, headers: of} of receiver.received) {
      const signature = String(of[SIGNATURE_HEADER_NAME])
      expect(await isValidSignature(sent, signature, 'between you and me')).toBe(true)
    }
    expect(new Set(statuses())).toEqual(new Set(['success']))
  })
})

describe('a preview link of 0.4.0', () => {
  const QUERY_ONE = `/v2025-02-19/data/query/${DATASET}?query=1`
  it('opens only its article', async () => {
    const shown = await page(`/preview/link/${secrets.previewLink}`)
    expect(shown.status).toBe(200)
    expect(await shown.text()).toContain('The story discussed')
    const drafts = await query(
      guest(),
      '*[_id in path("drafts.**") && _type == "article"]._id',
      'raw',
    )
    expect(drafts).toEqual(['drafts.discussed'])
  })

  it('ends at its time', async () => {
    const lake = await open()
    expect((await lake.fetch(QUERY_ONE, guest())).status).toBe(200)
    lake.setTime(START + 24 * 20 * HOUR + 1)
    expect((await lake.fetch(QUERY_ONE, guest())).status).toBe(401)
  })
})

describe('documents of a type that the registry does not name', () => {
  const EVENTS = '*[_type == "event"] | order(_id)._id'
  const NAMED = /^One type is not in model\/content-types\.ts: event \(2\)\./

  it('are hidden from readers and journalists; editors see them, importers write them', async () => {
    const seenBy = (voice: Voice) => query(voice, EVENTS, 'raw')
    for (const voice of [ANYBODY, guest(), bearer(shared.readerToken()), person('journalist')]) {
      expect(await seenBy(voice)).toEqual([])
    }
    for (const voice of [person('editor'), person('developer'), bearer(secrets.importer)]) {
      expect(await seenBy(voice)).toEqual(['event-market', 'event-regatta'])
    }
    const write = ({headers}: Voice): Promise<Response> => {
      const mutations = [{patch: {id: 'event-regatta', set: {title: 'Regatta of boats'}}}]
      const body = JSON.stringify({mutations})
      return shared.fetch(`/v2025-02-19/data/mutate/${DATASET}`, {method: 'POST', headers, body})
    }
    expect((await write(person('editor'))).status).toBe(403)
    await ok(write(bearer(secrets.importer)))
  })

  it('are counted by doctor, before and after the update', async () => {
    const dataFolder = oldFolder()
    const examine = () => {
      const findings = checkDatabase(dataFolder)
      expect(findings).toContainEqual({kind: 'note', text: expect.stringMatching(NAMED)})
      expect(findings.filter(({kind}) => kind === 'problem')).toEqual([])
    }
    examine()
    await open(dataFolder)
    examine()
  })

  it('are counted at the start', async () => {
    const lines: string[] = []
    const environment = readEnvironment({PORT: '0', COPYDESK_DATA: oldFolder()})
    const running = await startNewsroom(environment, (line) => lines.push(line), {
      demonstration: false,
      frontMaker: noFront,
    })
    await running.close()
    expect(lines).toContainEqual(expect.stringMatching(NAMED))
  })
})

describe('a copy that 0.4.0 made', () => {
  it('is restored from a backup, the scheduled piece still approved', async () => {
    const dataFolder = temporaryFolder()
    const clock = () => UPDATED
    const backup = join(left, 'backup')
    const restored = await restoreBackup({backup, dataFolder, awake: true, clock})
    expect(restored).toMatchObject({copydesk: '0.4.0', missing: [], givenUp: 3})
    const {lake} = await open(dataFolder)
    expect(hashNow(lake, 'scheduled')).toBe(secrets.contentHash)
    expect(stored(lake, 'review.scheduled')).toMatchObject({state: 'scheduled', lapsed: false})
    expect(lake.services.documents.get(COMMENTS, 'question')).toMatchObject({status: 'open'})
  })

  it('is imported from an export, picture and foreign type included', async () => {
    const {lake} = await open(temporaryFolder())
    const {failed} = await withLocalClient(lake, {name: 'test'}, (local) =>
      importDocuments(local, {
        source: createReadStream(join(left, 'export.tar.gz')),
        operation: 'create',
        onStep: () => {},
      }),
    )
    expect(failed).toEqual([])
    expect(hashNow(lake, 'scheduled')).toBe(secrets.contentHash)
    expect(stored(lake, 'review.scheduled')).toMatchObject({
      state: 'scheduled',
      approval: {hash: secrets.contentHash},
    })
    expect(stored(lake, 'correction-corrected-1')).toMatchObject({number: 1})
    expect(stored(lake, 'event-regatta')).toMatchObject({title: 'Regatta'})
    expect(stored(lake, '_.releases.summer')).toMatchObject({state: 'active'})
  })
})
