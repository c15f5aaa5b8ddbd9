// GROQ feeds any front end: the same answer to a plain request, a page of another origin, the client
// and Vision in the studio.
import {createClient} from '@sanity/client'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openNewsroom, type Newsroom} from '../support/newsroom.ts'

// Sections have no drafts, so that Vision, which shows staff the drafts, must give the same answer.
const QUERY =
  '*[_type == "section" && defined(slug.current)] | order(title asc) {title, "slug": slug.current, "live": count(*[_type == "article" && references(^._id) && _id == "article-two-sessions"])}'

let newsroom: Newsroom
let elsewhere: Server
beforeAll(async () => {
  newsroom = await openNewsroom()
  elsewhere = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><title>Another front end</title>')
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  elsewhere.close()
  await newsroom.close()
})

const address = () =>
  `${newsroom.origin}/v2025-02-19/data/query/production?query=${encodeURIComponent(QUERY)}`

const plain = async (): Promise<unknown> => {
  const response = await fetch(address())
  expect(response.status).toBe(200)
  return ((await response.json()) as {result: unknown}).result
}

describe('one query, any front end', () => {
  it('answers a plain request', async () => {
    const result = (await plain()) as {title: string; live: number}[]
    expect(result).toHaveLength(5)
    expect(result.map(({live}) => live).toSorted()).toEqual([0, 0, 0, 0, 1])
  })

  it('gives a page of another origin the same', async () => {
    const page = await newsroom.browser.newPage()
    await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`)
    const result: unknown = await page.evaluate(
      async (url) => (await (await fetch(url)).json()).result,
      address(),
    )
    expect(result).toEqual(await plain())
    await page.close()
  })

  it('gives @sanity/client the same', async () => {
    const client = createClient({
      projectId: 'copydesk',
      dataset: 'production',
      apiHost: newsroom.origin,
      useProjectHostname: false,
      useCdn: false,
      apiVersion: '2025-02-19',
    })
    expect(await client.fetch(QUERY)).toEqual(await plain())
  })

  it(
    'gives the same for a token that a command made while the server runs',
    {tags: ['full']},
    async () => {
      const token = await newsroom.copydesk('token', 'create', '--role', 'editor', '--name', 'bot')
      expect(token).toMatch(/^\S+$/)
      const ask = (authorization?: string) =>
        fetch(
          `${newsroom.origin}/v2025-02-19/data/query/production?perspective=raw&query=${encodeURIComponent('count(*[_id in path("drafts.**")])')}`,
          {headers: authorization ? {authorization} : {}},
        ).then((response) => response.json() as Promise<{result: number}>)
      expect((await ask(`Bearer ${token}`)).result).toBeGreaterThan(0)
      expect((await ask()).result).toBe(0)
    },
  )

  it('gives Vision in the studio the same, for developers', async () => {
    const {page, context, problems} = await newsroom.signIn('Wen Castellan')
    await page.goto(`${newsroom.origin}/studio/vision`)
    const editor = page.locator('.cm-content').first()
    await editor.waitFor()
    await editor.fill(QUERY)
    const answer = page.waitForResponse(
      (response) =>
        response.url().includes('/data/query/production') &&
        (response.request().postData() ?? response.url()).includes('defined'),
    )
    await page.getByRole('button', {name: 'Fetch'}).click()
    const {result} = (await (await answer).json()) as {result: unknown}
    expect(result).toEqual(await plain())
    const [first] = result as {title: string}[]
    await page
      .getByText(first?.title ?? '', {exact: false})
      .first()
      .waitFor()
    expect(problems).toEqual([])
    await context.close()
  })

  it('does not show Vision to a journalist', {tags: ['full']}, async () => {
    const {page, context} = await newsroom.signIn('Tomas Ardley', {path: '/studio'})
    await page.getByRole('button', {name: 'Create new document'}).waitFor()
    expect(await page.getByText('Vision', {exact: true}).count()).toBe(0)
    await context.close()
  })
})
