// SITE=off: what is left of the pages.
import {describe, expect, it, onTestFinished, test} from 'vitest'
import {readEnvironment} from '../../server/environment.ts'
import {startNewsroom} from '../../server/newsroom.ts'
import {withoutSite} from '../../server/without-site.ts'
import {noFront, temporaryFolder} from './support.ts'

const pages = withoutSite(() => new Response('a page'))
const get = async (path: string): Promise<Response> =>
  await pages(new Request(`https://desk.example${path}`))

describe('without a site', () => {
  test('the studio learns from its page that there is no site', async () => {
    const html = '<html><head><title>Studio</title></head></html>'
    const studio = withoutSite(
      () =>
        new Response(html, {headers: {'content-type': 'text/html; charset=utf-8', etag: '"a"'}}),
    )
    const told = await studio(new Request('https://desk.example/studio/structure'))
    expect(await told.text()).toBe(
      '<html><head><title>Studio</title><meta name="copydesk-site" content="off"></head></html>',
    )
    expect(told.headers.get('etag')).toBe('"a"')
    const preview = await studio(new Request('https://desk.example/preview/article/a'))
    expect(await preview.text()).toBe(html)
  })

  test.each([
    '/studio',
    '/studio/structure',
    '/preview/article/a',
    '/preview/link/b',
    '/_site/a.css',
  ])('%s is there', async (path) => expect(await (await get(path)).text()).toBe('a page'))

  test.each(['/article/a', '/feed.xml', '/sitemap.xml', '/search?q=a', '/studios', '/previews/a'])(
    '%s is not',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBe(404)
      expect(await response.text()).not.toContain('a page')
    },
  )

  it('leads to the studio, and search engines away', async () => {
    const home = await get('/')
    expect([home.status, home.headers.get('location')]).toEqual([302, '/studio'])
    expect(await (await get('/robots.txt')).text()).toBe('User-agent: *\nDisallow: /\n')
  })

  it('the newsroom answers its API as before, and names no site', async () => {
    const environment = readEnvironment({PORT: '0', SITE: 'off', COPYDESK_DATA: temporaryFolder()})
    const said: string[] = []
    const say = (line: string) => void said.push(line)
    const options = {demonstration: false, frontMaker: noFront}
    const newsroom = await startNewsroom(environment, say, options)
    onTestFinished(() => newsroom.close())
    expect(said.join('\n')).toContain(`Studio  ${newsroom.origin}/studio`)
    expect(said.join('\n')).not.toContain('Site ')
    const home = await fetch(newsroom.origin, {redirect: 'manual'})
    expect(home.headers.get('location')).toBe('/studio')
    const query = await fetch(`${newsroom.origin}/v2025-02-19/data/query/production?query=1`)
    expect(await query.json()).toMatchObject({result: 1})
  })
})
