// What intake writes of an article that was read.
import {describe, expect, test} from 'vitest'
import type {Article, Quote} from '@copydesk/intake/types'
import {draftsOf, type Draft} from '../../../workflow/intake/documents.ts'
import {intakeOf} from '../../../workflow/intake/record.ts'

const ADA = {name: 'Ada Crane', kind: 'person', title: 'warden', affiliation: 'Holm Trust'} as const

const quote = (words: string, block: number, from: number, more: Partial<Quote> = {}): Quote => ({
  block,
  from,
  to: from + words.length,
  words,
  form: 'direct',
  speakers: [ADA],
  attribution: null,
  ...more,
})

const TEXT = '"The tide was late," Ada Crane said. "So was I."'

const article: Article = {
  language: 'en',
  kicker: {text: 'Coast', lines: [0]},
  headline: {text: 'Tide late', lines: [1]},
  dek: {text: 'Nobody knows why.', lines: [2]},
  bylines: [{name: 'Tom Reed', role: 'writer', lines: [3]}],
  authorBio: {text: 'Tom Reed writes about water.', lines: [20]},
  dateline: {text: 'HOLM', lines: [4]},
  photos: [
    {
      isLead: true,
      caption: 'The bay.',
      creditLine: '© Holm Press by Ines Falk',
      creator: 'Ines Falk',
      holder: 'Holm Press',
      picture: 0,
      lines: [5],
    },
    {
      isLead: false,
      caption: 'The clock.',
      creditLine: null,
      creator: null,
      holder: null,
      picture: null,
      lines: [9],
    },
  ],
  body: [
    {
      kind: 'text',
      style: 'normal',
      text: TEXT,
      marks: [{kind: 'strong', from: 5, to: 9}],
      lines: [6],
    },
    {kind: 'photo', photo: 1, lines: [9]},
    {
      kind: 'text',
      style: 'bullet',
      text: 'A list',
      marks: [{kind: 'link', from: 2, to: 6, href: 'https://example.org'}],
      lines: [10],
    },
    {kind: 'pullQuote', text: '"So was I"', words: 'So was I', lines: [11]},
    {kind: 'callToAction', text: 'Write to us.', lines: [12]},
  ],
  quotes: [quote('The tide was late', 0, 1), quote('So was I', 0, 38)],
  furniture: [{text: 'Share', lines: [13]}],
}

const made = (given: Article = article, known?: Parameters<typeof draftsOf>[1]['known']) => {
  let count = 0
  return draftsOf(given, {
    newId: () => `id${count++}`,
    assetOf: () => 'image-a-1x1-jpg',
    ...(known ? {known} : {}),
  })
}

const ofType = (documents: readonly Draft[], type: string) =>
  documents.filter(({_type}) => _type === type)
const piece = (documents: readonly Draft[]) =>
  ofType(documents, 'article')[0] as Draft & {body: Record<string, unknown>[]}

describe('the drafts of an article', () => {
  test('are drafts, and refer to nothing but each other', () => {
    const {documents} = made()
    expect(documents.every(({_id}) => _id.startsWith('drafts.'))).toBe(true)
    const ids = new Set(documents.map(({_id}) => _id.replace('drafts.', '')))
    const refs = [...JSON.stringify(documents).matchAll(/"_ref":"(id\d+)"/gu)].map(
      (match) => match[1],
    )
    expect(refs.length).toBeGreaterThan(5)
    expect(refs.every((ref) => ids.has(ref ?? ''))).toBe(true)
  })

  test('have one source for somebody who is quoted twice', () => {
    const {documents} = made()
    expect(ofType(documents, 'source')).toMatchObject([
      {
        kind: 'person',
        name: 'Ada Crane',
        affiliations: [{organization: 'Holm Trust', title: 'warden'}],
      },
    ])
    expect(ofType(documents, 'expertQuote')).toHaveLength(2)
  })

  test('tie the words of a paragraph to their quotes, across other marks', () => {
    const {documents} = made()
    const block = piece(documents).body[0] as {
      children: {text: string; marks: string[]}[]
      markDefs: {_key: string; _type: string}[]
    }
    expect(block.children.map(({text}) => text).join('')).toBe(TEXT)
    const [first, second] = block.markDefs
    expect(block.markDefs.map(({_type}) => _type)).toEqual(['quotation', 'quotation'])
    const words = (key?: string) =>
      block.children
        .filter(({marks}) => marks.includes(key ?? ''))
        .map(({text}) => text)
        .join('')
    expect(words(first?._key)).toBe('The tide was late')
    expect(words(second?._key)).toBe('So was I')
    expect(words('strong')).toBe('tide')
  })

  test('let a pull quote that repeats words of the text refer to the same quote', () => {
    const {documents} = made()
    const pull = piece(documents).body.find(({_type}) => _type === 'quoteUse') as {
      quote: {_ref: string}
    }
    expect(
      ofType(documents, 'expertQuote').find(({_id}) => _id === `drafts.${pull.quote._ref}`),
    ).toMatchObject({text: 'So was I'})
  })

  test('give a picture its creator and holder, and invent none', () => {
    const [lead, inline] = ofType(made().documents, 'photoWithCredit')
    expect(lead).toMatchObject({
      caption: 'The bay.',
      creator: 'Ines Falk',
      copyrightHolder: 'Holm Press',
      image: {asset: {_ref: 'image-a-1x1-jpg'}},
    })
    expect(inline).not.toHaveProperty('creator')
    expect(inline).not.toHaveProperty('image')
  })

  test('name an author or source that a person has chosen, and make none', () => {
    const {documents} = made(article, {
      authors: new Map([['Tom Reed', {id: 'tom', isPublished: false}]]),
      sources: new Map([['Ada Crane', {id: 'ada', isPublished: true}]]),
    })
    expect(ofType(documents, 'author')).toEqual([])
    expect(ofType(documents, 'source')).toEqual([])
    expect(piece(documents)).toMatchObject({
      // Who was never published goes out with the piece.
      bylines: [{author: {_ref: 'tom', _strengthenOnPublish: {type: 'author'}}}],
    })
    const [first] = ofType(documents, 'expertQuote')
    expect(first).toMatchObject({speakers: [{source: {_type: 'reference', _ref: 'ada'}}]})
  })
})

test('the record beside the piece lists what nobody has confirmed, and what was left out', () => {
  let count = 0
  const {documents, articleId} = intakeOf(
    article,
    {name: 'tide.docx', hash: 'abc'},
    {newId: () => `id${count++}`},
  )
  const record = documents.at(-1)
  expect(record).toMatchObject({
    _id: `private.intake.${articleId}`,
    article: {_ref: articleId, _weak: true},
    fileName: 'tide.docx',
    fileHash: 'abc',
    leftOut: ['Share'],
  })
  const suggested = Object(record)['suggested'] as {part: string}[]
  expect(suggested.map(({part}) => part).toSorted()).toEqual([
    'credit',
    'quote',
    'quote',
    'speakers',
    'speakers',
  ])
})
