// A small newsroom in which each test changes what it is about.
import type {Document} from './client.ts'
import {imageAsset} from './seed.ts'

const AT = {_createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z'}

export const reference = (_ref: string) => ({_type: 'reference', _ref})

/** A paragraph, or whatever `style` says, with one span. */
export function block(text: string, more: Record<string, unknown> = {}) {
  return {
    _type: 'block',
    _key: text.slice(0, 12),
    style: 'normal',
    markDefs: [],
    children: [{_type: 'span', _key: 'span', text, marks: []}],
    ...more,
  }
}

/** A paragraph whose only words carry this annotation. */
export function linked(text: string, mark: Record<string, unknown>) {
  return {
    ...block(text),
    markDefs: [{_key: 'mark', ...mark}],
    children: [{_type: 'span', _key: 'span', text, marks: ['mark']}],
  }
}

export const photoUse = (id: string, more: Record<string, unknown> = {}) => ({
  _type: 'photoUse',
  _key: `use-${id}`,
  photo: reference(id),
  ...more,
})

export const quoteUse = (id: string, display = 'block') => ({
  _type: 'quoteUse',
  _key: `use-${id}`,
  quote: reference(id),
  display,
})

export function photo(id: string, more: Record<string, unknown> = {}): Document[] {
  const asset = imageAsset(id)
  const document = {
    ...AT,
    _id: id,
    _type: 'photoWithCredit',
    image: {_type: 'image', asset: reference(asset._id)},
    caption: `Caption of ${id}`,
    alt: `Description of ${id}`,
    creditLine: '(© Sankei by Yasuto Tanaka)',
    ...more,
  }
  return [document, asset]
}

export function quote(id: string, more: Record<string, unknown> = {}): Document {
  return {
    ...AT,
    _id: id,
    _type: 'expertQuote',
    text: 'It will probably adopt a wait-and-see approach.',
    language: 'en',
    kind: 'direct',
    terms: 'onRecord',
    speakers: [
      {
        _key: 'green',
        source: reference('source-green'),
        titleAtTime: 'Chief China Economist',
        affiliationAtTime: 'GlobalData TS Lombard',
      },
    ],
    attribution: 'Rory Green, Chief China Economist at GlobalData TS Lombard',
    ...more,
  }
}

export function article(id: string, more: Record<string, unknown> = {}): Document {
  return {
    ...AT,
    _id: id,
    _type: 'article',
    headline: `Headline of ${id}`,
    dek: `Standfirst of ${id}`,
    slug: {_type: 'slug', current: id},
    language: 'en-GB',
    articleType: 'explainer',
    section: reference('section-politics'),
    bylines: [{_key: 'a', author: reference('author-ada'), role: 'writer'}],
    firstPublishedAt: '2026-03-04T15:30:00Z',
    body: [block(`Text of ${id}.`)],
    ...more,
  }
}

/** The `number`th correction of an article. */
export function correction(
  articleId: string,
  number: number,
  more: Record<string, unknown> = {},
): Document {
  return {
    ...AT,
    _id: `correction-${articleId}-${number}`,
    _type: 'correction',
    article: {...reference(articleId), _weak: true},
    number,
    type: 'correction',
    readerNote: `Note ${number} on ${articleId}.`,
    revisionAfter: 'r',
    // After midnight in Tokyo.
    publishedAt: `2026-04-0${number}T15:30:00Z`,
    ...more,
  }
}

/** The `number`th notice in the place of an article. */
export function notice(
  articleId: string,
  number: number,
  more: Record<string, unknown> = {},
): Document {
  return {
    ...AT,
    _id: `notice-${articleId}-${number}`,
    _type: 'notice',
    articleId,
    slug: articleId,
    headline: `Headline of ${articleId}`,
    kind: 'withdrawn',
    readerNote: `Why ${articleId} is gone.`,
    at: `2026-05-0${number}T15:30:00Z`,
    ...more,
  }
}

/** Settings, a section, a topic, an author and a source: what the articles of the tests refer to. */
export function newsroom(...more: (Document | Document[])[]): Document[] {
  return [
    {
      ...AT,
      _id: 'siteSettings',
      _type: 'siteSettings',
      name: 'The Test Post',
      strapline: 'All that is asserted',
      language: 'en-GB',
      timeZone: 'Asia/Tokyo',
    },
    {
      ...AT,
      _id: 'section-politics',
      _type: 'section',
      title: 'Politics',
      slug: {current: 'politics'},
      order: 1,
    },
    {...AT, _id: 'topic-trade', _type: 'topic', title: 'Trade', slug: {current: 'trade'}},
    {
      ...AT,
      _id: 'author-ada',
      _type: 'author',
      name: 'Ada Byrne',
      slug: {current: 'ada-byrne'},
      jobTitle: 'Correspondent',
      bio: 'Ada Byrne writes about treaties.',
    },
    {...AT, _id: 'source-green', _type: 'source', kind: 'person', name: 'Rory Green'},
    {...AT, _id: 'source-wolf', _type: 'source', kind: 'person', name: 'Martin Wolf'},
    {...AT, _id: 'source-times', _type: 'source', kind: 'institution', name: 'The Global Times'},
    ...more.flat(),
  ]
}
