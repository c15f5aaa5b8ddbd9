import {expect, test} from 'vitest'
import {article, newsroom, photo, photoUse, reference} from './support/fixtures.ts'
import {elements, tags, textOf} from './support/html.ts'
import {seedDocuments} from './support/seed.ts'
import {siteOver, visit} from './support/visit.ts'

const CREDITS = [
  '(© Sankei by Yasuto Tanaka)',
  '(©The Ministry of Defense Joint Staff Office)',
  '（©防衛省統合幕僚監部）',
  'Fédèle Azari / The J. Paul Getty Museum, Open Content Program',
  '<b>© "Quotes" & Sons</b>',
]

test.each(CREDITS)('prints the credit as it was given: %s', async (creditLine) => {
  const documents = newsroom(
    article('piece', {leadPhoto: photoUse('lead'), body: [photoUse('inside')]}),
    photo('lead', {creditLine}),
    photo('inside', {creditLine}),
  )
  for (const path of ['/article/piece', '/', '/section/politics', '/author/ada-byrne']) {
    const {html} = await visit(siteOver(documents), path)
    const figures = elements(html, 'figure', 'photo')
    expect(figures.length).toBeGreaterThan(0)
    for (const figure of figures) expect(textOf(figure)).toContain(creditLine)
  }
})

test('prints no picture without a credit; the preview shows what is missing', async () => {
  const documents = newsroom(
    article('piece', {leadPhoto: photoUse('lead')}),
    photo('lead', {creditLine: '  '}),
  )
  const site = siteOver(documents)
  expect(tags((await visit(site, '/article/piece')).html, 'img')).toEqual([])
  const preview = await visit(site, '/preview/article/piece', {cookie: 'copydesk_session=abc'})
  expect(tags(preview.html, 'img')).toHaveLength(1)
  expect(textOf(preview.html)).toContain('Credit missing')
})

test('links the credit to the licence', async () => {
  const documents = newsroom(
    article('piece', {leadPhoto: photoUse('lead')}),
    photo('lead', {licenseUrl: 'https://creativecommons.org/publicdomain/zero/1.0/'}),
  )
  const {html} = await visit(siteOver(documents), '/article/piece')
  expect(html).toContain(
    'href="https://creativecommons.org/publicdomain/zero/1.0/" rel="license noopener"',
  )
})

test('a drawn portrait is small as others are, and no graphic to be opened', async () => {
  const drawn = photo('face', {digitalSourceType: 'digitalCreation'})
  const documents = newsroom(article('piece', {articleType: 'opinion'}), drawn).map((one) =>
    one._id === 'author-ada' ? {...one, portrait: {photo: reference('face')}} : one,
  )
  for (const path of ['/article/piece', '/author/ada-byrne']) {
    const {html} = await visit(siteOver(documents), path)
    expect(tags(html, 'img').length).toBeGreaterThan(0)
    expect(html).not.toMatch(/photo--graphic|photo__scroll/)
  }
})

test('the portrait of an author has its credit too', async () => {
  const documents = newsroom(article('piece'), photo('face', {creditLine: 'Photo: Kim Roe'})).map(
    (one) => (one._id === 'author-ada' ? {...one, portrait: {photo: reference('face')}} : one),
  )
  for (const path of ['/article/piece', '/author/ada-byrne']) {
    const {html} = await visit(siteOver(documents), path)
    expect(elements(html, 'figure', 'portrait').map(textOf)).toEqual(['Photo: Kim Roe'])
  }
})

test('in the demonstration newsroom each picture on each page has a figure with a credit', async () => {
  const documents = seedDocuments()
  const creditLines = documents.flatMap(({_type, creditLine}) =>
    _type === 'photoWithCredit' ? [String(creditLine)] : [],
  )
  const paths = documents.flatMap(({_id, _type, slug}) =>
    !_id.includes('.') && ['article', 'section', 'topic', 'author'].includes(_type)
      ? [`/${_type}/${(slug as {current: string}).current}`]
      : [],
  )
  const site = siteOver(documents)
  let pictures = 0
  for (const path of ['/', ...paths]) {
    const {html, response} = await visit(site, path)
    expect(response.status, path).toBe(200)
    const figures = elements(html, 'figure', 'photo')
    expect(figures.length, path).toBe(tags(html, 'img').length)
    for (const figure of figures)
      expect(
        creditLines.some((line) => textOf(figure).includes(line)),
        figure,
      ).toBe(true)
    pictures += figures.length
  }
  expect(pictures).toBeGreaterThan(30)
})
