// Sitemaps, robots.txt, the manifest and the mark.
import * as robotsParser from 'robots-parser'
import sharp from 'sharp'
import {expect, test} from 'vitest'
import {LISTS} from '../../../site/views/views.ts'
import {article, newsroom, photo, photoUse} from '../support/fixtures.ts'
import {attribute, tags} from '../support/html.ts'
import {seedDocuments} from '../support/seed.ts'
import {visit} from '../support/visit.ts'
import {MANIFEST} from './rules/manifest.ts'
import {ask, jsonAt, formatsSite, NOW, textAt} from './support/ask-format.ts'
import {richNewsroom} from './support/rich-newsroom.ts'
import {xmlProblems} from './support/validate-xml.ts'

const ORIGIN = 'http://127.0.0.1:3333'
const HOUR = 3_600_000
const lists = LISTS.map(({path}) => path)

/** As the package exports it; its typings say otherwise. */
const parseRobots = (
  robotsParser as unknown as {
    default(
      url: string,
      contents: string,
    ): Record<'isAllowed' | 'isDisallowed', (url: string, agent: string) => boolean> & {
      getSitemaps(): string[]
    }
  }
).default

const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc)

/** The addresses in all files that the sitemap lists. */
async function addressesIn(site: ReturnType<typeof formatsSite>): Promise<string[]> {
  const index = await textAt(site, '/sitemap.xml')
  expect(await xmlProblems(index, 'sitemap.xsd')).toEqual([])
  const found: string[] = []
  for (const file of locations(index)) {
    const xml = await textAt(site, file ?? '')
    expect(await xmlProblems(xml, 'sitemap.xsd'), file).toEqual([])
    found.push(...locations(xml).map(String))
  }
  return found
}

test('the sitemaps name every page once, and when an article or a photo was last changed', async () => {
  const site = formatsSite(
    richNewsroom(
      {},
      article('hidden', {seo: {noIndex: true}}),
      article('elsewhere', {seo: {canonicalUrl: 'https://example.org/first'}}),
      article('uncredited', {leadPhoto: photoUse('blank'), seo: {noIndex: true}}),
      photo('blank', {creditLine: ' '}),
      article('lost', {leadPhoto: photoUse('gone'), seo: {noIndex: true}}),
      photo('gone').slice(0, 1),
      photo('unused'),
    ),
  )
  expect(locations(await textAt(site, '/sitemap.xml'))).toEqual(
    ['pages', '1', 'photos-1'].map((name) => `${ORIGIN}/sitemap-${name}.xml`),
  )
  expect(await addressesIn(site)).toEqual(
    [
      '/',
      '/section/politics',
      '/topic/trade',
      '/author/ada-byrne',
      ...lists,
      '/sources',
      '/source/source-green',
      '/corrections',
      '/policies',
      '/article/piece',
      '/photo/inside',
      '/photo/lead',
    ].map((path) => `${ORIGIN}${path}`),
  )
  expect(await textAt(site, '/sitemap-1.xml')).toContain(
    '<lastmod>2026-04-02T15:30:00.000Z</lastmod>',
  )
  const photos = await textAt(site, '/sitemap-photos-1.xml')
  expect(photos).toMatch(
    /<loc>[^<]*\/photo\/lead<\/loc><lastmod>2026-01-01T00:00:00.000Z<\/lastmod><image:image><image:loc>http:\/\/127\.0\.0\.1:3333\/images\/[^<]*w=1200&amp;[^<]*<\/image:loc><\/image:image>/,
  )
})

test('a newsroom that has published nothing has a sitemap, too', async () => {
  expect(await addressesIn(formatsSite([]))).toEqual(
    ['/', ...lists, '/sources', '/corrections'].map((path) => `${ORIGIN}${path}`),
  )
})

test(
  'every address in them is a page, and may be read and kept by search engines',
  {tags: ['full']},
  async () => {
    const site = formatsSite(seedDocuments())
    const found = await addressesIn(site)
    expect(found.length).toBeGreaterThan(50)
    expect(new Set(found).size).toBe(found.length)
    const robots = parseRobots(`${ORIGIN}/robots.txt`, await textAt(site, '/robots.txt'))
    for (const address of found) {
      const response = await ask(site, address)
      expect(response.status, address).toBe(200)
      expect(await response.text(), address).toContain(`<link rel="canonical" href="${address}"/>`)
      expect(robots.isAllowed(address, 'Googlebot'), address).toBe(true)
    }
  },
)

test(
  'each file holds 5,000 articles or photos; together they name all of them',
  {tags: ['full'], timeout: 30_000},
  async () => {
    const articles = Array.from({length: 5001}, (_, index) =>
      article(`a${index}`, {
        firstPublishedAt: new Date(NOW - index * HOUR).toISOString(),
        leadPhoto: photoUse(`p${index}`),
      }),
    )
    const photos = Array.from({length: 5001}, (_, index) => photo(`p${index}`))
    const site = formatsSite(newsroom(...articles, ...photos))
    expect(locations(await textAt(site, '/sitemap.xml'))).toEqual(
      ['pages', '1', '2', 'photos-1', 'photos-2'].map((name) => `${ORIGIN}/sitemap-${name}.xml`),
    )
    const named = await addressesIn(site)
    expect(named.filter((address) => address.includes('/article/'))).toHaveLength(5001)
    expect(named.filter((address) => address.includes('/photo/'))).toHaveLength(5001)
    expect(new Set(named).size).toBe(named.length)
    // The newest stand in the last file: the first stays as it is.
    expect(locations(await textAt(site, '/sitemap-2.xml'))).toEqual([`${ORIGIN}/article/a0`])
    for (const page of ['/sitemap-0.xml', '/sitemap-3.xml', '/sitemap-photos-3.xml'])
      expect((await ask(site, page)).status).toBe(404)
  },
)

test('the sitemap for news holds the last 48 hours and no advertisement', async () => {
  const at = (hours: number) => ({firstPublishedAt: new Date(NOW - hours * HOUR).toISOString()})
  const site = formatsSite(
    newsroom(
      article('now', {...at(0), headline: 'A & B'}),
      article('yesterday', {...at(47.9), language: 'ja'}),
      article('mandarin', {...at(47), language: 'zh-TW'}),
      article('old', at(48.1)),
      article('paid', {...at(1), articleType: 'sponsored'}),
      article('hidden', {...at(1), seo: {noIndex: true}}),
      // As an import can leave it.
      article('undated', {displayDate: 'some day'}),
    ),
  )
  const xml = await textAt(site, '/sitemap-news.xml')
  expect(await xmlProblems(xml, 'sitemap.xsd')).toEqual([])
  expect(locations(xml)).toEqual(
    ['now', 'mandarin', 'yesterday'].map((slug) => `${ORIGIN}/article/${slug}`),
  )
  expect(xml).toContain('<news:title>A &amp; B</news:title>')
  expect(xml).toContain('<news:name>The Test Post</news:name>')
  expect([...xml.matchAll(/<news:language>(.*?)</g)].map(([, code]) => code)).toEqual([
    'en',
    'zh-tw',
    'ja',
  ])
})

test('robots may read what readers may, and learn where the lists are', async () => {
  const site = formatsSite(richNewsroom())
  const robots = parseRobots(`${ORIGIN}/robots.txt`, await textAt(site, '/robots.txt'))
  for (const path of ['/', '/article/piece', '/feed.xml', '/images/copydesk/production/x.jpg'])
    expect(robots.isAllowed(ORIGIN + path, 'Googlebot'), path).toBe(true)
  for (const path of [
    '/preview/article/piece',
    '/preview/link/x',
    '/studio',
    '/studio/structure',
    '/login',
    '/sign-in/x',
  ])
    expect(robots.isDisallowed(ORIGIN + path, 'Googlebot'), path).toBe(true)
  expect(robots.getSitemaps()).toEqual([`${ORIGIN}/sitemap.xml`, `${ORIGIN}/sitemap-news.xml`])
})

test('robots.txt is there when the lake is not: without it a robot stays away', async () => {
  const site = formatsSite([], {client: {fetch: () => Promise.reject(new Error('down'))}})
  expect((await ask(site, '/robots.txt')).status).toBe(200)
  expect((await ask(site, '/favicon.ico')).status).toBe(200)
})

test('the manifest keeps to its format, and its icons are what it says', async () => {
  const site = formatsSite(richNewsroom())
  const {html} = await visit(site, '/')
  const link = tags(html, 'link').find((tag) => attribute(tag, 'rel') === 'manifest')
  const manifest = MANIFEST.parse(await jsonAt(site, attribute(link ?? '', 'href') ?? ''))
  expect(manifest).toMatchObject({name: 'The Test Post', lang: 'en-GB', dir: 'ltr'})
  for (const {src, sizes, type} of manifest.icons) {
    const response = await ask(site, src)
    expect(response.headers.get('content-type')?.split(';')[0]).toBe(type)
    const {format, width, height} = await sharp(await response.arrayBuffer()).metadata()
    expect(`image/${format === 'svg' ? 'svg+xml' : format}`).toBe(type)
    if (sizes !== 'any') expect(`${width}x${height}`).toBe(sizes)
  }
})

test('the mark’s pixels are those of its drawing', async () => {
  const site = formatsSite([])
  const png = await (await ask(site, '/icon-192.png')).arrayBuffer()
  const svg = await (await ask(site, '/icon.svg')).arrayBuffer()
  const pixels = await sharp(png).ensureAlpha().raw().toBuffer()
  const drawn = await sharp(Buffer.from(svg), {density: 72 * 12})
    .resize(192, 192)
    .ensureAlpha()
    .raw()
    .toBuffer()
  expect(pixels.length).toBe(192 * 192 * 4)
  const far = pixels.filter((value, index) => Math.abs(value - (drawn[index] ?? 0)) > 64).length
  expect(far / pixels.length).toBeLessThan(0.01)
})

test('the old name of an icon is an ICO file with the mark in it', async () => {
  const response = await ask(formatsSite([]), '/favicon.ico')
  expect(response.headers.get('content-type')).toBe('image/x-icon')
  const file = Buffer.from(await response.arrayBuffer())
  expect(file.subarray(0, 4)).toEqual(Buffer.from([0, 0, 1, 0]))
  const png = file.subarray(file.readUInt32LE(18))
  expect(png.length).toBe(file.readUInt32LE(14))
  expect(await sharp(png).metadata()).toMatchObject({format: 'png', width: 32, height: 32})
})
