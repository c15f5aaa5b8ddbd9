// Failures of a sync: one sentence, an exit code, and no partial state.
import {spawn} from 'node:child_process'
import {existsSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'
import {afterAll, describe, expect, it} from 'vitest'
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import {listen, type Listening} from '@copydesk/lake/serve'
import {createNewsroomLake} from '../../../../server/newsroom-lake.ts'
import {ROOT, SOURCES} from '../../../../server/paths.ts'
import {startLake, type TestLake} from '../../../support/lake.ts'
import {COMMENTS} from '../../../support/comments.ts'
import {copydesk, temporaryFolder, type Outcome} from '../../support.ts'

const open: (TestLake | Listening)[] = []
afterAll(async () => {
  for (const one of open) await one.close()
})

const serve = async (
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<string> => {
  const listening = await listen({host: '127.0.0.1', port: 0, fetch})
  open.push(listening)
  return `http://127.0.0.1:${listening.port}`
}

async function lakeWith(topics: number, pictures = 0): Promise<TestLake> {
  const lake = await startLake({serve: false})
  open.push(lake)
  const {services} = lake.lake
  for (let red = 0; red < pictures; red++) {
    const bytes = await sharp({
      create: {width: 8, height: 8, channels: 3, background: {r: red * 20, g: 9, b: 9}},
    })
      .png()
      .toBuffer()
    await services.assets.upload({
      dataset: 'production',
      kind: 'image',
      actor: SYSTEM_ACTOR,
      body: (async function* body() {
        yield bytes
      })(),
      details: {},
      meta: [],
    })
  }
  await services.commit({
    dataset: 'production',
    actor: SYSTEM_ACTOR,
    steps: [
      () => ({
        mutations: Array.from({length: topics}, (_, n) => ({
          create: {_id: `topic-${n}`, _type: 'topic', title: `Topic ${n}`},
        })),
      }),
    ],
  })
  return lake
}

const pull = async (
  from: string,
  data: string,
  token: string,
  args: string[] = [],
): Promise<Outcome> =>
  await copydesk(['pull', '--from', from, '--data', data, ...args], {COPYDESK_REMOTE_TOKEN: token})

/** The last line of stderr is what a person is told. */
const sentence = ({stderr}: Outcome): string => stderr.trimEnd().split('\n').at(-1) ?? ''

describe('a pull from', () => {
  const page = (status: number) => () =>
    new Response('<!doctype html><h1>Welcome</h1>', {
      status,
      headers: {'content-type': 'text/html'},
    })

  it.each([
    ['a page', page(200), /^http\S+ answers, but not as a Content Lake does\. Is it the right/],
    ['a page that is missing', page(404), /^http\S+ answers, but not as a Content Lake does/],
    [
      'an address that leads elsewhere',
      () => Response.redirect('https://news.example.org/v1', 301),
      /^http\S+ leads elsewhere, to https:\/\/news\.example\.org: name that address\.$/,
    ],
  ])(
    '%s says so, and makes no newsroom',
    async (_, answer, says) => {
      const data = join(temporaryFolder(), 'data')
      const failed = await pull(await serve(answer), data, 'a-token')
      expect(failed.code).toBe(1)
      expect(sentence(failed)).toMatch(says)
      expect(existsSync(data)).toBe(false)
    },
    30_000,
  )

  it('a newsroom that does not know the token, or the dataset, says so', async () => {
    const lake = await lakeWith(1)
    const data = join(temporaryFolder(), 'data')
    const token = await pull(lake.origin, data, 'wrong')
    expect(token.code).toBe(1)
    expect(sentence(token)).toMatch(/^http\S+ does not know the token\. /)
    const dataset = await pull(lake.origin, data, lake.token('importer'), ['--dataset', 'staging'])
    expect(dataset.code).toBe(1)
    expect(sentence(dataset)).toMatch(/refused \(404\): Dataset "staging" does not exist\.$/)
    expect(existsSync(data)).toBe(false)
  }, 30_000)

  it('without a server ends soon', async () => {
    const gone = await listen({host: '127.0.0.1', port: 0, fetch: () => new Response()})
    await gone.close()
    const data = join(temporaryFolder(), 'data')
    const begun = performance.now()
    const failed = await pull(`http://127.0.0.1:${gone.port}`, data, 'a-token')
    expect(performance.now() - begun).toBeLessThan(15_000)
    expect(failed.code).toBe(1)
    expect(failed.stderr).toContain('cannot be reached (ECONNREFUSED): waiting')
    expect(sentence(failed)).toBe(`http://127.0.0.1:${gone.port} cannot be reached (ECONNREFUSED).`)
    expect(existsSync(data)).toBe(false)
  }, 30_000)
})

it('a push to a full disk says so, and is begun again when there is room', async () => {
  const [here, there] = [await lakeWith(120), await lakeWith(0)]
  let room = 1
  const origin = await serve((request) => {
    const isWrite = request.method === 'POST' && !request.url.includes('dryRun=true')
    if (!isWrite || room-- > 0) return there.lake.fetch(request)
    const description = 'There is no room on the disk.'
    return Response.json({error: {type: 'diskFull', description}}, {status: 507})
  })
  const args = ['push', '--to', origin, '--data', here.folder]
  const environment = {COPYDESK_REMOTE_TOKEN: there.token('importer')}
  const full = await copydesk(args, environment)
  expect(full.code).toBe(1)
  expect(sentence(full)).toBe(`There is no room left at ${origin}: There is no room on the disk.`)
  const count = (): number =>
    there.lake.services.documents.all('production').filter(({_type}) => _type === 'topic').length
  expect(count()).toBe(50)
  room = Infinity
  expect((await copydesk(args, environment)).stderr).toMatch(/70 created, 0 changed/)
  expect(count()).toBe(120)
}, 30_000)

const temporary = temporaryFolder()
/** The temporary folder of the interrupted processes. */
const left = (): string[] => readdirSync(temporary)

/** Runs a pull, and signals it when so many requests have come; answers how it ended. */
async function pullAndSignal(
  data: string,
  signal: NodeJS.Signals,
  stopAt: number,
  there: TestLake,
): Promise<number | NodeJS.Signals | null> {
  let requests = 0
  let stop = (): void => {}
  const origin = await serve((request) => {
    if (++requests === stopAt) stop()
    return there.lake.fetch(request)
  })
  const child = spawn(
    process.execPath,
    [SOURCES, join(ROOT, 'scripts/copydesk.ts'), 'pull', '--from', origin, '--all', '--data', data],
    {
      env: {
        ...process.env,
        TMPDIR: temporary,
        COPYDESK_REMOTE_TOKEN: there.token('importer'),
      },
      stdio: 'ignore',
    },
  )
  stop = () => void child.kill(signal)
  return await new Promise((resolve) =>
    child.once('close', (code, ended) => resolve(code ?? ended)),
  )
}

describe('a pull that is interrupted', () => {
  it('with kill -9 at whatever request goes on the next time', async () => {
    const there = await lakeWith(120, 5)
    await there.lake.services.commit({
      dataset: COMMENTS,
      actor: SYSTEM_ACTOR,
      act: 'fill',
      steps: [
        () => ({
          mutations: Array.from({length: 60}, (_, n) => ({
            create: {_id: `comment-${n}`, _type: 'comment', status: 'open', title: `${n}`},
          })),
        }),
      ],
    })
    const data = join(temporaryFolder(), 'data')
    let killed = 0
    for (let stopAt = 2; ; stopAt += 2) {
      const ended = await pullAndSignal(data, 'SIGKILL', stopAt, there)
      if (ended === 0) break
      expect(ended).toBe('SIGKILL')
      killed += 1
    }
    expect(killed).toBeGreaterThan(2)
    const lake = createNewsroomLake({dataFolder: data, origin: there.origin})
    const said = (all: {_id: string; _type: string; title?: unknown}[]): unknown[] =>
      all.filter(({_type}) => _type !== 'ledgerEntry').map(({_id, title}) => [_id, title])
    const {documents} = lake.services
    for (const dataset of ['production', COMMENTS]) {
      const all = said(there.lake.services.documents.all(dataset))
      expect(all.length).toBeGreaterThan(50)
      expect(said(documents.all(dataset))).toEqual(all)
    }
    await lake.close()
    const originals = 'assets/originals/production'
    expect(readdirSync(join(data, originals))).toEqual(readdirSync(join(there.folder, originals)))
    // Pictures on their way lay in the temporary folder of each run that was killed.
    expect(left()).toEqual([])
  }, 120_000)

  it('with Ctrl-C leaves neither a token nor private documents behind', async () => {
    const there = await lakeWith(3, 2)
    const data = join(temporaryFolder(), 'data')
    expect(await pullAndSignal(data, 'SIGINT', 4, there)).toBe(130)
    expect(left()).toEqual([])
    const {stdout} = await copydesk(['token', 'list', '--all', '--data', data])
    const tokens = stdout.trimEnd().split('\n').slice(1)
    expect(tokens).toHaveLength(1)
    expect(tokens[0]).toContain('revoked')
  }, 60_000)
})
