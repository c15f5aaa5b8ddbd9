// The projects of examples/, installed, built and started as their READMEs say, against a newsroom.
import {spawn, type ChildProcess} from 'node:child_process'
import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import type {TestLake} from '../support/lake.ts'
import {EXAMPLES, run} from './run.ts'
import {startSeededLake} from './seeded-lake.ts'

// Not among the newest five, which the example for Next.js builds in advance.
const SLUG = 'nine-chairs-none-of-them-from-ostrey'
const NEWEST = 'the-night-the-barrier-shut-itself'

const LATER = 'Written after the build and before the start.'

interface Framework {
  /** The command of `npm start`, with the Node of these tests. */
  start: string[]
  /** The header that says whether a page was cached. */
  cache: string
  tags: string[]
}
const FRAMEWORKS: Record<string, Framework> = {
  astro: {start: ['dist/server/entry.mjs'], cache: 'x-astro-cache', tags: []},
  // Its build takes minutes.
  next: {
    start: ['node_modules/next/dist/bin/next', 'start'],
    cache: 'x-nextjs-cache',
    tags: ['soak'],
  },
}

/** How long npm and a framework's build may take on a slow machine, in milliseconds. */
const INSTALL_AND_BUILD = 240_000

for (const [name, {start, cache, tags}] of Object.entries(FRAMEWORKS))
  describe(`examples/${name}`, {tags}, () => {
    let lake: TestLake
    let folder: string
    let server: ChildProcess | undefined
    let origin: string

    beforeAll(async () => {
      lake = await startSeededLake()
      folder = mkdtempSync(join(tmpdir(), `copydesk-${name}-`))
      const left = /[/\\](node_modules|dist|\.next|\.astro)([/\\]|$)/
      const from = join(EXAMPLES, name)
      cpSync(from, folder, {recursive: true, filter: (path) => !left.test(path.slice(from.length))})
      for (const args of [
        ['ci', '--no-audit', '--no-fund'],
        ['run', 'build'],
      ]) {
        const {code, output, errors} = await run('npm', args, {cwd: folder, lake: lake.origin})
        if (code !== 0) throw new Error(`npm ${args.join(' ')}: ${output}\n${errors}`)
      }
      await lake
        .client('importer')
        .patch({query: '*[slug.current == $slug]', params: {slug: NEWEST}})
        .set({dek: LATER})
        .commit()
      const port = await freePort()
      origin = `http://127.0.0.1:${port}`
      server = spawn(process.execPath, start, {
        cwd: folder,
        stdio: 'ignore',
        env: {
          ...process.env,
          NODE_ENV: 'production',
          NEXT_TELEMETRY_DISABLED: '1',
          LAKE: lake.origin,
          HOST: '127.0.0.1',
          PORT: String(port),
        },
      })
      await vi.waitFor(async () => expect((await fetch(origin)).status).toBe(200), {
        timeout: 30_000,
        interval: 100,
      })
    }, INSTALL_AND_BUILD)
    afterAll(async () => {
      if (server && server.exitCode === null) {
        const ended = new Promise((resolve) => server?.once('exit', resolve))
        server.kill('SIGTERM')
        await ended
      }
      await lake.close()
      rmSync(folder, {recursive: true, force: true})
    })

    const page = async (path: string): Promise<string> => (await fetch(origin + path)).text()
    const amend = (set: Record<string, unknown>) =>
      lake
        .client('importer')
        .patch({query: '*[slug.current == $slug]', params: {slug: SLUG}})
        .set(set)
        .commit()

    it('shows what was written between its build and its start', async () => {
      for (const path of ['/', `/articles/${NEWEST}`])
        await expect.poll(() => page(path), {timeout: 5_000}).toContain(LATER)
    })

    it('lists the articles', async () => {
      const text = await page('/')
      expect(text.match(/<li/g)?.length).toBeGreaterThanOrEqual(10)
      expect(text).toContain(`href="/articles/${SLUG}"`)
      expect(text).toContain(`href="/articles/${NEWEST}"`)
    })

    it.each([SLUG, NEWEST])('shows /articles/%s with text, credits and speakers', async (slug) => {
      const article = await lake.client().fetch<{
        headline: string
        credit: string
        pictures: number
        speakers: string[]
        quotes: number
      }>(
        `*[_type == "article" && slug.current == $slug][0]{
        headline,
        "credit": leadPhoto.photo->creditLine,
        "pictures": 1 + count(body[_type == "photoUse"]),
        "quotes": count(body[_type == "quoteUse"]),
        "speakers": body[_type == "quoteUse"].quote->.speakers[].titleAtTime
      }`,
        {slug},
      )
      const text = await page(`/articles/${slug}`)
      expect(text).toMatch(new RegExp(`<h1[^>]*>${article.headline}</h1>`))
      expect(text).toContain(article.credit)
      // Each element once; a framework's script repeats them as data.
      expect(text.match(/<figure[ >]/g)?.length).toBe(article.pictures)
      expect(text.match(/<blockquote[ >]/g)?.length).toBe(article.quotes)
      const titles = article.speakers.filter(Boolean)
      expect(titles.length).toBeGreaterThan(0)
      for (const title of titles) expect(text).toContain(title)
      expect(text).toContain(`${lake.origin}/images/copydesk/production/`)
    })

    it('answers 404 if nothing is published', async () => {
      expect((await fetch(`${origin}/articles/nothing-here`)).status).toBe(404)
    })

    it('caches a page until one of its dependencies changes, and shows the change at once', async () => {
      const address = `/articles/${SLUG}`
      const kept = () =>
        fetch(origin + address).then(async (response) => {
          await response.text()
          return response.headers.get(cache)
        })
      await expect.poll(kept, {timeout: 10_000}).toBe('HIT')

      const headline = `Changed for ${name}`
      await amend({headline})
      await expect.poll(() => page(address), {timeout: 5_000}).toContain(`${headline}</h1>`)
      await expect.poll(() => page('/'), {timeout: 5_000}).toContain(headline)
      await expect.poll(kept, {timeout: 10_000}).toBe('HIT')
    })

    it('puts no script address into a link, and no text into HTML', async () => {
      const block = {
        _type: 'block',
        _key: 'hostile',
        style: 'normal',
        markDefs: [{_type: 'link', _key: 'bad', href: 'javascript:alert(1)'}],
        children: [
          {_type: 'span', _key: 's', text: '<script>hostile()</script> words', marks: ['bad']},
        ],
      }
      await amend({body: [block]})
      const address = `/articles/${SLUG}`
      await expect
        .poll(() => page(address), {timeout: 5_000})
        .toContain('&lt;script&gt;hostile()&lt;/script&gt; words')
      const text = await page(address)
      expect(text).not.toMatch(/href=["']?javascript:/)
      expect(text).not.toContain('<script>hostile()')
    })
  })

/** A port that was free a moment ago: the frameworks print theirs each in its own way. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const {port} = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
