// Generated articles with everything that a page asks for: the same ones on every machine.
import type {Json, LakeDocument} from '@copydesk/lake/types'

const WORDS =
  'harbour tide pilot council ferry budget vote letter winter gate bridge river school price market engine night paper signal storm'.split(
    ' ',
  )
const SECTIONS = 8
const AUTHORS = 20
const PHOTOS = 100
const QUOTES = 100
const AT = '2026-01-01T00:00:00.000Z'

/**
 * @param count how many articles; sections, authors, photos and quotes come on top
 * @returns ascending by `_id`, as the lake yields them
 */
export function articles(count: number): LakeDocument[] {
  const random = generator(20_260_101)
  const pick = (number: number): number => Math.floor(random() * number)
  const sentence = (length: number): string => {
    const words = Array.from({length}, () => WORDS[pick(WORDS.length)])
    return `${words.join(' ')}.`
  }
  const many = (number: number, make: (n: number) => LakeDocument): LakeDocument[] =>
    Array.from({length: number}, (_, n) => make(n))

  const article = (n: number): LakeDocument =>
    document(`article-${n}`, 'article', {
      headline: sentence(8),
      slug: slug(`article-${n}`),
      dek: sentence(25),
      articleType: 'reportage',
      language: 'en-GB',
      firstPublishedAt: new Date(Date.parse(AT) + pick(300 * 86_400) * 1000).toISOString(),
      section: reference(`section-${pick(SECTIONS)}`),
      bylines: [{_key: 'a', role: 'writer', author: reference(`author-${pick(AUTHORS)}`)}],
      leadPhoto: {_type: 'photoUse', photo: reference(`photo-${pick(PHOTOS)}`)},
      body: [
        ...Array.from({length: 8}, (_, at) => paragraph(`p${at}`, sentence(40))),
        {_type: 'quoteUse', _key: 'q', quote: reference(`quote-${pick(QUOTES)}`)},
      ],
    })

  return [
    ...many(count, article),
    ...many(SECTIONS, (n) =>
      document(`section-${n}`, 'section', {
        title: sentence(2),
        slug: slug(`section-${n}`),
        order: n,
      }),
    ),
    ...many(AUTHORS, (n) =>
      document(`author-${n}`, 'author', {name: sentence(2), slug: slug(`author-${n}`)}),
    ),
    ...many(PHOTOS, (n) => photo(n, sentence)),
    ...many(PHOTOS, image),
    ...many(QUOTES, (n) =>
      document(`quote-${n}`, 'expertQuote', {text: sentence(20), kind: 'direct', language: 'en'}),
    ),
  ].toSorted((a, b) => (a._id < b._id ? -1 : 1))
}

/** How many documents of each kind come with so many articles. */
export const sizesFor = (count: number) => ({
  articles: count,
  drafts: Math.ceil(count / 20),
  sections: SECTIONS,
  topics: Math.max(20, Math.ceil(count / 500)),
  authors: Math.max(20, Math.ceil(count / 200)),
  photos: count,
  quotes: Math.ceil(count * 1.5),
  sources: Math.ceil(count / 2),
})

const VOCABULARY = 100_000
const PARAGRAPHS = 20
/** Twenty paragraphs of so many words are 12 kB of Portable Text. */
const WORDS_IN_PARAGRAPH = 70

/**
 * A newsroom's archive: five documents for each article, texts of 12 kB with words as unevenly common as
 * in a language, and a draft for each twentieth article. A generator, since 100,000 articles do not fit
 * into memory beside the measured process.
 *
 * @param count how many articles
 */
export function* archive(count: number): Generator<LakeDocument> {
  const sizes = sizesFor(count)
  const texts = archiveTexts()
  yield* archiveBasis(sizes, texts)
  const {pick} = texts
  const day = 86_400_000
  for (let n = 0; n < sizes.articles; n++) {
    const at = new Date(Date.parse(AT) - pick(1_000 * 86_400) * 1_000).toISOString()
    yield archiveArticle(`article-${n}`, n, {sizes, texts, more: {firstPublishedAt: at}})
  }
  for (let n = 0; n < sizes.drafts; n++) {
    const edited = new Date(Date.parse(AT) + pick(day)).toISOString()
    const stage = ['draft', 'review', 'approved', 'review'][pick(4)] ?? 'draft'
    const more = {stage, _updatedAt: edited}
    yield archiveArticle(`drafts.article-${n}`, n, {sizes, texts, more})
  }
}

type Sizes = ReturnType<typeof sizesFor>
type Texts = ReturnType<typeof archiveTexts>

/** Random numbers and sentences, the same ones each time. */
function archiveTexts() {
  const random = generator(20_260_701)
  const vocabulary = Array.from({length: VOCABULARY}, (_, n) => wordOf(n))
  return {
    pick: (number: number): number => Math.floor(random() * number),
    sentence(length: number): string {
      const words: string[] = []
      for (let n = 0; n < length; n++) {
        words.push(vocabulary[Math.floor(VOCABULARY * random() ** 4)] ?? '')
      }
      return `${words.join(' ')}.`
    },
  }
}

/** Everything that articles refer to. */
function* archiveBasis(sizes: Sizes, {pick, sentence}: Texts): Generator<LakeDocument> {
  for (let n = 0; n < sizes.sections; n++) {
    yield document(`section-${n}`, 'section', {
      title: sentence(2),
      slug: slug(`section-${n}`),
      order: n,
    })
  }
  for (let n = 0; n < sizes.topics; n++) {
    yield document(`topic-${n}`, 'topic', {title: sentence(2), slug: slug(`topic-${n}`)})
  }
  for (let n = 0; n < sizes.authors; n++) {
    yield document(`author-${n}`, 'author', {name: sentence(2), slug: slug(`author-${n}`)})
  }
  for (let n = 0; n < sizes.photos; n++) {
    yield photo(n, sentence)
    yield image(n)
  }
  for (let n = 0; n < sizes.sources; n++) {
    yield document(`source-${n}`, 'source', {name: sentence(2), kind: 'person'})
  }
  for (let n = 0; n < sizes.quotes; n++) {
    yield document(`quote-${n}`, 'expertQuote', {
      text: sentence(20),
      kind: 'direct',
      language: 'en',
      speakers: [{_key: 's', source: reference(`source-${pick(sizes.sources)}`)}],
    })
  }
}

function archiveArticle(
  id: string,
  n: number,
  {sizes, texts, more}: {sizes: Sizes; texts: Texts; more: Record<string, Json>},
): LakeDocument {
  const {pick, sentence} = texts
  const two = (number: number): number[] => {
    const first = pick(number)
    return [first, (first + 1 + pick(number - 1)) % number]
  }
  return document(id, 'article', {
    headline: sentence(8),
    slug: slug(`article-${n}`),
    dek: sentence(25),
    articleType: 'reportage',
    language: 'en-GB',
    section: reference(`section-${pick(sizes.sections)}`),
    topics: two(sizes.topics).map((topic) => reference(`topic-${topic}`)),
    bylines: two(sizes.authors).map((author, at) => ({
      _key: `${at}`,
      role: 'writer',
      author: reference(`author-${author}`),
    })),
    leadPhoto: {_type: 'photoUse', photo: reference(`photo-${pick(sizes.photos)}`)},
    body: [
      ...Array.from({length: PARAGRAPHS}, (_, at) =>
        paragraph(`p${at}`, sentence(WORDS_IN_PARAGRAPH)),
      ),
      {_type: 'quoteUse', _key: 'q', quote: reference(`quote-${pick(sizes.quotes)}`)},
      {
        _type: 'photoUse',
        _key: 'f',
        photo: reference(`photo-${pick(sizes.photos)}`),
      },
    ],
    ...more,
  })
}

/** Made of syllables, each number another word. */
function wordOf(number: number): string {
  const syllables = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'se', 'to', 'vi', 'zu']
  const digits = String(number).split('')
  return digits.map((digit) => syllables[Number(digit)] ?? '').join('')
}

/** A word of the archive's: the higher the number, the rarer it is. */
export const rareWord = (n: number): string => wordOf(VOCABULARY - 1 - n)

const photo = (n: number, sentence: (length: number) => string): LakeDocument =>
  document(`photo-${n}`, 'photoWithCredit', {
    image: {_type: 'image', asset: reference(`image-${n}-1600x1066-jpg`)},
    caption: sentence(12),
    alt: sentence(12),
    creditLine: sentence(3),
  })

const image = (n: number): LakeDocument =>
  document(`image-${n}-1600x1066-jpg`, 'sanity.imageAsset', {
    url: `http://127.0.0.1/images/copydesk/production/${n}-1600x1066.jpg`,
    metadata: {dimensions: {width: 1600, height: 1066}, hasAlpha: false},
  })

function document(_id: string, _type: string, fields: Record<string, Json>): LakeDocument {
  return {_id, _type, _rev: 'bench', _createdAt: AT, _updatedAt: AT, ...fields}
}

/** A paragraph of Portable Text with one span. */
export function paragraph(key: string, text: string): Record<string, Json> {
  return {
    _type: 'block',
    _key: key,
    style: 'normal',
    markDefs: [],
    children: [{_type: 'span', _key: 's', text, marks: []}],
  }
}

const reference = (_ref: string) => ({_type: 'reference', _ref})
const slug = (current: string) => ({_type: 'slug', current})

/** Numbers from 0 to 1 that come in the same order every time (mulberry32). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
