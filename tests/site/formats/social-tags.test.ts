// Open Graph (ogp.me) and Twitter's cards: what a shared link shows.
import {expect, test} from 'vitest'
import {article, newsroom, photo, photoUse} from '../support/fixtures.ts'
import {attribute, tags} from '../support/html.ts'
import {imageAsset} from '../support/seed.ts'
import {visit} from '../support/visit.ts'
import {formatsSite} from './support/ask-format.ts'
import {richNewsroom} from './support/rich-newsroom.ts'

const ORIGIN = 'http://127.0.0.1:3333'

async function metaOf(site: ReturnType<typeof formatsSite>, path: string) {
  const {html} = await visit(site, path)
  const found: Record<string, string[]> = {}
  for (const tag of tags(html, 'meta')) {
    const key = attribute(tag, 'property') ?? attribute(tag, 'name')
    if (key) found[key] = [...(found[key] ?? []), attribute(tag, 'content') ?? '']
  }
  return found
}

test('an article has all that a preview shows', async () => {
  const meta = await metaOf(formatsSite(richNewsroom()), '/article/piece')
  expect(meta).toMatchObject({
    'og:title': ['Headline of piece'],
    'og:type': ['article'],
    'og:url': [`${ORIGIN}/article/piece`],
    'og:site_name': ['The Test Post'],
    'og:description': ['Standfirst of piece'],
    'og:locale': ['en_GB'],
    'og:image:width': ['1200'],
    'og:image:height': ['630'],
    'og:image:alt': ['Description of lead'],
    'article:published_time': ['2026-03-04T15:30:00.000Z'],
    'article:modified_time': ['2026-04-02T15:30:00.000Z'],
    'article:author': [`${ORIGIN}/author/ada-byrne`],
    'article:section': ['Politics'],
    'article:tag': ['Trade'],
    'twitter:card': ['summary_large_image'],
    'twitter:site': ['@testpost'],
    'twitter:image:alt': ['Description of lead'],
  })
  expect(meta['og:image']).toEqual([
    expect.stringMatching(new RegExp(`^${ORIGIN}/images/.*rect=.*&w=1200&h=630&fit=crop`)),
  ])
})

test('the picture is cut around its hotspot; a map or a chart is not cut', async () => {
  const hotspot = {x: 0.5, y: 0.1, width: 0.2, height: 0.2}
  const lead = photo('lead')
  const asset = lead.find(({_type}) => _type === 'sanity.imageAsset')!
  const image = {asset: {_ref: asset._id}, hotspot, crop: {top: 0, bottom: 0, left: 0, right: 0}}
  const pageOf = (more: object) =>
    formatsSite(
      newsroom(article('piece', {leadPhoto: photoUse('lead')}), [
        {...lead.find(({_type}) => _type === 'photoWithCredit')!, image, ...more},
        asset,
      ]),
    )
  const [top] = (await metaOf(pageOf({}), '/article/piece'))['og:image'] ?? []
  expect(new URL(top ?? '').searchParams.get('rect')).toMatch(/^0,0,1600,/)
  const chart = await metaOf(pageOf({digitalSourceType: 'dataDrivenMedia'}), '/article/piece')
  expect(new URL(chart['og:image']?.[0] ?? '').searchParams.get('rect')).toBeNull()
  expect(chart['og:image:height']).toEqual(['800'])
})

test('a small picture is not blown up', async () => {
  const small = imageAsset('small', 600, 400)
  const [lead] = photo('lead', {image: {asset: {_ref: small._id}}})
  const site = formatsSite(
    newsroom(article('piece', {leadPhoto: photoUse('lead')}), [lead!, small]),
  )
  const meta = await metaOf(site, '/article/piece')
  expect([meta['og:image:width'], meta['og:image:height']]).toEqual([['600'], ['315']])
})

test('without a picture, or without its credit, there is none', async () => {
  for (const creditLine of [undefined, ' ']) {
    const site = formatsSite(
      newsroom(
        article('piece', creditLine ? {leadPhoto: photoUse('lead')} : {}),
        photo('lead', {creditLine}),
      ),
    )
    const meta = await metaOf(site, '/article/piece')
    expect(meta['og:image']).toBeUndefined()
    expect(meta['twitter:card']).toEqual(['summary'])
  }
})

test('an article that was never changed has no second date', async () => {
  const meta = await metaOf(formatsSite(newsroom(article('piece'))), '/article/piece')
  expect(meta['article:published_time']).toHaveLength(1)
  expect(meta['article:modified_time']).toBeUndefined()
})

test.each(['/', '/section/politics', '/author/ada-byrne'])(
  '%s has a card as well',
  async (path) => {
    const meta = await metaOf(formatsSite(richNewsroom()), path)
    expect(meta).toMatchObject({
      'og:type': ['website'],
      'og:locale': ['en_GB'],
      'twitter:card': ['summary'],
    })
  },
)

test('search engines may show pictures large, but not of pages with noindex', async () => {
  for (const path of ['/article/piece', '/photo/lead']) {
    const {robots} = await metaOf(formatsSite(richNewsroom()), path)
    expect(robots, path).toEqual(['max-image-preview:large'])
  }
  const hidden = formatsSite(richNewsroom({seo: {noIndex: true}}))
  expect((await metaOf(hidden, '/article/piece'))['robots']).toEqual(['noindex'])
})
