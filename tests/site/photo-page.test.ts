import {expect, test} from 'vitest'
import {article, newsroom, photo, photoUse} from './support/fixtures.ts'
import {attribute, elements, links, tags, textOf} from './support/html.ts'
import {SESSION, siteOver, visit} from './support/visit.ts'

const DETAILS = {
  caption: 'The harbour at six.',
  creditLine: '（©防衛省統合幕僚監部）',
  creator: 'Kim Roe',
  creatorTitle: 'Staff photographer',
  copyrightHolder: 'The Harbour Museum',
  copyrightNotice: '© 2026 The Harbour Museum',
  licenseUrl: 'https://creativecommons.org/licenses/by/4.0/',
  acquireUrl: 'https://www.example.org/buy',
  usageTerms: 'Editorial use only.',
  dateTaken: '2026-03',
  place: 'Port Aldon',
  people: ['Ada', 'Bo'],
  digitalSourceType: 'compositeWithTrainedAlgorithmicMedia',
}

const documents = newsroom(
  article('leading', {leadPhoto: photoUse('seen')}),
  article('inside', {body: [photoUse('seen')]}),
  article('other', {leadPhoto: photoUse('denied-used')}),
  photo('seen', DETAILS),
  photo('alone', {caption: 'In no article.'}),
  photo('denied', {rights: {clearance: 'denied'}}),
  photo('denied-used', {rights: {clearance: 'denied'}}),
  photo('nameless', {creditLine: ' '}),
  photo('drafts.waiting'),
  {...photo('empty')[0], _id: 'empty', _type: 'photoWithCredit', image: null},
)

test('shows the picture large, with all that is said about it', async () => {
  const {html, response} = await visit(siteOver(documents), '/photo/seen')
  expect(response.status).toBe(200)
  const [facts = ''] = elements(html, 'dl', 'facts')
  const labels = elements(facts, 'dt').map(textOf)
  const values = elements(facts, 'dd').map(textOf)
  expect(labels.map((label, index) => [label, values[index]])).toEqual([
    ['Credit', '（©防衛省統合幕僚監部）'],
    ['By', 'Kim Roe, Staff photographer'],
    ['Copyright', 'The Harbour Museum'],
    ['Copyright notice', '© 2026 The Harbour Museum'],
    ['Licence', 'creativecommons.org/licenses/by/4.0'],
    ['To license it', 'example.org/buy'],
    ['Terms of use', 'Editorial use only.'],
    ['Taken', 'March 2026'],
    ['Place', 'Port Aldon'],
    ['In the picture', 'Ada, Bo'],
    ['How it was made', 'Photograph with parts made by generative AI'],
  ])
  expect(links(facts)).toEqual([DETAILS.licenseUrl, DETAILS.acquireUrl])
  const [figure = ''] = elements(html, 'figure', 'photo--page')
  expect(textOf(figure)).toBe('（©防衛省統合幕僚監部）')
  const [img = ''] = tags(figure, 'img')
  expect(attribute(img, 'alt')).toBe('Description of seen')
  expect(attribute(img, 'width')).toBe('1600')
  expect(attribute(img, 'srcset')).toMatch(/480w.*1600w$/)
})

test('leads to the articles that show it, at their head or within', async () => {
  const {html} = await visit(siteOver(documents), '/photo/seen')
  const [band = ''] = elements(html, 'section', 'used-in')
  expect(links(band)).toEqual(expect.arrayContaining(['/article/leading', '/article/inside']))
  expect(elements(band, 'article')).toHaveLength(2)
})

test('says no more than is known', async () => {
  const {html, response} = await visit(siteOver(documents), '/photo/alone')
  expect(response.status).toBe(200)
  expect(elements(html, 'dt').map(textOf)).toEqual(['Credit'])
  expect(elements(html, 'section', 'used-in')).toEqual([])
})

test('a caption that no heading can hold is cut there and whole below the picture', async () => {
  const caption = `${'A long word and '.repeat(20)}the end.`
  const site = siteOver(
    newsroom(photo('long', {caption}), photo('japanese', {caption: '港'.repeat(150)})),
  )
  const {html} = await visit(site, '/photo/long')
  const title = textOf(elements(html, 'h1')[0] ?? '')
  expect(title).toMatch(/ (A|long|word|and)…$/)
  expect(title.length).toBeLessThan(102)
  expect(textOf(elements(html, 'figure', 'photo--page')[0] ?? '')).toContain(caption)
  const japanese = await visit(site, '/photo/japanese')
  expect(textOf(elements(japanese.html, 'h1')[0] ?? '')).toBe(`${'港'.repeat(100)}…`)
})

test.each([
  ['that nobody credits', 'nameless'],
  ['that is no picture yet', 'empty'],
  ['that is denied to us and in no article', 'denied'],
  ['that is a draft', 'waiting'],
  ['that is asked for as a draft', 'drafts.waiting'],
  ['that there is not', 'nothing'],
])('there is no page of a photo %s', async (_why, id) => {
  const {response, html} = await visit(siteOver(documents), `/photo/${id}`)
  expect(response.status).toBe(404)
  expect(tags(html, 'img')).toEqual([])
})

test('a photo that readers see in an article has its page, whatever became of the rights', async () => {
  const {response} = await visit(siteOver(documents), '/photo/denied-used')
  expect(response.status).toBe(200)
})

test('every caption leads to its photo, previews do not', async () => {
  const site = siteOver(documents)
  const {html} = await visit(site, '/article/leading')
  const [link = ''] = elements(html, 'a', 'photo__page')
  expect(attribute(link, 'href')).toBe('/photo/seen')
  expect(attribute(link, 'aria-label')).toBe('About this photo: The harbour at six.')
  expect(elements((await visit(site, '/')).html, 'a', 'photo__page')).toEqual([])
  const preview = await visit(site, '/preview/article/leading', SESSION)
  expect(preview.html).toContain('photo__credit')
  expect(elements(preview.html, 'a', 'photo__page')).toEqual([])
})
