// Content that is hard on readers who listen or use the keyboard: other languages and directions, what
// comes twice on one page, pictures without words, and lists that go on on another page.
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Newsroom} from './newsroom.ts'

export const JAPANESE = '/article/the-harbour-in-japanese'
export const ARABIC = '/article/the-harbour-in-arabic'
/** Lists that go on: a section, a topic, an author, whom we quote, what was corrected, what is found. */
export const SECOND_PAGES = [
  '/section/environment?page=2',
  '/topic/weather?page=2',
  '/author/noor-haddow?page=2',
  '/source/source-ruth-damaso?page=2',
  '/corrections?page=2',
  '/search?q=tide&page=2',
]

/** Of the pages that differ only by a number, a few. */
export const withoutRepetition = (paths: readonly string[]): string[] =>
  paths.filter((path) => !/tide-table-\d\d/.test(path))

const PICTURE = 'image-1a02f5d1a6eed95dc578166531aa241c34c01c4a-1024x717-jpg'
// Long ago: the newest pages stay what they are.
const THEN = '2019-11-19T08:00:00Z'
const A_LIST_AND_MORE = Array.from({length: 24}, (_, index) => index + 1)

let keys = 0
const keyed = <T extends object>(value: T): T & {_key: string} => ({...value, _key: `k${keys++}`})
const reference = (_ref: string) => ({_type: 'reference', _ref})
const words = (text: string, style = 'normal') =>
  keyed({
    _type: 'block',
    style,
    markDefs: [],
    children: [keyed({_type: 'span', text, marks: []})],
  })
const picture = (id: string, more: object = {}) =>
  keyed({_type: 'photoUse', photo: reference(id), role: 'inline', ...more})
const quote = (id: string, display = 'block') =>
  keyed({_type: 'quoteUse', quote: reference(id), display})
const call = (text: string, label: string, url: string) =>
  keyed({_type: 'callToAction', text, label, url})
const embed = (title: string, url: string) => keyed({_type: 'embed', title, url})

function photo(name: string, more: object) {
  return {
    _id: `photo-${name}`,
    _type: 'photoWithCredit',
    image: {_type: 'image', asset: reference(PICTURE)},
    // The credit of the same picture elsewhere: one file, one credit.
    creditLine: 'Fédèle Azari / The J. Paul Getty Museum, Open Content Program',
    ...more,
  }
}

function said(name: string, text: string, language: string, more: object = {}) {
  return {
    _id: `quote-${name}`,
    _type: 'expertQuote',
    language,
    kind: 'direct',
    terms: 'onRecord',
    text,
    speakers: [
      keyed({
        _type: 'speaker',
        source: reference('source-ruth-damaso'),
        titleAtTime: 'Keeper of the gate',
      }),
    ],
    ...more,
  }
}

function article(name: string, headline: string, more: object) {
  return {
    _id: `article-${name}`,
    _type: 'article',
    headline,
    slug: {_type: 'slug', current: name},
    language: 'en-GB',
    articleType: 'explainer',
    section: reference('section-environment'),
    topics: [keyed(reference('topic-weather'))],
    bylines: [keyed({_type: 'byline', author: reference('author-noor-haddow'), role: 'writer'})],
    firstPublishedAt: THEN,
    displayDate: THEN,
    ...more,
  }
}

const PHOTOS = [
  photo('without-words', {decorative: true, alt: ''}),
  photo('free', {
    caption: 'The gate, open',
    alt: 'A gate that stands open.',
    licenseUrl: 'https://creativecommons.org/licenses/by/4.0/',
  }),
  photo('freer', {
    caption: 'The gate, shut',
    alt: 'A gate that is shut.',
    licenseUrl: 'https://creativecommons.org/publicdomain/zero/1.0/',
  }),
]

const reported = (publication: string, path: string) => ({
  provenance: {
    _type: 'provenance',
    publication,
    url: `https://papers.example/${path}`,
    archivedUrl: `https://archive.example/${path}`,
  },
})

const QUOTES = [
  said('in-english', 'The gate was never meant to be lovely.', 'en', reported('The Ledger', 'one')),
  said('in-french', 'La mer ne lit pas les journaux.', 'fr', reported('The Ledger', 'two')),
  said('in-arabic', 'البحر لا ينتظر أحدا.', 'ar', {
    original: {_type: 'original', text: 'La mer n’attend personne.', language: 'fr'},
  }),
  ...A_LIST_AND_MORE.map((number) =>
    said(`tide-${number}`, `Tide number ${number} was high.`, 'en'),
  ),
]

const QUOTED = A_LIST_AND_MORE.map((number) => quote(`quote-tide-${number}`))

const twice = [
  call('港の歴史を読む', 'First letter', 'https://letters.example/first'),
  call('港の未来を読む', 'Second letter', 'https://letters.example/second'),
  embed('The gate closes', 'https://www.youtube.com/watch?v=one'),
  embed('The gate opens', 'https://www.youtube.com/watch?v=two'),
  keyed({_type: 'factBox', body: [words('最初の背景。')]}),
  keyed({_type: 'factBox', body: [words('次の背景。')]}),
  keyed({_type: 'keyPoints', points: ['要点その一', '要点その二']}),
  keyed({_type: 'keyPoints', points: ['要点その三']}),
]

const ARTICLES = [
  article('the-harbour-in-japanese', '港の門が閉じた夜', {
    language: 'ja',
    dek: '市の門は一度だけ自分で閉じた。',
    leadPhoto: {_type: 'photoUse', photo: reference('photo-free'), caption: '開いた門'},
    keyPoints: ['門は閉じた。', '誰も押していない。'],
    body: [
      words('夜の港には誰もいなかった。'),
      words('門', 'h2'),
      words('門番はこう言った。'),
      quote('quote-in-english', 'inline'),
      quote('quote-in-french', 'pull'),
      words('海', 'h3'),
      quote('quote-in-arabic'),
      picture('photo-free', {role: 'supporting'}),
      picture('photo-freer', {role: 'showcase'}),
      picture('photo-without-words'),
      ...twice,
    ],
  }),
  article('the-harbour-in-arabic', 'الليلة التي أغلقت فيها البوابة نفسها', {
    language: 'ar',
    dek: 'لم يضغط أحد على الزر.',
    leadPhoto: {_type: 'photoUse', photo: reference('photo-freer')},
    body: [
      words('كان الميناء خاليا.'),
      words('البوابة', 'h2'),
      quote('quote-in-english'),
      ...QUOTED,
    ],
  }),
  ...A_LIST_AND_MORE.map((number) =>
    article(`tide-table-${number}`, `Tide table, week ${number}`, {
      dek: `High and low water in week ${number}.`,
      leadPhoto: {_type: 'photoUse', photo: reference('photo-free')},
      body: [words(`Week ${number}.`)],
    }),
  ),
]

const CORRECTIONS = A_LIST_AND_MORE.map((number) => ({
  _id: `correction-tide-table-${number}`,
  _type: 'correction',
  article: reference(`article-tide-table-${number}`),
  number: 1,
  type: number % 2 ? 'correction' : 'clarification',
  readerNote: `High water in week ${number} was an hour later than we wrote.`,
  wrongText: 'At six',
  rightText: 'At seven',
  publishedAt: THEN,
}))

/** Publishes all of it, by the command with which operators bring content along. */
export async function importHardPages(newsroom: Newsroom): Promise<void> {
  const documents = [...PHOTOS, ...QUOTES, ...ARTICLES, ...CORRECTIONS]
  const file = join(newsroom.folder, 'hard-pages.ndjson')
  writeFileSync(file, documents.map((document) => JSON.stringify(document)).join('\n'))
  await newsroom.copydesk('import', file)
}
