// A piece with a recording: its enclosure in the feeds, its tags, and what the page's policy admits.
import {expect, test} from 'vitest'
import {createImages} from '../../../site/display/images.ts'
import {securityHeaders} from '../../../site/http/security-headers.ts'
import {atom} from '../../../site/formats/feeds/atom.ts'
import {enclosureOf} from '../../../site/formats/feeds/enclosure.ts'
import {jsonFeed} from '../../../site/formats/feeds/json-feed.ts'
import {rss} from '../../../site/formats/feeds/rss.ts'
import {pieceHead} from '../../../site/formats/head/page-heads.ts'
import {publisherOf} from '../../../site/formats/publisher.ts'
import type {Piece, Recording} from '../../../site/piece.ts'
import {JSON_FEED} from './rules/json-feed.ts'
import {xmlProblems} from './support/validate-xml.ts'

const ORIGIN = 'https://news.example'
const SHA1 = 'a'.repeat(40)
const lake = {projectId: 'copydesk', dataset: 'production'}
const images = createImages({...lake, baseUrl: ORIGIN})
const publisher = publisherOf({settings: null, sections: []}, {origin: ORIGIN, images})
const audio: Recording = {asset: {_id: `file-${SHA1}-mp3`, size: 48_000, mimeType: 'audio/mpeg'}}
const piece: Piece = {
  _id: 'tide',
  _type: 'article',
  headline: 'The tide',
  dek: 'A night at the barrier.',
  language: 'en-GB',
  slug: 'the-tide',
  date: '2026-03-04T15:30:00Z',
  firstPublishedAt: '2026-03-04T15:30:00Z',
  section: null,
  bylines: [],
  corrections: [],
  audio,
}
const url = `${ORIGIN}/files/copydesk/production/${SHA1}.mp3`
const feedOf = (one: Piece) => ({
  _id: '/',
  title: 'News',
  description: null,
  path: '/',
  entries: [{piece: one, text: () => 'Recorded on the quay.'}],
})

test('all three formats enclose it with its address, type and length', async () => {
  const feed = feedOf(piece)
  const rssText = rss(feed, publisher)
  expect(await xmlProblems(rssText, 'rss.xsd')).toEqual([])
  expect(rssText).toContain(`<enclosure url="${url}" length="48000" type="audio/mpeg"/>`)
  const atomText = atom(feed, publisher)
  expect(await xmlProblems(atomText, 'atom.xsd')).toEqual([])
  expect(atomText).toContain(
    `<link rel="enclosure" type="audio/mpeg" length="48000" href="${url}"/>`,
  )
  const json = JSON.parse(JSON.stringify(jsonFeed(feed, publisher)))
  expect(JSON_FEED.parse(json).items[0]?.attachments).toEqual([
    {url, mime_type: 'audio/mpeg', size_in_bytes: 48_000},
  ])
})

test.each<[string, Recording | null]>([
  ['there is none', null],
  ['its file is gone', {asset: null}],
  ['its file has no size', {asset: {...audio.asset!, size: null}}],
  ['its file has no type', {asset: {...audio.asset!, mimeType: null}}],
  ['its asset is not a file', {asset: {...audio.asset!, _id: `image-${SHA1}-10x10-jpg`}}],
])('nothing is enclosed where %s', (_, other) => {
  expect(enclosureOf({audio: other}, publisher)).toBeUndefined()
  expect(rss(feedOf({...piece, audio: other}), publisher)).not.toContain('enclosure')
})

test('the page tells other services of it', () => {
  const {meta, jsonLd} = pieceHead(piece, publisher)
  expect(meta).toContainEqual(['og:audio', url])
  expect(meta).toContainEqual(['og:audio:type', 'audio/mpeg'])
  expect(jsonLd[0]).toMatchObject({audio: {'@type': 'AudioObject', contentUrl: url}})
})

test('its address carries the secret of a shared preview', () => {
  const shared = createImages({...lake, shareToken: 'cp_a.b'})
  expect(shared.file(`file-${SHA1}-mp3`)).toBe(`/files/copydesk/production/${SHA1}.mp3?pass=cp_a.b`)
  for (const id of ['', 'file-x-mp3', `file-${SHA1}-../x`]) expect(shared.file(id)).toBeUndefined()
})

test('only pages with recordings admit media', () => {
  const policyOf = (...options: Parameters<typeof securityHeaders>) =>
    securityHeaders(...options)['content-security-policy']
  expect(policyOf()).not.toContain('media-src')
  expect(policyOf({hasAudio: true})).toContain("media-src 'self';")
  const imageOrigin = 'https://cdn.sanity.io'
  expect(policyOf({hasAudio: true, imageOrigin})).toContain(`media-src 'self' ${imageOrigin};`)
})
