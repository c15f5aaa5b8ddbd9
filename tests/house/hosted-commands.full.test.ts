// Messages of commands and pages in hosted mode if something is missing at sanity.io. Our own lake
// replaces the hosted API. A server with recorded responses replaces its refusals.
import {createClient} from '@sanity/client'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import sharp from 'sharp'
import {afterAll, afterEach, beforeAll, describe, expect, it, test, vi} from 'vitest'
import {doctorCommand} from '../../server/commands/doctor.ts'
import {examineHosted} from '../../server/operations/doctor/examine-hosted.ts'
import {
  exportHostedArchive,
  exportHostedLines,
} from '../../server/operations/transfer/export-hosted.ts'
import {performScheduled} from '../../server/commands/perform-scheduled.ts'
import {hostedError} from '../../server/hosted-error.ts'
import {listen} from '@copydesk/lake/serve'
import {describeSiteError} from '../../server/site.ts'
import {copydesk, temporaryFolder} from '../server/support.ts'
import {freePort} from '../support/free-port.ts'
import {startLake} from '../support/lake.ts'
import {openHostedDesk, type HostedDesk} from '../studio/plugins/editorial-actions/hosted-lake.ts'

const HOSTED = {projectId: 'abc123de', dataset: 'production'}
const PICTURE = {create: {width: 8, height: 8, channels: 3, background: 'red'}} as const
const STUDIO = 'https://studio.example.org'

interface Answer {
  status: number
  body: object
}

/** Responses of the hosted API by path. Any other path is a 404, as for a missing dataset. */
async function playHosted(answers: Record<string, Answer>) {
  const {port, close} = await listen({
    host: '127.0.0.1',
    port: 0,
    fetch(request) {
      const path = new URL(request.url).pathname.replace(/^\/v[\d-]+/, '')
      const {status, body} = answers[path] ?? DATASET_MISSING
      return Response.json(body, {status})
    },
  })
  return {base: `http://127.0.0.1:${port}`, close}
}

const ok = (body: object): Answer => ({status: 200, body})
const cors = (allowed: boolean, withCredentials: boolean): Answer =>
  ok({result: {allowed, withCredentials}})
const DATASET_MISSING: Answer = {
  status: 404,
  body: {
    statusCode: 404,
    error: 'Not Found',
    message: 'Dataset not found - Dataset "production" not found for project ID "abc123de"',
  },
}
const NO_SESSION: Answer = {
  status: 401,
  body: {
    statusCode: 401,
    error: 'Unauthorized',
    errorCode: 'SIO-401-ANF',
    message: 'Session not found',
  },
}
const PROJECT_MISSING: Answer = {
  status: 404,
  body: {statusCode: 404, errorCode: 'SIO-404-PNF', message: 'Project not found'},
}
const WELL = {
  '/check/cors': cors(true, true),
  '/data/query/production': ok({result: null}),
  '/users/me': ok({id: 'p123', name: 'Robot'}),
  '/projects/abc123de': ok({id: 'abc123de', members: []}),
  '/data/mutate/production': ok({transactionId: 't', results: []}),
}

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

describe('a command for a data folder, without one', () => {
  const dataFolder = join(temporaryFolder(), 'none')
  const hosted = {COPYDESK_DATA: dataFolder, SANITY_STUDIO_PROJECT_ID: HOSTED.projectId}

  test.each([
    ['user', 'list'],
    ['user', 'add', 'a@example.org', '--name', 'A', '--role', 'editor'],
    ['token', 'create', '--role', 'editor', '--name', 'bot'],
    ['seed'],
  ])('%s says that the newsroom is at sanity.io, and makes no folder', async (...args) => {
    const {code, stdout, stderr} = await copydesk(args, hosted)
    expect(stderr).toMatch(/^This newsroom is Sanity's project abc123de: [^\n]* --data\.\n$/)
    expect({code, stdout}).toEqual({code: 1, stdout: ''})
    expect(existsSync(dataFolder)).toBe(false)
  })
})

describe('a command for the hosted lake', () => {
  test.each([['export', join(temporaryFolder(), 'all.tar.gz')], ['perform-scheduled']])(
    '%s names the token that is missing',
    async (...args) => {
      const {code, stderr} = await copydesk(args, {SANITY_STUDIO_PROJECT_ID: HOSTED.projectId})
      expect(stderr).toMatch(/^SANITY_AUTH_TOKEN is missing: [^\n]*project abc123de [^\n]*\n$/)
      expect(code).toBe(1)
    },
  )

  test('perform-scheduled names the project that is missing', async () => {
    const {code, stderr} = await copydesk(['perform-scheduled'])
    expect(stderr).toMatch(
      /^This command is for a project at sanity\.io: set SANITY_STUDIO_PROJECT_ID\./,
    )
    expect(code).toBe(1)
  })
})

describe('the doctor in hosted mode', () => {
  const examine = async (answers: Record<string, Answer>, token?: string) => {
    const {base, close} = await playHosted(answers)
    const findings = await examineHosted({hosted: HOSTED, origin: STUDIO, token, base})
    await close()
    return findings.map(({kind, text}) => `${kind}: ${text}`).join('\n')
  }

  it('accepts a project that has everything', async () => {
    const told = await examine(WELL, 'sk1')
    expect(told).not.toMatch(/problem|note/)
    expect(told.split('\n')).toHaveLength(6)
  })

  test.each<[string, Record<string, Answer>, RegExp]>([
    ['a project', {'/check/cors': PROJECT_MISSING}, /^problem: There is no project abc123de/],
    [
      'a CORS origin',
      {'/check/cors': cors(false, false)},
      /problem: https:\/\/studio\.example\.org is not a CORS origin.*npx sanity cors add/,
    ],
    [
      'credentials',
      {'/check/cors': cors(true, false)},
      /problem: .* without credentials, so nobody/,
    ],
    [
      'a dataset',
      {'/data/query/production': DATASET_MISSING},
      /problem: The project has no dataset production: npx sanity datasets create production/,
    ],
    [
      'a dataset that answers readers',
      {'/data/query/production': NO_SESSION},
      /problem: Dataset production does not answer without a token/,
    ],
    ['a token that is valid', {'/users/me': NO_SESSION}, /problem: .*does not accept the token/],
    ['a token of somebody', {'/users/me': ok({})}, /problem: .*does not accept the token/],
    [
      'a token that lists members',
      {'/projects/abc123de': {status: 403, body: {}}},
      /problem: It may not list the members/,
    ],
    [
      'a token that writes',
      {'/data/mutate/production': {status: 403, body: {}}},
      /problem: It may not write \(403\)/,
    ],
  ])('says that %s is missing', async (_, answers, told) => {
    const findings = await examine({...WELL, ...answers}, 'sk1')
    expect(findings).toMatch(told)
    expect(findings.split('problem:')).toHaveLength(2)
  })

  it('says what a token is for if there is none', async () => {
    expect(await examine(WELL)).toMatch(/\nnote: SANITY_AUTH_TOKEN is not set\. "export" and/)
  })

  it('says that nobody answers', async () => {
    const base = `http://127.0.0.1:${await freePort()}`
    expect(await examineHosted({hosted: HOSTED, origin: STUDIO, base})).toEqual([
      {kind: 'problem', text: `${new URL(base).host} cannot be reached (ECONNREFUSED)`},
    ])
  })

  it('is what the command runs, without a data folder', async () => {
    const {base, close} = await playHosted({...WELL, '/check/cors': cors(false, false)})
    const {fetch} = globalThis
    vi.stubGlobal('fetch', (url: string, init?: RequestInit) =>
      fetch(url.replace('https://abc123de.api.sanity.io', base), init),
    )
    vi.stubEnv('SANITY_STUDIO_PROJECT_ID', HOSTED.projectId)
    vi.stubEnv('SANITY_AUTH_TOKEN', 'sk1')
    vi.stubEnv('PUBLIC_URL', STUDIO)
    vi.stubEnv('COPYDESK_DATA', join(temporaryFolder(), 'none'))
    const log = vi.spyOn(console, 'log').mockReturnValue()
    await expect(doctorCommand().parseAsync([], {from: 'user'})).rejects.toThrow('1 problem found.')
    const said = log.mock.calls.flat().join('\n')
    expect(said).toMatch(/ok {7}Node /)
    expect(said).toContain(`PROBLEM  ${STUDIO} is not a CORS origin of the project`)
    expect(said).not.toContain('disk')
    await close()
  })
})

describe('on our own lake in place of the hosted one', () => {
  let desk: HostedDesk
  let token: string
  beforeAll(async () => {
    desk = await openHostedDesk()
    token = desk.lake.lake.services.access.tokens.create({name: 'bot', role: 'editor'}).secret
    desk.lake.lake.services.access.cors.add(STUDIO, {credentials: true})
  })
  afterAll(() => desk.close())

  const client = (secret = token) =>
    createClient({
      ...HOSTED,
      apiHost: desk.lake.origin,
      useProjectHostname: false,
      useCdn: false,
      apiVersion: '2025-02-19',
      maxRetries: 0,
      token: secret,
    })

  it('the doctor finds no problem', async () => {
    const base = desk.lake.origin
    const before = desk.lake.lake.services.log.last()
    const findings = await examineHosted({hosted: HOSTED, origin: STUDIO, token, base})
    expect(findings.filter(({kind}) => kind !== 'ok')).toEqual([])
    expect(desk.lake.lake.services.log.last()).toBe(before)
  })

  it('export writes all documents, drafts among them, and pictures', async () => {
    const lake = await startLake()
    const importer = lake.client('importer').withConfig({token: lake.token('importer')})
    await importer.create({_id: 'drafts.a', _type: 'article', headline: 'Tide'})
    await importer.assets.upload('image', await sharp(PICTURE).png().toBuffer())
    const folder = temporaryFolder()
    const [lines, archive] = [join(folder, 'all.ndjson'), join(folder, 'all.tar.gz')]
    expect(await exportHostedLines(importer, lines, () => {})).toEqual({documents: 2, assets: 0})
    expect(readFileSync(lines, 'utf8').split('\n')).toEqual([
      expect.stringContaining('"_id":'),
      expect.stringContaining('"_id":'),
      '',
    ])
    const whole = await exportHostedArchive(importer, archive, () => {})
    expect(whole).toEqual({documents: 1, assets: 1})
    expect(gunzipSync(readFileSync(archive)).toString()).toContain('"headline":"Tide"')
    await lake.close()
  })

  test.each([
    ['export', () => exportHostedLines(client('wrong'), '/dev/null', () => {})],
    ['perform-scheduled', () => performScheduled(client('wrong'), () => {})],
  ])('%s says in one sentence that the token is not accepted', async (_, work) => {
    const error = await work().catch((caught: unknown) =>
      hostedError(caught, HOSTED, {token: true}),
    )
    expect(String(error)).toMatch(
      /^OperatorError: Sanity's project abc123de does not accept the token in SANITY_AUTH_TOKEN\. It says: "[^\n]*doctor[^\n]*$/,
    )
  })
})

describe('a page that cannot be rendered', () => {
  const request = new Request('http://127.0.0.1:3333/article/tide?utm=1')

  const failure = async (base: string): Promise<unknown> =>
    await createClient({
      ...HOSTED,
      apiHost: base,
      useProjectHostname: false,
      useCdn: false,
      apiVersion: '2025-02-19',
      maxRetries: 0,
    })
      .fetch('*[0]')
      .catch((error: unknown) => error)

  test.each<[string, Answer, RegExp]>([
    ['a missing dataset', DATASET_MISSING, /has no dataset production, .* "Dataset not found/],
    ['a private dataset', NO_SESSION, /cannot be read without a token: make it public/],
    ['a quota', {status: 429, body: {}}, /as many requests as its plan/],
  ])('is reported in one line if the cause is %s', async (_, answer, told) => {
    const {base, close} = await playHosted({'/data/query/production': answer})
    const line = describeSiteError(await failure(base), request, HOSTED)
    await close()
    expect(line).toMatch(/^No page at \/article\/tide: [^\n]*$/)
    expect(line).toMatch(told)
  })

  it('is reported in one line if the API cannot be reached', async () => {
    const error = await failure(`http://127.0.0.1:${await freePort()}`)
    const line = describeSiteError(error, request, HOSTED)
    expect(line).toMatch(/abc123de\.api\.sanity\.io cannot be reached \(ECONNREFUSED\)/)
  })

  it('has the stack of a defect, and of every error on our own lake', async () => {
    const defect = new TypeError('x is not a function')
    expect(describeSiteError(defect, request, HOSTED)).toBe(defect)
    const error = await failure(`http://127.0.0.1:${await freePort()}`)
    expect(describeSiteError(error, request)).toBe(error)
  })
})
