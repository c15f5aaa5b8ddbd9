import {expect, test} from 'vitest'
import {article, block, newsroom, quote, quoteUse, reference} from './support/fixtures.ts'
import {attribute, elements, links, textOf} from './support/html.ts'
import {seedDocuments} from './support/seed.ts'
import {siteOver, visit} from './support/visit.ts'

async function pageWith(
  more: Record<string, unknown>,
  display = 'block',
  before = 'He said they have',
) {
  const documents = newsroom(
    article('piece', {body: [block(before), quoteUse('said', display)]}),
    quote('said', more),
  )
  const {html} = await visit(siteOver(documents), '/article/piece')
  return {html, figure: elements(html, 'figure', 'quote')[0] ?? ''}
}

const speaker = (id: string, titleAtTime?: string, affiliationAtTime?: string) => ({
  _key: id,
  source: reference(id),
  titleAtTime,
  affiliationAtTime,
})

test('has quotation marks, and speaker, title and affiliation of that time', async () => {
  const {figure} = await pageWith({})
  expect(textOf(figure)).toBe(
    '“It will probably adopt a wait-and-see approach.” Rory Green , Chief China Economist, GlobalData TS Lombard',
  )
  expect(links(figure)).toEqual(['/source/source-green'])
  expect(figure).toContain('quote--block')
})

test('names each of several speakers', async () => {
  const {figure} = await pageWith({
    speakers: [speaker('source-green', 'Analyst', 'Asia Society'), speaker('source-wolf')],
    attribution: 'two analysts',
  })
  expect(textOf(figure)).toContain('Rory Green , Analyst, Asia Society Martin Wolf two analysts')
})

test('shows the attribution where nobody is named, and why', async () => {
  const {figure} = await pageWith({
    speakers: [],
    terms: 'background',
    attribution: 'people familiar with the briefing',
    anonymityReason: 'They were not authorised to speak.',
  })
  expect(textOf(figure)).toContain(
    'people familiar with the briefing They were not authorised to speak.',
  )
})

test('reported speech has no quotation marks', async () => {
  const {figure} = await pageWith({kind: 'paraphrase', text: 'The target will stay.'})
  expect(textOf(figure)).toMatch(/^The target will stay\. Rory Green/)
  expect(figure).toContain('quote--paraphrase')
})

test('a document is attributed to its institution, with reporter, date and addresses', async () => {
  const {figure} = await pageWith({
    kind: 'document',
    speakers: [speaker('source-times')],
    attribution: 'The Global Times',
    reportedBy: reference('source-wolf'),
    saidOn: '2024-03',
    medium: 'statement',
    provenance: {
      url: 'https://example.org/report',
      archivedUrl: 'https://archive.example/1',
      publication: 'The Report',
    },
  })
  expect(textOf(figure)).toContain(
    'The Global Times Published in a statement in March 2024, as reported by Martin Wolf. Source: The Report ( archived copy ).',
  )
  expect(links(figure)).toEqual([
    '/source/source-times',
    'https://example.org/report',
    'https://archive.example/1',
  ])
})

test('marks the language of the words and unfolds the original', async () => {
  const {figure} = await pageWith({
    language: 'en',
    original: {text: '海は待ってくれない', language: 'ja', translatedBy: reference('author-ada')},
  })
  expect(attribute(elements(figure, 'blockquote')[0] ?? '', 'lang')).toBe('en')
  const [original = ''] = elements(figure, 'details')
  expect(textOf(original)).toBe(
    'In the original: 日本語 「海は待ってくれない」 Translated by Ada Byrne',
  )
  expect(original).toContain('<p lang="ja" dir="ltr">')
})

test('a pull quote is set large, with its speaker', async () => {
  const {figure} = await pageWith({}, 'pull')
  expect(figure).toContain('quote--pull')
  expect(textOf(figure)).toContain('Rory Green')
})

test('an inline quote finishes the sentence before it', async () => {
  const {html} = await pageWith({kind: 'partial', text: 'always moved in lockstep'}, 'inline')
  const [paragraph = ''] = elements(html, 'p').filter((one) => one.includes('He said'))
  expect(textOf(paragraph)).toBe(
    'He said they have “always moved in lockstep” ( Rory Green , Chief China Economist, GlobalData TS Lombard)',
  )
  expect(elements(html, 'figure', 'quote')).toEqual([])
  expect(links(paragraph)).toEqual(['/source/source-green'])
})

test('an inline quote with no sentence before it is a block', async () => {
  const documents = newsroom(article('piece', {body: [quoteUse('said', 'inline')]}), quote('said'))
  const {html} = await visit(siteOver(documents), '/article/piece')
  expect(textOf(elements(html, 'figure', 'quote')[0] ?? '')).toContain('Rory Green')
})

test('in the demonstration newsroom every quote on every page has a speaker or an attribution', async () => {
  const documents = seedDocuments()
  const site = siteOver(documents)
  const byId = new Map(documents.map((one) => [one._id, one]))
  const nameOf = (ref: unknown) => byId.get((ref as {_ref: string})._ref)?.['name'] as string
  let seen = 0
  for (const {_id, _type, slug, body} of documents) {
    if (_type !== 'article' || _id.includes('.')) continue
    const {html} = await visit(site, `/article/${(slug as {current: string}).current}`)
    const text = textOf(html)
    for (const use of body as {_type: string; quote?: {_ref: string}}[]) {
      const said = use.quote && byId.get(use.quote._ref)
      if (!said) continue
      const speakers = (said['speakers'] ?? []) as {source: unknown}[]
      expect(text).toContain(String(said['text']).replace(/\s+/g, ' '))
      for (const {source} of speakers) expect(text).toContain(nameOf(source))
      if (speakers.length === 0) expect(text).toContain(said['attribution'])
      seen++
    }
  }
  expect(seen).toBeGreaterThan(20)
})
