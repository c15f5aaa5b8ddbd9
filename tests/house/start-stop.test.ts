// The newsroom from its first start to its third: its output, its responses, and how it ends.
import {get} from 'node:http'
import {beforeAll, describe, expect, test} from 'vitest'
import {start, temporaryFolder} from './support.ts'

const links = (output: string): string[] => output.match(/http\S+\/sign-in\/\S+/g) ?? []

/** An event stream that is open: resolves with the first bytes, and tells when it ends. */
function openStream(url: string): Promise<{ended: Promise<void>}> {
  return new Promise((resolve, reject) => {
    get(url, (response) => {
      const ended = new Promise<void>((end) => {
        response.once('close', () => end())
        response.once('error', () => end())
      })
      response.once('data', () => resolve({ended}))
      response.resume()
    }).once('error', reject)
  })
}

describe('a newsroom on a new folder', () => {
  const folder = temporaryFolder()
  const environment = {COPYDESK_DATA: folder, PORT: '0'}
  let first = ''
  let firstCode: number | null = null

  beforeAll(async () => {
    const newsroom = await start(environment)
    first = newsroom.output()
    const {site, studio, api} = newsroom.addresses
    const origin = new URL(site).origin
    expect((await fetch(`${origin}/healthz`)).status).toBe(200)
    expect(await (await fetch(site)).text()).toContain('<article')
    expect(await (await fetch(studio)).text()).toContain('<title>Copydesk</title>')
    const {result} = (await (await fetch(api)).json()) as {result: {headline: string}[]}
    expect(result.length).toBeGreaterThanOrEqual(10)
    for (const {headline} of result) expect(headline).toMatch(/\w/)
    for (const link of links(first)) expect((await fetch(link)).status).toBe(200)

    const stream = await openStream(
      `${origin}/v2025-02-19/data/listen/production?query=${encodeURIComponent('*')}`,
    )
    firstCode = await newsroom.stop('SIGINT')
    await stream.ended
  }, 60_000)

  test('prints seven sign-in links at its first start, one for each of the staff', () => {
    expect(new Set(links(first)).size).toBe(7)
    for (const role of ['Journalist', 'Editor', 'Photo editor', 'Developer', 'Administrator']) {
      expect(first).toContain(`(${role})`)
    }
  })

  test('ends by Ctrl-C with exit code 0 while an event stream is open', () => {
    expect(firstCode).toBe(0)
  })

  test(
    'ends by SIGTERM while a tab of the studio holds its WebSocket open',
    {tags: ['full']},
    async () => {
      const newsroom = await start(environment)
      const {host} = new URL(newsroom.addresses.site)
      const socket = new WebSocket(`ws://${host}/v1/mux`)
      await new Promise((resolve, reject) => {
        socket.addEventListener('open', resolve)
        socket.addEventListener('error', reject)
      })
      const closed = new Promise((resolve) => socket.addEventListener('close', resolve))
      expect(await newsroom.stop('SIGTERM')).toBe(0)
      await closed
    },
  )

  test(
    'starts again without building, without links, with its data',
    {tags: ['full']},
    async () => {
      const newsroom = await start(environment)
      expect(newsroom.output()).not.toContain('Building')
      expect(newsroom.output()).not.toContain('demonstration')
      expect(links(newsroom.output())).toEqual([])
      const {api} = newsroom.addresses
      const {result} = (await (await fetch(api)).json()) as {result: unknown[]}
      expect(result.length).toBeGreaterThanOrEqual(10)
      expect(await newsroom.stop('SIGTERM')).toBe(0)
    },
  )

  test(
    'moves to a new port, and the addresses of its pictures with it',
    {tags: ['full']},
    async () => {
      const newsroom = await start(environment)
      const {origin} = new URL(newsroom.addresses.site)
      const query = encodeURIComponent('*[_type == "sanity.imageAsset"].url')
      const answer = await fetch(`${origin}/v2025-02-19/data/query/production?query=${query}`)
      const pictures = ((await answer.json()) as {result: string[]}).result
      expect(pictures.length).toBeGreaterThan(5)
      expect(first).not.toContain(origin)
      for (const url of pictures) expect(url.startsWith(`${origin}/images/`)).toBe(true)
      expect((await fetch(pictures[0] ?? '')).headers.get('content-type')).toMatch(/^image\//)
      // npm passes on the signal that the terminal has sent to the whole group.
      void newsroom.stop('SIGINT')
      expect(await newsroom.stop('SIGINT')).toBe(0)
    },
  )
})
