// The built studio, as the server hands it out.
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
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
