// With a project ID the same studio, site and queries use Sanity's hosted API, and no lake starts.
// The test refuses and records connections to other hosts.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {Socket} from 'node:net'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {readEnvironment} from '../../server/environment.ts'
import type {FrontMaker} from '../../server/front.ts'
import {startHosted} from '../../server/hosted.ts'
import {createPages} from '../../server/pages.ts'
import {ROOT} from '../../server/paths.ts'
import {loadSite, type SiteOptions} from '../../server/site.ts'
import {createClients} from '../../site/clients.ts'
import {noTimer} from '../../studio/data/actions/hosted-timer.ts'
import {workspaceMode} from '../../studio/data/workspace-mode.ts'
import {temporaryFolder} from './support.ts'

const PROJECT = 'abc123de'
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])

let outside: string[] = []

beforeEach(() => {
  outside = []
  const connect = Socket.prototype.connect
  vi.spyOn(Socket.prototype, 'connect').mockImplementation(function guarded(
    this: Socket,
    ...args: unknown[]
  ) {
    const host = hostOf(args)
    if (LOOPBACK.has(host)) return Reflect.apply(connect, this, args) as Socket
    outside.push(host)
    const refusal = new Error(`${host} is not to be reached from a test`)
    setImmediate(() => this.destroy(refusal))
    return this
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.resetModules()
})

/** `connect(options)`, `connect(port, host)`, or Node's own normalised array of either. */
function hostOf(args: unknown[]): string {
  const [first, second] = args.flat()
  if (typeof first === 'object' && first !== null && 'host' in first) return String(first.host)
  return typeof second === 'string' ? second : 'localhost'
}

function chooseHosted(dataset?: string): void {
  vi.stubEnv('SANITY_STUDIO_PROJECT_ID', PROJECT)
  vi.stubEnv('SANITY_STUDIO_DATASET', dataset ?? '')
}

/** The built site. The studio's build belongs to the embedded newsroom and is not changed. */
function builtSite(opened: SiteOptions[]): FrontMaker {
  return {
    async open(options) {
      opened.push(options)
      return {
        pages: createPages({site: await loadSite(options), hosted: true}),
        close: async () => {},
      }
    },
  }
}

describe('SANITY_STUDIO_PROJECT_ID', () => {
  test('is read with its dataset, which is production by default', () => {
    const given = {SANITY_STUDIO_PROJECT_ID: PROJECT}
    expect(readEnvironment(given).hosted).toEqual({projectId: PROJECT, dataset: 'production'})
    expect(readEnvironment({...given, SANITY_STUDIO_DATASET: 'staging'}).hosted).toEqual({
      projectId: PROJECT,
      dataset: 'staging',
    })
    expect(readEnvironment({}).hosted).toBeUndefined()
    expect(readEnvironment({SANITY_STUDIO_PROJECT_ID: ''}).hosted).toBeUndefined()
  })

  test('decides what the studio and the sanity commands address', async () => {
    chooseHosted('staging')
    expect(workspaceMode()).toEqual({embedded: false, projectId: PROJECT, dataset: 'staging'})
    const {default: cli} = await import('../../sanity.cli.ts')
    expect(cli.api).toEqual({projectId: PROJECT, dataset: 'staging'})
    expect(cli.project?.basePath).toBe('/studio')
  })

  test('absent, leaves both with the embedded lake', async () => {
    vi.stubEnv('SANITY_STUDIO_PROJECT_ID', '')
    expect(workspaceMode()).toEqual({embedded: true, projectId: 'copydesk', dataset: 'production'})
    const {default: cli} = await import('../../sanity.cli.ts')
    expect(cli.api).toEqual({projectId: 'copydesk', dataset: 'production'})
  })

  test(
    'gives the studio neither our address nor our sign-in page',
    {tags: ['full'], timeout: 60_000},
    async () => {
      chooseHosted()
      const {newsroomWorkspace} = await import('../../studio/workspace.tsx')
      const hosted = newsroomWorkspace()
      expect(hosted).toMatchObject({projectId: PROJECT, dataset: 'production'})
      expect(hosted.apiHost).toBeUndefined()
      expect(hosted.auth).toBeUndefined()

      vi.stubEnv('SANITY_STUDIO_PROJECT_ID', '')
      const embedded = newsroomWorkspace()
      expect(embedded).toMatchObject({projectId: 'copydesk', apiHost: 'http://127.0.0.1:3333'})
      expect(JSON.stringify(embedded.auth)).toContain('/login')
    },
  )
})

describe('npm start in hosted mode', () => {
  test('opens no data folder, says where it runs, and connects to nobody by itself', async () => {
    const dataFolder = join(temporaryFolder(), 'data')
    const said: string[] = []
    const opened: SiteOptions[] = []
    const running = await startHosted(
      readEnvironment({
        SANITY_STUDIO_PROJECT_ID: PROJECT,
        PORT: '0',
        COPYDESK_DATA: dataFolder,
      }),
      (line) => void said.push(line),
      builtSite(opened),
    )
    try {
      expect((await fetch(`${running.origin}/healthz`)).status).toBe(200)
      expect(
        (await fetch(`${running.origin}/studio`)).headers.get('content-security-policy'),
      ).toContain('https://*.api.sanity.io')
      expect(said.join('\n')).toContain(`project ${PROJECT}, dataset production`)
      expect(said.join('\n')).toContain(running.origin)
      expect(opened).toEqual([{projectId: PROJECT, dataset: 'production', origin: running.origin}])
      // Where the lake's API would be, the site answers that it takes no writes.
      const mutate = `${running.origin}/v2025-02-19/data/mutate/production`
      expect((await fetch(mutate, {method: 'POST', body: '{}'})).status).toBe(405)
      expect(existsSync(dataFolder)).toBe(false)
    } finally {
      await running.close()
    }
    expect(outside).toEqual([])
  })

  test('asks only the hosted API for the site’s content', async () => {
    const {client, previewClient, imageBaseUrl} = createClients({
      projectId: PROJECT,
      dataset: 'production',
    })
    // The client retries after pauses, which are not tested.
    vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']})
    vi.setTimerTickMode('nextTimerAsync')
    await expect(client.fetch('*[0]')).rejects.toThrow('fetch failed')
    expect(new Set(outside)).toEqual(new Set([`${PROJECT}.api.sanity.io`]))
    expect(imageBaseUrl).toBe('https://cdn.sanity.io')
    // Sessions of sanity.io never reach this server: without one there are no previews.
    expect(previewClient).toBeUndefined()
  })
})

describe('docs/hosted.md', () => {
  const text = readFileSync(join(ROOT, 'docs/hosted.md'), 'utf8')
  const opening = text.slice(0, text.indexOf('\n## '))

  test('begins with every rule that is enforced here and only advice there', () => {
    const rules = readdirSync(join(ROOT, 'workflow/rules')).filter((name) => name !== 'types.ts')
    expect(rules.length).toBeGreaterThan(5)
    for (const rule of rules) expect(opening).toContain(`(\`workflow/rules/${rule}\`)`)
  })

  test('says how to close the gap', () => {
    expect(text).toContain('\n## Closing the gap\n')
  })
})

describe('Scheduling in hosted mode', () => {
  test('is offered only if a timer is configured', () => {
    chooseHosted()
    expect(noTimer('schedule', 'story')).toEqual([expect.objectContaining({code: 'noTimer'})])
    expect(noTimer('publish', 'story')).toEqual([])
    vi.stubEnv('SANITY_STUDIO_SCHEDULING', 'on')
    expect(noTimer('schedule', 'story')).toEqual([])
    vi.unstubAllEnvs()
    vi.stubEnv('SANITY_STUDIO_PROJECT_ID', '')
    expect(noTimer('schedule', 'story')).toEqual([])
  })
})
