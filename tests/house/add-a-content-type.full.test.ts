// docs/add-a-content-type.md, followed word for word in a copy of the project: the newsroom with a reviewed podcast and an
// unreviewed recipe starts, and one of each is published.
import {execFile} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {promisify} from 'node:util'
import type {SanityClient} from '@sanity/client'
import {parseAtomFeed, parseJsonFeed, parseRssFeed} from 'feedsmith'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {launchBrowser} from '../../scripts/browser.ts'
import {ROOT} from '../../server/paths.ts'
import {follow, stepsOf} from '../support/document-files.ts'
import {newsroomClient, sessionClient} from '../support/newsroom-client.ts'
import {signInAll} from '../support/prepared-newsroom.ts'
import {copyProject} from '../support/project-copy.ts'
import {startServer, type ServerProcess} from '../support/server-process.ts'
import {wave} from '../support/wav-file.ts'
import {placesOf} from '../site/support/marks.ts'
import {temporaryFolder} from './support.ts'

const STEPS = stepsOf(readFileSync(join(ROOT, 'docs/add-a-content-type.md'), 'utf8'))
const filesOf = (chapter: string) => [
  ...new Set(STEPS.filter((step) => step.chapter.startsWith(chapter)).map(({file}) => file)),
]
const linesOf = (file: string) => readFileSync(join(project, file), 'utf8').split('\n').length

const project = temporaryFolder()
let server: ServerProcess

/** Runs one of the copy's own programs. Rejects with its output if it fails. */
async function run(...args: string[]): Promise<string> {
  const {
    NODE_OPTIONS: _,
    VITEST: __,
    VITEST_MODE: ___,
    NODE_COMPILE_CACHE: ____,
    ...env
  } = process.env
  const {stdout} = await promisify(execFile)(process.execPath, args, {cwd: project, env})
  return stdout
}

beforeAll(async () => {
  copyProject(project)
  for (const step of STEPS) follow(project, step)
  await run('scripts/run.mjs', 'typegen')
}, 120_000)

describe('the steps of the page', () => {
  it('create or change six files for a podcast and two for a recipe, none of them long', () => {
    expect(filesOf('A reviewed type')).toHaveLength(6)
    expect(filesOf('An unreviewed type')).toHaveLength(2)
    for (const file of [...filesOf('A reviewed type'), ...filesOf('An unreviewed type')])
      expect(linesOf(file), file).toBeLessThanOrEqual(250)
  })

  it('compiles, is formatted, and passes its own test', {timeout: 180_000}, async () => {
    await run('node_modules/typescript/bin/tsc', '-p', '.')
    await run('node_modules/oxfmt/bin/oxfmt', '--check', ...filesOf(''))
    await run(
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      'unit',
      'tests/site/podcast.test.ts',
    )
  })
})

describe('the resulting newsroom', () => {
  let origin: string
  let journalist: SanityClient
  let editor: SanityClient
  let publisher: SanityClient
  let reader: SanityClient
  let audio: {_id: string; path: string; size: number}
  const recording = wave()

  beforeAll(async () => {
    server = await startServer(join(temporaryFolder(), 'data'), {}, project)
    origin = server.origin
    const sessions = await signInAll(server.links)
    const clientOf = (name: string) => sessionClient(origin, sessions[name] ?? '')
    journalist = clientOf('Ingrid Vassall')
    editor = clientOf('Hester Brandwick')
    publisher = clientOf('Samuel Okonjo-Reeve')
    reader = newsroomClient(origin)
  }, 180_000)
  afterAll(() => server?.stop())

  const perform = (client: SanityClient, act: string, more: object = {}) =>
    client.request({
      url: '/acts/production',
      method: 'POST',
      body: {act, articleId: 'tide', ...more},
    })
  const refusal = async (attempt: Promise<unknown>): Promise<string[]> => {
    const error = await attempt.then(
      () => undefined,
      (reason: {response: {body: {error: {reasons: {code: string}[]}}}}) => reason,
    )
    return (error?.response.body.error.reasons ?? []).map(({code}) => code)
  }
  const pageAt = async (path: string) => {
    const response = await fetch(origin + path, {redirect: 'manual'})
    return {response, text: await response.text()}
  }

  it('lets a journalist upload a recording and write a podcast, which readers do not see', async () => {
    const [host, section] = await Promise.all([
      journalist.fetch<string>(
        '*[_type == "author" && !(_id in path("drafts.**"))]|order(_id)[0]._id',
      ),
      journalist.fetch<string>(
        '*[_type == "section" && !(_id in path("drafts.**"))]|order(_id)[0]._id',
      ),
    ])
    audio = await journalist.assets.upload('file', recording, {filename: 'The tide.wav'})
    expect(audio).toMatchObject({mimeType: 'audio/wav', size: recording.length})
    await journalist.create({
      _id: 'drafts.tide',
      _type: 'podcast',
      title: 'The tide',
      summary: 'A night at the barrier.',
      slug: {_type: 'slug', current: 'the-tide'},
      section: {_type: 'reference', _ref: section},
      hosts: [{_type: 'reference', _key: 'a', _ref: host}],
      audio: {_type: 'file', asset: {_type: 'reference', _ref: audio._id}},
      language: 'en-GB',
    })
    expect(await reader.fetch('*[_type == "podcast"]')).toEqual([])
    expect((await pageAt('/podcast/the-tide')).response.status).toBe(404)
  })

  it('publishes it only after an approval by somebody who did not write it', async () => {
    await perform(journalist, 'submit')
    await editor.patch('drafts.tide').set({summary: 'A night at the barrier, by ear.'}).commit()
    const draft = await publisher.getDocument('drafts.tide')
    const ifRevision = draft?._rev
    expect(await refusal(perform(journalist, 'approve', {ifRevision}))).toContain('roleMissing')
    expect(await refusal(perform(editor, 'approve', {ifRevision}))).toContain('fourEyesChanged')
    expect(await refusal(perform(publisher, 'publish'))).toContain('notApproved')
    await perform(publisher, 'approve', {ifRevision})
    await perform(publisher, 'publish')
    expect(await reader.fetch('*[_type == "podcast"].title')).toEqual(['The tide'])
  })

  it('shows it on its page and in the list, where it plays', async () => {
    const {response, text} = await pageAt('/podcast/the-tide')
    expect(response.status).toBe(200)
    expect(text).toContain('A night at the barrier, by ear.')
    const source = /<audio class="player"[^>]* src="([^"]+)"/.exec(text)?.[1] ?? ''
    expect(response.headers.get('content-security-policy')).toContain("media-src 'self'")
    const part = await fetch(origin + source, {headers: {range: 'bytes=44-143'}})
    expect(part.status).toBe(206)
    expect(part.headers.get('content-type')).toBe('audio/wav')
    expect(part.headers.get('content-disposition')).toMatch(/^inline/)
    expect(part.headers.get('content-range')).toBe(`bytes 44-143/${recording.length}`)
    expect(Buffer.from(await part.arrayBuffer())).toEqual(recording.subarray(44, 144))
    expect((await pageAt('/podcasts')).text).toContain('<a href="/podcast/the-tide">The tide</a>')
  })

  it('plays it in a browser, on its page and at its own address', async () => {
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage()
      for (const path of ['/podcast/the-tide', `/${audio.path}`]) {
        await page.goto(origin + path)
        const length = await page.locator('audio, video').evaluate(async (player) => {
          const media = player as HTMLMediaElement
          media.muted = true
          await media.play()
          return media.duration
        })
        expect(length, path).toBeCloseTo(0.1)
      }
    } finally {
      await browser.close()
    }
  })

  it.each(['', '/podcasts'])('encloses it in the feeds of “%s”', async (base) => {
    const url = `${origin}/${audio.path}`
    const [rss, atom, json] = await Promise.all(
      ['xml', 'atom', 'json'].map(async (form) => (await pageAt(`${base}/feed.${form}`)).text),
    )
    const size = recording.length
    const item = parseRssFeed(rss ?? '').items?.find(({title}) => title === 'The tide')
    expect(item?.enclosures).toEqual([{url, length: size, type: 'audio/wav'}])
    const entry = parseAtomFeed(atom ?? '').entries?.find(({links}) =>
      links?.some(({rel}) => rel === 'enclosure'),
    )
    expect(entry?.links).toContainEqual({
      rel: 'enclosure',
      href: url,
      length: size,
      type: 'audio/wav',
    })
    const attached = parseJsonFeed(json ?? '').items?.flatMap(({attachments}) => attachments ?? [])
    expect(attached).toEqual([{url, mime_type: 'audio/wav', size_in_bytes: size}])
  })

  it('shows staff the draft, and nobody else', async () => {
    await journalist.create({_id: 'drafts.next', _type: 'podcast', title: 'The next tide'})
    expect((await pageAt('/preview/podcast/next')).response.status).toBe(302)
    const {cookie} = journalist.config().headers ?? {}
    const draft = async (search = '') => {
      const headers = {cookie: String(cookie)}
      return (await fetch(`${origin}/preview/podcast/next${search}`, {headers})).text()
    }
    expect(await draft()).toContain('The next tide')
    const places = placesOf(await draft('?sanity-preview-perspective=drafts'))
    expect(places).toContainEqual(expect.stringMatching(/^podcast .*next title$/))
  })

  it('shows the draft and its recording to somebody with a shared link', async () => {
    await journalist
      .patch('drafts.next')
      .set({audio: {_type: 'file', asset: {_type: 'reference', _ref: audio._id}}})
      .commit()
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
    const terms = {articleId: 'next', recipient: 'A lawyer', expiresAt}
    await perform(editor, 'sharePreview', terms)
    const link = await editor.fetch<string>(
      '*[_type == "previewLink" && article._ref == "next"][0]._id',
    )
    const {secret} = await editor.request<{secret: string}>({url: `/passes/production/${link}`})
    const {text} = await pageAt(`/preview/link/${secret}`)
    expect(text).toContain('shows this podcast to A lawyer')
    expect(text).toContain(`src="/${audio.path}?pass=${secret}"`)
  })

  it('shows that it was withdrawn, and no longer at the article’s address', async () => {
    await perform(publisher, 'withdraw', {note: 'Somebody did not want to be heard.'})
    const {response, text} = await pageAt('/podcast/the-tide')
    expect(response.status).toBe(410)
    expect(text).toContain('We withdrew this podcast')
    expect(text).toContain('Somebody did not want to be heard.')
    expect((await pageAt('/article/the-tide')).response.status).toBe(404)
  })

  it('lets an editor publish a recipe without a review, and readers read it', async () => {
    await journalist.create({
      _id: 'drafts.soup',
      _type: 'recipe',
      title: 'Eel soup',
      ingredients: ['1 eel'],
    })
    expect(await reader.fetch('*[_type == "recipe"]')).toEqual([])
    const publish = {
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.soup',
      publishedId: 'soup',
    } as const
    await expect(journalist.action(publish)).rejects.toMatchObject({statusCode: 403})
    await editor.action(publish)
    expect(await reader.fetch('*[_type == "recipe"].title')).toEqual(['Eel soup'])
  })
})
