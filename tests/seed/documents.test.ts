// What an importer, the studio and the site take for granted about the seed.
import {describe, expect, test} from 'vitest'
import {REAL_SOURCES} from '../../seed/people.ts'
import {newsroomNdjson} from '../../seed/newsroom.ts'
import {checkContent} from '../../workflow/checks/content.ts'
import {gatherPiece} from '../../workflow/gather.ts'
import {markersOf, stored, unknownFieldsOf} from '../schemas/support.ts'
import {byId, committed, documents, imported, ofType, walk} from './support.ts'

const inLake = documents.map(imported).map((document) => stored(document))

describe('the committed file', () => {
  test('matches its sources: run `npx node seed/build.ts`', () => {
    expect(committed()).toBe(newsroomNdjson())
  })

  test('holds each id once', () => {
    const ids = documents.map(({_id}) => _id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('gives every object in an array a key of its own', () => {
    for (const document of documents) {
      for (const {path, value} of walk(document, document._id)) {
        if (!Array.isArray(value) || typeof value[0] !== 'object') continue
        const keys = value.map((item) => item._key)
        expect(keys, path).toEqual(keys.filter((key) => typeof key === 'string' && key))
        expect(new Set(keys).size, path).toBe(keys.length)
      }
    }
  })
})

describe('ids', () => {
  test('of public documents have no dot, or readers would never see them', () => {
    const dotted = documents.filter(
      ({_id, _type}) => !_type.startsWith('private') && _id.replace(/^drafts\./, '').includes('.'),
    )
    expect(dotted).toEqual([])
  })

  test('of private documents name their public one, which exists', () => {
    const secret = documents.filter(({_type}) => _type.startsWith('private'))
    expect(secret.length).toBeGreaterThan(0)
    for (const document of secret) {
      const [, kind, id] = /^private\.(source|quote|photo|author)\.(.+)$/.exec(document._id) ?? []
      expect((document as any)[kind!], document._id).toEqual({
        _type: 'reference',
        _ref: id,
        _weak: true,
      })
      expect(byId(id!) ?? byId(`drafts.${id}`), document._id).toBeDefined()
    }
  })
})

describe('references', () => {
  test('lead to documents of the seed; those to drafts are weak', () => {
    for (const document of documents) {
      for (const {path, value} of walk(document, document._id)) {
        if (typeof value?._ref !== 'string') continue
        const found = byId(value._ref) ?? (value._weak && byId(`drafts.${value._ref}`))
        expect(found, `${path} → ${value._ref}`).toBeTruthy()
      }
    }
  })

  test('from public documents never lead to private ones', () => {
    const leaks = documents
      .filter(({_type}) => !_type.startsWith('private'))
      .filter((document) => JSON.stringify(document).includes('private.'))
    expect(leaks).toEqual([])
  })
})

describe('the schema', () => {
  test.each(documents.map(({_id}) => _id))('accepts %s', async (id) => {
    const markers = await markersOf(imported(byId(id)), inLake)
    expect(markers.filter(({level}) => level === 'error')).toEqual([])
    expect(await unknownFieldsOf(stored(imported(byId(id))))).toEqual([])
  })

  test(
    'has few warnings about the seed, all about missing pictures and unfinished pieces',
    {tags: ['full']},
    async () => {
      const warnings: string[] = []
      for (const document of documents) {
        const markers = await markersOf(imported(document), inLake)
        for (const {level, path, message} of markers) {
          if (level === 'warning') warnings.push(`${document._id} ${path}: ${message}`)
        }
      }
      expect(warnings).toEqual([
        'article-four-votes leadPhoto: The article has no lead photo.',
        'article-waiting-hall leadPhoto: The article has no lead photo.',
        'article-who-may-close leadPhoto: The article has no lead photo.',
        'article-four-candidates leadPhoto: The article has no lead photo.',
        'article-boat-names leadPhoto: The article has no lead photo.',
        'article-let-it-close leadPhoto: The article has no lead photo.',
        'article-dear-north-shore leadPhoto: The article has no lead photo.',
        'article-not-a-shop leadPhoto: The article has no lead photo.',
        'article-leave-the-ropewalk leadPhoto: The article has no lead photo.',
        'article-my-mothers-form leadPhoto: The article has no lead photo.',
        'drafts.article-cold-store leadPhoto: The article has no lead photo.',
        'drafts.article-school-boats leadPhoto: The article has no lead photo.',
        'drafts.article-school-boats related: The article leads readers to no other one.',
        'drafts.article-pact-debate leadPhoto: The article has no lead photo.',
        'drafts.article-alarm-audit leadPhoto: The article has no lead photo.',
        'drafts.article-harbour-seal leadPhoto: The article has no lead photo.',
        'drafts.article-harbour-seal related: The article leads readers to no other one.',
      ])
    },
  )
})

describe('the editorial checks', () => {
  const time = Date.parse('2026-11-25T10:00:00Z')
  // The draft of a published piece is another version, with checks of its own.
  const live = new Map(inLake.map((document) => [document._id, document]))
  const look = (id: string): any => (id.startsWith('drafts.') ? null : (live.get(id) ?? null))

  test.each(ofType('article').map(({_id}) => _id))('let an editor approve %s', (id) => {
    const {piece} = gatherPiece(id, look)
    const reasons = checkContent(piece, {time, isPublication: false})
    expect(reasons.filter(({severity}) => severity === 'error')).toEqual([])
  })

  test('refuse a piece without its sources', () => {
    const {piece} = gatherPiece('article-kelp-harvest', (id) =>
      id === 'source-runa-dunmore' ? null : look(id),
    )
    const reasons = checkContent(piece, {time, isPublication: false})
    expect(reasons.some(({severity}) => severity === 'error')).toBe(true)
  })
})

describe('corrections and notices', () => {
  const corrections = ofType('correction')
  const notices = ofType('notice')

  test('are named after their article, and come after it was published', () => {
    expect(corrections.map(({type}) => type)).toEqual(['correction', 'update'])
    for (const {_id, article, number, publishedAt} of corrections) {
      expect(_id).toBe(`correction-${article._ref}-${number}`)
      expect(byId(article._ref).firstPublishedAt < publishedAt, _id).toBe(true)
    }
    expect(notices).toHaveLength(1)
    for (const {_id, articleId} of notices) expect(_id).toBe(`notice-${articleId}-1`)
  })

  test('match the article now, and no article is at a withdrawn one’s address', () => {
    for (const {article, wrongText, rightText} of corrections) {
      if (!rightText) continue
      const text = JSON.stringify(byId(article._ref).body)
      expect(text).toContain(rightText)
      expect(text).not.toContain(wrongText)
    }
    const addresses = ofType('article').map(({slug}) => slug.current)
    for (const {articleId, slug} of notices) {
      expect(byId(articleId)).toBeUndefined()
      expect(addresses).not.toContain(slug)
    }
  })
})

describe('the newsroom', () => {
  const articles = ofType('article')

  test('looks like one: thirty or more pieces in five sections by eight or more authors', () => {
    expect(articles.length).toBeGreaterThanOrEqual(30)
    const bySection = Object.groupBy(articles, ({section}) => section._ref)
    expect(Object.keys(bySection)).toHaveLength(5)
    for (const [section, pieces] of Object.entries(bySection)) {
      expect(pieces?.length, section).toBeGreaterThanOrEqual(6)
    }
    expect(ofType('author').length).toBeGreaterThanOrEqual(8)
    expect(new Set(ofType('author').map(({status}) => status)).size).toBeGreaterThanOrEqual(4)
    expect(new Set(articles.map(({articleType}) => articleType)).size).toBeGreaterThanOrEqual(7)
  })

  test('publishes pieces of 250 words or more, and no paragraph twice', () => {
    const seen = new Set<string>()
    for (const {_id, body} of articles) {
      const paragraphs: string[] = body
        .filter(({_type}: any) => _type === 'block')
        .map(({children}: any) => children.map(({text}: any) => text).join(''))
      expect(paragraphs.join(' ').split(/\s+/).length, _id).toBeGreaterThanOrEqual(250)
      for (const paragraph of paragraphs) {
        expect(seen.has(paragraph), `${_id}: ${paragraph}`).toBe(false)
        seen.add(paragraph)
      }
    }
  })

  test('has opinion by six authors, each with a drawn portrait', () => {
    const opinion = articles.filter(({section}) => section._ref === 'section-opinion')
    const writers = new Set(opinion.map(({bylines}) => bylines[0].author._ref))
    expect(opinion.every(({articleType}) => articleType === 'opinion')).toBe(true)
    expect(writers.size).toBeGreaterThanOrEqual(6)
    for (const writer of writers) {
      const {rights, digitalSourceType, caption} = byId(byId(writer).portrait.photo._ref)
      expect({rights, digitalSourceType}, writer).toMatchObject({
        rights: {category: 'illustration'},
        digitalSourceType: 'digitalCreation',
      })
      expect(caption).toContain('drawn')
    }
  })

  test('shows each photograph of the museum in at most two pieces', () => {
    const pieces = documents.filter(({_id, _type}) => _type === 'article' && !byId(_id.slice(7)))
    for (const {_id, creator} of ofType('photoWithCredit')) {
      if (!creator) continue
      const users = pieces.filter((piece) => JSON.stringify(piece).includes(`"${_id}"`))
      expect(users.length, _id).toBeLessThanOrEqual(2)
    }
  })

  test('has ten or more invented sources, persons and institutions, besides the real ones', () => {
    const invented = ofType('source').filter(({_id}) => !REAL_SOURCES.includes(_id))
    expect(invented.length).toBeGreaterThanOrEqual(10)
    expect(new Set(invented.map(({kind}) => kind))).toEqual(new Set(['person', 'institution']))
  })

  test('quotes real people in one piece only', () => {
    const real = new Set(REAL_SOURCES)
    const quotes = ofType('expertQuote').filter(({speakers}) =>
      speakers.some(({source}: any) => real.has(source._ref)),
    )
    const users = articles.filter((article) =>
      quotes.some(({_id}) => JSON.stringify(article.body).includes(`"${_id}"`)),
    )
    expect(users.map(({_id}) => _id)).toEqual(['article-two-sessions'])
  })

  test('works on drafts: new pieces, and a change to one that is live', () => {
    const drafts = documents.filter(
      ({_id, _type}) => _type === 'article' && _id.startsWith('drafts.'),
    )
    const live = drafts.filter(({_id}) => byId(_id.replace('drafts.', '')))
    expect(drafts.map(({_id}) => _id)).toEqual([
      'drafts.article-cold-store',
      'drafts.article-school-boats',
      'drafts.article-cellar-insurance',
      'drafts.article-pact-debate',
      'drafts.article-anna-brask',
      'drafts.article-first-snow',
      'drafts.article-eleven-reels',
      'drafts.article-alarm-audit',
      'drafts.article-harbour-seal',
      'drafts.article-night-ferry',
    ])
    expect(live.map(({_id}) => _id)).toEqual(['drafts.article-night-ferry'])
    expect((live[0] as any).dek).not.toBe(byId('article-night-ferry').dek)
  })

  test('has published its pieces at different times, the oldest in March 2024', () => {
    const times = articles.map(({firstPublishedAt}) => firstPublishedAt).toSorted()
    expect(new Set(times).size).toBe(articles.length)
    expect(times[0].slice(0, 10)).toBe('2024-03-04')
  })

  test('uses every quote that it has published', () => {
    const bodies = JSON.stringify(documents.filter(({_type}) => _type === 'article'))
    const unused = ofType('expertQuote').filter(({_id}) => !bodies.includes(`"${_id}"`))
    expect(unused).toEqual([])
  })
})
