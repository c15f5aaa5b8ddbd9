// Two lakes of ours, content moved between them over HTTP by the commands as people run them.
import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {LakeDocument} from '@copydesk/lake/types'
import {listen, type Listening} from '@copydesk/lake/serve'
import {createNewsroomLake} from '../../../../server/newsroom-lake.ts'
import {ROOT, SOURCES} from '../../../../server/paths.ts'
import {startLake, type TestLake} from '../../../support/lake.ts'
import {FACTOR} from '../../../support/runs.ts'
import {copySeededFolder} from '../../../support/seeded-folder.ts'
import {copydesk, temporaryFolder, type Outcome} from '../../support.ts'

const dataFolder = temporaryFolder()
const open: (TestLake | Listening)[] = []

beforeAll(async () => {
  await copySeededFolder(dataFolder)
}, 60_000)
afterAll(async () => {
  for (const one of open) await one.close()
})

interface Remote {
  address: string
  lake: TestLake
  /** What was asked of it, as `POST /data/mutate`. */
  requests: string[]
}

/** A second newsroom, behind something that sees each request first. */
async function remote(
  before: (request: Request, requests: string[]) => Response | null = () => null,
): Promise<Remote> {
  const lake = await startLake()
  const requests: string[] = []
  const relay = await listen({
    host: '127.0.0.1',
    port: 0,
    fetch(request) {
      const {pathname, search} = new URL(request.url)
      const isProbe = search.includes('dryRun=true')
      requests.push(
        `${request.method} ${pathname.replace(/^\/v[^/]+/, '')}${isProbe ? ' probe' : ''}`,
      )
      return before(request, requests) ?? lake.lake.fetch(request)
    },
  })
  open.push(relay, lake)
  return {address: `http://127.0.0.1:${relay.port}`, lake, requests}
}

const text = ({code, stderr, stdout}: Outcome): string => `${code} ${stderr}${stdout}`

const push = async (
  {address, lake}: Remote,
  args: string[] = [],
  {
    role = 'importer',
    folder = dataFolder,
  }: {role?: 'importer' | 'journalist'; folder?: string} = {},
): Promise<Outcome> =>
  await copydesk(['push', '--to', address, '--data', folder, ...args], {
    COPYDESK_REMOTE_TOKEN: lake.token(role),
  })

async function documentsOf(lake: TestLake): Promise<LakeDocument[]> {
  return await lake.client('importer').fetch<LakeDocument[]>('*')
}

function storedIn(folder: string): LakeDocument[] {
  const lake = createNewsroomLake({dataFolder: folder, origin: 'http://127.0.0.1:3333'})
  const all = lake.services.documents.all('production')
  void lake.close()
  return all
}

/** Without what each lake sets by itself, and what it notes of an import. */
function said(documents: LakeDocument[]): object[] {
  return documents
    .filter(({_type, kind}) => !(_type === 'ledgerEntry' && kind === 'import'))
    .map(({_rev: _a, _updatedAt: _b, url: _c, uploadId: _d, ...rest}) => {
      const isAsset = rest._type.startsWith('sanity.')
      return isAsset ? {...rest, _createdAt: ''} : rest
    })
}

const originals = (folder: string): Record<string, string> => {
  const at = join(folder, 'assets/originals/production')
  return Object.fromEntries(
    readdirSync(at).map((name) => [
      name,
      createHash('sha1')
        .update(readFileSync(join(at, name)))
        .digest('hex'),
    ]),
  )
}

/**
 * Kills each run at one of its writes, until one comes to its end.
 *
 * @param writeOf the write at which a run is killed, by the run's number
 */
async function pushedWithKills(
  folder: string,
  writeOf: (run: number) => number,
): Promise<{there: Remote; runs: number}> {
  let left = 0
  let kill: (() => void) | undefined
  const there = await remote(({method, url}) => {
    if (method === 'POST' && !url.includes('dryRun=true') && --left === 0) kill?.()
    return null
  })
  for (let runs = 1; ; runs++) {
    left = writeOf(runs)
    const child = spawn(
      process.execPath,
      [
        SOURCES,
        join(ROOT, 'scripts/copydesk.ts'),
        'push',
        '--to',
        there.address,
        '--all',
        '--data',
        folder,
      ],
      {
        env: {...process.env, COPYDESK_REMOTE_TOKEN: there.lake.token('importer')},
        stdio: 'ignore',
      },
    )
    kill = () => void child.kill('SIGKILL')
    const code = await new Promise((resolve) => child.once('close', resolve))
    if (code === 0) return {there, runs}
    expect(child.signalCode).toBe('SIGKILL')
  }
}

describe('push', () => {
  it(
    'killed amid its writes and begun again, it leaves both sides the same, and sends no picture twice',
    {tags: ['random'], timeout: 120_000},
    async () => {
      // Each run begins with all that was sent: a run more takes seconds.
      const writeOf = (run: number) => (FACTOR > 1 ? run : 2 ** (run - 1))
      const {there, runs} = await pushedWithKills(dataFolder, writeOf)
      expect(runs).toBeGreaterThan(4)
      const here = storedIn(dataFolder).filter(({_id}) => !_id.startsWith('private.author.'))
      expect(here.length).toBeGreaterThan(60)
      expect(here.some(({_id}) => _id.startsWith('drafts.'))).toBe(true)
      expect(here.some(({_id}) => _id.startsWith('private.'))).toBe(true)
      expect(said(await documentsOf(there.lake))).toEqual(said(here))
      expect(originals(there.lake.folder)).toEqual(originals(dataFolder))

      const again = await push(there, ['--all'])
      expect(text(again)).toMatch(
        /^0 [^]*0 created, 0 changed, 0 deleted, 0 pictures and files uploaded/,
      )
      const uploads = there.requests.filter((request) => request.includes('/assets/'))
      // At most those under way at a kill are sent a second time.
      expect(uploads.length).toBeLessThan(Object.keys(originals(dataFolder)).length + 3 * runs)
    },
  )

  it('killed before a circle of references is firm, it closes it the next time', async () => {
    const folder = await small()
    const {there, runs} = await pushedWithKills(folder, (run) => run)
    expect(runs).toBeGreaterThan(1)
    expect(said(await documentsOf(there.lake))).toEqual(said(storedIn(folder)))
  }, 60_000)

  it('overwrites nothing that is on record there', async () => {
    const there = await remote()
    const [folder, other] = [await small('As it was'), await small('In other words')]
    expect(text(await push(there, ['--records'], {folder}))).toMatch(/^0 [^]*5 created/)
    const second = await push(there, ['--records'], {folder: other})
    expect(text(second)).toMatch(
      /^0 [^]*1 are on record there in other words, and stay \(ledger\.x\)/,
    )
    const entry = await there.lake.client('importer').getDocument('ledger.x')
    expect(entry?.['reason']).toBe('As it was')
  }, 60_000)

  it('takes along what readers see, and nothing else, unless it is told to', async () => {
    const there = await remote()
    const dry = await push(there, ['--dry-run'])
    expect(text(dry)).toMatch(/^0 [^]*Nothing is written\. It would be: \d\d+ created/)
    expect(dry.stderr).toMatch(/Left out: \d+ drafts \(--drafts\), \d+ private/)
    const listed = dry.stdout.trimEnd().split('\n')
    expect(listed).toContainEqual(expect.stringMatching(/^create {2}article-\S+ {2}\(article\)$/))
    expect(listed).toContainEqual(expect.stringMatching(/^upload {2}image-[0-9a-f]{40}-/))
    expect(listed.join()).not.toMatch(/drafts\.|private\.|review\./)
    expect(await documentsOf(there.lake)).toEqual([])
    expect(there.requests.every((request) => request.startsWith('GET '))).toBe(true)

    expect((await push(there)).code).toBe(0)
    const now = (await documentsOf(there.lake)).filter(({_type}) => _type !== 'ledgerEntry')
    expect(now.map(({_id}) => _id).filter((id) => id.includes('.'))).toEqual([])
    const created = listed.filter((line) => !line.startsWith('upload'))
    expect(now.filter(({_type}) => !_type.startsWith('sanity.'))).toHaveLength(created.length)
  }, 60_000)

  it('keeps an article under embargo here, and the photo that only it brings along', async () => {
    const folder = temporaryFolder()
    const picture = await sharp({create: {width: 8, height: 8, channels: 3, background: 'teal'}})
      .png()
      .toBuffer()
    writeFileSync(join(folder, 'teal.png'), picture)
    const until = new Date(Date.now() + 24 * 3_600_000).toISOString()
    const lines = [
      {
        _id: 'photo-a',
        _type: 'photoWithCredit',
        image: {_type: 'image', _sanityAsset: 'image@file://./teal.png'},
      },
      {
        _id: 'article-a',
        _type: 'article',
        embargo: {until},
        photo: {_type: 'reference', _ref: 'photo-a'},
      },
      {_id: 'topic-a', _type: 'topic'},
    ]
    writeFileSync(join(folder, 'a.ndjson'), lines.map((line) => JSON.stringify(line)).join('\n'))
    const data = join(folder, 'data')
    await copydesk(['import', join(folder, 'a.ndjson'), '--data', data])
    const there = await remote()
    const some = await push(there, ['--dry-run'], {folder: data})
    expect(some.stdout).toBe('create  topic-a  (topic)\n')
    const all = await push(there, ['--dry-run', '--private'], {folder: data})
    expect(all.stdout).toMatch(/upload[^]*article-a[^]*photo-a[^]*topic-a/)
  }, 60_000)

  it('says so where the list of documents breaks off', async () => {
    const there = await remote((request) =>
      request.url.includes('/data/export/')
        ? new Response('{"_id": "a", "_type": "topic"}\n{"_id": "b", "_ty')
        : null,
    )
    const broken = await push(there, ['--delete'])
    expect(text(broken)).toMatch(/^1 [^]*broke off the list of its documents\. Try again\./)
  }, 60_000)

  it('deletes only when told to, and never records, pictures or what is outside of its words', async () => {
    const there = await remote()
    const folder = await small()
    const client = there.lake.client('importer')
    await client.create({
      _id: 'topic-theirs',
      _type: 'topic',
      section: {_type: 'reference', _ref: 'section-theirs', _weak: true},
    })
    await client.create({_id: 'section-theirs', _type: 'section'})
    await client.create({_id: 'drafts.topic-draft', _type: 'topic'})
    await client.create({_id: 'review.x', _type: 'review', stage: 'drafting'})
    await push(there, [], {folder})
    expect((await documentsOf(there.lake)).map(({_id}) => _id)).toContain('topic-theirs')
    const deleted = await push(there, ['--delete'], {folder})
    expect(text(deleted)).toMatch(/^0 [^]*2 deleted/)
    const ids = (await documentsOf(there.lake)).map(({_id}) => _id)
    expect(ids).toEqual(['drafts.topic-draft', 'review.x', 'section-a', 'topic-a', 'topic-b'])
  }, 60_000)

  it('waits while the other side is busy', async () => {
    const folder = await small()
    let times = 0
    const there = await remote((request) => {
      if (request.method !== 'POST') return null
      times += 1
      if (times === 1) {
        return Response.json({error: 'Too many'}, {status: 429, headers: {'retry-after': '1'}})
      }
      return times === 2 ? new Response('away', {status: 503}) : null
    })
    const started = performance.now()
    expect(text(await push(there, [], {folder}))).toMatch(/^0 [^]*3 created/)
    expect(performance.now() - started).toBeGreaterThan(1_000)
    expect(await documentsOf(there.lake)).toHaveLength(3)
  }, 60_000)

  it('says what its token may not write, before anything is written', async () => {
    const there = await remote()
    const refused = await push(there, ['--drafts'], {role: 'journalist'})
    expect(refused.code).toBe(1)
    expect(refused.stderr).toMatch(/The token may not write there: [^]*published article/)
    expect(refused.stderr).toContain('Nothing was written.')
    expect(refused.stderr).not.toMatch(/drafts of article/)
    expect(await documentsOf(there.lake)).toEqual([])
    expect(
      there.requests.filter((request) => /^POST .*(mutate\/production|assets\/.*)$/.test(request)),
    ).toEqual([])

    const wrong = await copydesk(['push', '--to', there.address, '--data', dataFolder], {
      COPYDESK_REMOTE_TOKEN: 'wrong',
    })
    expect(text(wrong)).toMatch(/^1 [^]*does not know the token/)
    const none = await copydesk(['push', '--to', there.address, '--data', dataFolder])
    expect(text(none)).toMatch(/^1 [^]*COPYDESK_REMOTE_TOKEN/)
    const nowhere = await copydesk(['push', '--to', 'not an address', '--data', dataFolder], {
      COPYDESK_REMOTE_TOKEN: 'x',
    })
    expect(text(nowhere)).toMatch(/^1 [^]*is neither the id of a Sanity project nor/)
  }, 60_000)
})

describe('pull', () => {
  it('brings the same here, with the token in a file', async () => {
    const there = await remote()
    await push(there, ['--all'])
    const folder = temporaryFolder()
    const file = join(folder, 'token')
    writeFileSync(file, `${there.lake.token('importer')}\n`)
    const target = join(folder, 'data')
    const args = ['pull', '--from', there.address, '--token-file', file, '--data', target]
    const some = await copydesk(args)
    expect(text(some)).toMatch(/^0 [^]*Left out: \d+ drafts/)
    expect(storedIn(target).filter(({_id}) => _id.startsWith('drafts.'))).toEqual([])
    expect(text(await copydesk([...args, '--all']))).toMatch(/^0 /)
    expect(said(storedIn(target))).toEqual(said(await documentsOf(there.lake)))
    expect(originals(target)).toEqual(originals(dataFolder))
  }, 60_000)
})

/** Three documents of which two refer to each other, and two records. */
async function small(reason = 'Published by import'): Promise<string> {
  const folder = temporaryFolder()
  const lines = [
    {_id: 'topic-a', _type: 'topic', related: {_type: 'reference', _ref: 'topic-b'}},
    {_id: 'topic-b', _type: 'topic', related: {_type: 'reference', _ref: 'topic-a'}},
    {_id: 'section-a', _type: 'section', topic: {_type: 'reference', _ref: 'topic-a'}},
    {_id: 'ledger.x', _type: 'ledgerEntry', kind: 'approve', reason},
    {
      _id: 'review.topic-a',
      _type: 'review',
      stage: 'drafting',
      subject: {_type: 'reference', _ref: 'topic-a', _weak: true},
    },
  ].map((document) => ({...document, _createdAt: '2026-01-01T00:00:00.000Z'}))
  const file = join(folder, 'small.ndjson')
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'))
  expect((await copydesk(['import', file, '--data', join(folder, 'data')])).code).toBe(0)
  return join(folder, 'data')
}
