import {expect, test} from 'vitest'
import {attribute, tags} from '../support/html.ts'
import {visit} from '../support/visit.ts'
import {OEMBED} from './rules/oembed.ts'
import {ask, jsonAt, formatsSite, oembedPath, textAt} from './support/ask-format.ts'
import {richNewsroom} from './support/rich-newsroom.ts'
import {xmlProblems} from './support/validate-xml.ts'

const ORIGIN = 'http://127.0.0.1:3333'
const ADDRESS = `${ORIGIN}/article/piece`
const site = formatsSite(richNewsroom({previousSlugs: ['former']}))

test('a link to an article has a title, a writer and a picture with its credit', async () => {
  const answer = OEMBED.parse(await jsonAt(site, oembedPath(ADDRESS)))
  expect(answer).toMatchObject({
    title: 'Headline of piece',
    description: 'Standfirst of piece',
    author_name: 'Ada Byrne',
    author_url: `${ORIGIN}/author/ada-byrne`,
    provider_name: 'The Test Post',
    thumbnail_width: 1200,
    thumbnail_height: 800,
    thumbnail_credit: '(© Sankei by Yasuto Tanaka)',
  })
  expect(await jsonAt(site, oembedPath(ADDRESS, '&format=json'))).toEqual(answer)
})

test('the same as XML', async () => {
  const xml = await textAt(site, oembedPath(ADDRESS, '&format=xml'))
  expect(await xmlProblems(xml, 'oembed.xsd')).toEqual([])
  expect(xml).toContain('<title>Headline of piece</title>')
  const response = await ask(site, oembedPath(ADDRESS, '&format=xml'))
  expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8')
})

test.each([
  ['&maxwidth=300', 300, 200],
  ['&maxheight=100', 150, 100],
  ['&maxwidth=90&maxheight=600', 90, 60],
  ['&maxwidth=nonsense', 1200, 800],
])('the picture fits into the room there is: %s', async (room, width, height) => {
  expect(OEMBED.parse(await jsonAt(site, oembedPath(ADDRESS, room)))).toMatchObject({
    thumbnail_width: width,
    thumbnail_height: height,
  })
})

test('where there is no room for a picture there is none', async () => {
  const answer = OEMBED.parse(await jsonAt(site, oembedPath(ADDRESS, '&maxwidth=0')))
  expect(answer).not.toHaveProperty('thumbnail_url')
})

test('a former address is known, too', async () => {
  const answer = await jsonAt(site, oembedPath(`${ORIGIN}/article/former`))
  expect(answer.title).toBe('Headline of piece')
})

test.each([
  `${ORIGIN}/article/none`,
  `${ORIGIN}/section/politics`,
  'https://evil.example/article/piece',
  `${ORIGIN}/article/%E0%A4%A`,
  'no address',
  '',
])('there is nothing to show of %s', async (address) => {
  expect((await ask(site, oembedPath(address))).status).toBe(404)
})

test('another format is not implemented', async () => {
  expect((await ask(site, oembedPath(ADDRESS, '&format=yaml'))).status).toBe(501)
})

test('an article’s page says where to ask', async () => {
  const {html} = await visit(site, '/article/piece')
  const links = tags(html, 'link').filter((tag) => attribute(tag, 'type')?.endsWith('+oembed'))
  expect(links.map((tag) => attribute(tag, 'type'))).toEqual([
    'application/json+oembed',
    'text/xml+oembed',
  ])
  for (const tag of links) expect((await ask(site, attribute(tag, 'href') ?? '')).status).toBe(200)
})
