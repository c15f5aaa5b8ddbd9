// The built studio, as the server hands it out.
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {runInNewContext} from 'node:vm'
import {expect, it, vi} from 'vitest'
import {createPages} from '../../server/pages.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const NOW = 'sanity-Bbbbbbb2.js'
const BEFORE = 'sanity-Aaaaaaa1.js'

function buildWith(script: string): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'static'))
  writeFileSync(join(folder, 'index.html'), `<script src="/studio/static/${script}"></script>`)
  writeFileSync(join(folder, 'static', script), `// ${script}`)
  return folder
}

const pages = createPages({
  site: async () => new Response('the site'),
  studioBuild: buildWith(NOW),
  studioBuildBefore: buildWith(BEFORE),
})
const get = async (path: string) => await pages(new Request(`http://127.0.0.1${path}`))

it('every address in the studio is the page of the present build', async () => {
  for (const path of ['/studio', '/studio/structure', '/studio/structure/article;article-1']) {
    const response = await get(path)
    expect(await response.text()).toContain(NOW)
    expect(response.headers.get('cache-control')).toBe('no-cache')
  }
})

it.each([NOW, BEFORE])('a window of either build gets its script %s', async (script) => {
  const response = await get(`/studio/static/${script}`)
  expect(response.status).toBe(200)
  expect(await response.text()).toBe(`// ${script}`)
  expect(response.headers.get('cache-control')).toMatch(/immutable/)
})

it('the first build has none before it, and nothing is said about that', async () => {
  const said = vi.spyOn(console, 'error')
  const studioBuildBefore = join(temporaryFolder(), 'missing')
  const first = createPages({
    site: async () => new Response(),
    studioBuild: buildWith(NOW),
    studioBuildBefore,
  })
  const script = await first(new Request(`http://127.0.0.1/studio/static/${NOW}`))
  expect(script.status).toBe(200)
  expect(said).not.toHaveBeenCalled()
})

it('a script of neither build does not exist, and is not the page', async () => {
  const response = await get('/studio/static/sanity-Ccccccc3.js')
  expect(response.status).toBe(404)
})

it('a service worker answers for the studio, whose address has no slash at its end', async () => {
  const folder = buildWith(NOW)
  writeFileSync(join(folder, 'service-worker.js'), '// serves')
  const worker = createPages({site: async () => new Response(), studioBuild: folder})
  const response = await worker(new Request('http://127.0.0.1/studio/service-worker.js'))
  expect(await response.text()).toBe('// serves')
  expect(response.headers.get('service-worker-allowed')).toBe('/studio')
  expect(response.headers.get('cache-control')).toBe('no-cache')
  expect(response.headers.get('content-type')).toMatch(/^text\/javascript/)
})

it.each(['a release without one', 'a newsroom that keeps nothing'])(
  'a browser with a service worker loses it in %s',
  async (where) => {
    const folder = buildWith(NOW)
    if (where === 'a newsroom that keeps nothing') {
      writeFileSync(join(folder, 'service-worker.js'), '// serves')
      vi.stubEnv('SANITY_STUDIO_OFFLINE', 'off')
    }
    const release = createPages({site: async () => new Response(), studioBuild: folder})
    const response = await release(new Request('http://127.0.0.1/studio/service-worker.js'))
    vi.unstubAllEnvs()
    const done: string[] = []
    const listeners = new Map<string, (event: {waitUntil: (work: unknown) => void}) => void>()
    const browser = {
      caches: {
        keys: async () => ['copydesk-studio-a', 'other'],
        delete: async (name: string) => done.push(name),
      },
      registration: {unregister: async () => done.push('unregistered')},
      skipWaiting: () => done.push('at once'),
      addEventListener: (type: string, listener: never) => listeners.set(type, listener),
    }
    runInNewContext(await response.text(), browser)
    let work: unknown
    for (const type of ['install', 'activate']) {
      listeners.get(type)?.({waitUntil: (begun) => (work = begun)})
    }
    await work
    expect(done).toEqual(['at once', 'copydesk-studio-a', 'unregistered'])
  },
)
