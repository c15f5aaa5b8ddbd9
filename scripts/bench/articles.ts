// Generated articles with everything that a page asks for: the same ones on every machine.
import type {Json, LakeDocument} from '../../lake/types.ts'

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
  const document = (_id: string, _type: string, fields: Record<string, Json>): LakeDocument => ({
    _id,
    _type,
    _rev: 'bench',
    _createdAt: AT,
    _updatedAt: AT,
    ...fields,
  })
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
    ...many(PHOTOS, (n) =>
      document(`photo-${n}`, 'photoWithCredit', {
        image: {_type: 'image', asset: reference(`image-${n}-1600x1066-jpg`)},
        caption: sentence(12),
        alt: sentence(12),
        creditLine: sentence(3),
      }),
    ),
    ...many(PHOTOS, (n) =>
      document(`image-${n}-1600x1066-jpg`, 'sanity.imageAsset', {
        url: `http://127.0.0.1/images/copydesk/production/${n}-1600x1066.jpg`,
        metadata: {dimensions: {width: 1600, height: 1066}, hasAlpha: false},
      }),
    ),
    ...many(QUOTES, (n) =>
      document(`quote-${n}`, 'expertQuote', {text: sentence(20), kind: 'direct', language: 'en'}),
    ),
  ].toSorted((a, b) => (a._id < b._id ? -1 : 1))
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
