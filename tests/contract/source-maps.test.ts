// Results name their sources, as `@sanity/client` reads them: source maps, and edit links that
// stega hides in text.
import type {ContentSourceMap, SanityClient} from '@sanity/client'
import {applySourceDocuments} from '@sanity/client/csm'
import {createRequire} from 'node:module'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {ARTICLE_BY_ID_QUERY, ARTICLE_BY_SLUG_QUERY} from '../../queries/articles.ts'
import {mutate} from '../support/embargoed.ts'
import {startLake, type TestLake} from '../support/lake.ts'
import {faultsOf} from '@copydesk/groq/tests/trace-support.ts'

/** The client's own copy, which writes the links. */
const {vercelStegaDecode} = createRequire(import.meta.resolve('@sanity/client'))(
  '@vercel/stega',
) as {
  vercelStegaDecode: (text: string) => {href: string} | undefined
}

const SLUG = 'barrier'
const reference = (_ref: string) => ({_type: 'reference', _ref})
const block = (_key: string, text: string) => ({
  _key,
  _type: 'block',
  style: 'normal',
  markDefs: [],
  children: [{_key: `${_key}s`, _type: 'span', marks: [], text}],
})
const article = (_id: string, headline: string) => ({
  _id,
  _type: 'article',
  headline,
  slug: {_type: 'slug', current: SLUG},
  firstPublishedAt: '2026-11-01T08:00:00Z',
  section: reference('politics'),
  bylines: [{_key: 'b1', author: reference('ada')}],
  leadPhoto: {_type: 'photoUse', photo: reference('harbour'), caption: 'The harbour, here'},
  body: [
    // Long enough that the text stays in the database until it is read.
    block('k1', 'The first paragraph. '.repeat(50)),
    block('k2', 'The second paragraph.'),
    {_key: 'k3', _type: 'photoUse', photo: reference('harbour')},
    {_key: 'k4', _type: 'quoteUse', quote: reference('said')},
    {_key: 'k5', _type: 'factBox', title: 'In brief', body: [block('k6', 'A fact.')]},
  ],
})
const photo = (_id: string, caption: string) => ({
  _id,
  _type: 'photoWithCredit',
  caption,
  alt: 'Boats',
  creditLine: 'Jo Bell / Courier',
})

const DOCUMENTS = [
  {_id: 'politics', _type: 'section', title: 'Politics'},
  {_id: 'ada', _type: 'author', name: 'Ada Crane'},
  {_id: 'moy', _type: 'source', kind: 'person', name: 'Greta Moy'},
  {
    _id: 'said',
    _type: 'expertQuote',
    text: 'It held.',
    terms: 'onRecord',
    attribution: 'said Greta Moy',
    speakers: [{_key: 's1', titleAtTime: 'Ombudsman', source: reference('moy')}],
  },
  photo('harbour', 'The harbour'),
  photo('drafts.harbour', 'The harbour at dawn'),
  article('barrier', 'The barrier'),
  article('drafts.barrier', 'The barrier held'),
]

let lake: TestLake
let editor: SanityClient
beforeAll(async () => {
  lake = await startLake()
  expect(
    await mutate(
      lake,
      DOCUMENTS.map((create) => ({create})),
    ),
  ).toBe(200)
  editor = lake.client('editor').withConfig({perspective: 'drafts'})
})
afterAll(() => lake.close())

interface Mapped {
  result: any
  resultSourceMap?: ContentSourceMap
}
const ask = async (
  client: SanityClient,
  query: string,
  resultSourceMap: boolean | 'withKeyArraySelector' = true,
): Promise<Mapped> =>
  await client.fetch(query, {slug: SLUG, id: 'barrier'}, {filterResponse: false, resultSourceMap})

describe('a source map', () => {
  it('names document and path of each value', async () => {
    const {result, resultSourceMap} = await ask(
      editor,
      '*[_type == "article"]{_id, headline, "by": bylines[].author->name, "n": 1, "count": count(body), "none": gone}',
    )
    expect(result).toEqual([
      {_id: 'barrier', headline: 'The barrier held', by: ['Ada Crane'], n: 1, count: 5, none: null},
    ])
    const from = (document: number, path: number) => ({
      type: 'value',
      source: {type: 'documentValue', document, path},
    })
    expect(resultSourceMap).toEqual({
      documents: [
        {_id: 'drafts.barrier', _type: 'article'},
        {_id: 'ada', _type: 'author'},
      ],
      paths: ["$['_id']", "$['headline']", "$['name']"],
      mappings: {
        "$[0]['_id']": from(0, 0),
        "$[0]['headline']": from(0, 1),
        "$[0]['by'][0]": from(1, 2),
        "$[0]['n']": {type: 'value', source: {type: 'literal'}},
        "$[0]['count']": {type: 'value', source: {type: 'unknown'}},
      },
    })
  })

  it('names items by index, or by key on request', async () => {
    const query = '*[_id == "barrier"][0].body[_type == "factBox"].body[0].children'
    expect((await ask(editor, query)).resultSourceMap?.paths).toEqual([
      "$['body'][4]['body'][0]['children']",
    ])
    expect((await ask(editor, query, 'withKeyArraySelector')).resultSourceMap?.paths).toEqual([
      "$['body'][?(@._key=='k5')]['body'][?(@._key=='k6')]['children']",
    ])
  })

  it('is there on request, whatever was cached before', async () => {
    const reader = lake.client()
    const query = '*[_type == "article"].headline'
    for (const asked of [false, true, 'withKeyArraySelector', false, true] as const) {
      const {result, resultSourceMap} = await ask(reader, query, asked)
      expect(result).toEqual(['The barrier'])
      expect(resultSourceMap?.documents).toEqual(
        asked ? [{_id: 'barrier', _type: 'article'}] : undefined,
      )
    }
  })

  it('is refused in another form', async () => {
    const response = await lake.fetch(
      '/v2025-02-19/data/query/production?query=*&resultSourceMap=yes',
    )
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      error: {
        type: 'malformedParameter',
        description: '"resultSourceMap" must be true, false or withKeyArraySelector.',
      },
    })
  })

  it('shows readers only documents that they may read', async () => {
    const {result, resultSourceMap} = await ask(
      lake.client(),
      '*[]{..., "photo": leadPhoto.photo->caption}',
    )
    expect(JSON.stringify(result)).not.toContain('dawn')
    const named = resultSourceMap?.documents.map(({_id}) => _id)
    expect(named?.toSorted()).toEqual(['ada', 'barrier', 'harbour', 'moy', 'politics', 'said'])
  })

  it.each([ARTICLE_BY_SLUG_QUERY, ARTICLE_BY_ID_QUERY])(
    'is correct for an article as the site fetches it: %#',
    async (query) => {
      const stored = await lake.client('editor').fetch('*[]')
      for (const form of [true, 'withKeyArraySelector'] as const) {
        const {result, resultSourceMap} = await ask(editor, query, form)
        expect(result.headline).toBe('The barrier held')
        const answer = {plain: '', traced: JSON.stringify(result), map: resultSourceMap!}
        // A draft is shown under the published ID.
        const faults = faultsOf(answer, stored).filter((fault) => !/\['_id'\] is/.test(fault))
        expect(faults).toEqual([])
        expect(Object.keys(resultSourceMap!.mappings).length).toBeGreaterThan(50)
      }
    },
  )
})

describe('an edit, as the studio shows it before it is saved', () => {
  it.each([ARTICLE_BY_SLUG_QUERY, '*[_id == $id][0]'])(
    'changes the result like the saved document: %#',
    async (query) => {
      const changes = {
        headline: 'The barrier gave way',
        'leadPhoto.caption': 'The harbour, there',
        'body[_key=="k2"].children[0].text': 'Another second paragraph.',
        'body[_key=="k5"].title': 'At length',
      }
      const before = await ask(editor, query, 'withKeyArraySelector')
      await editor.patch('drafts.barrier').set(changes).commit()
      const stored: any[] = await lake.client('editor').fetch('*[]')
      const after = await ask(editor, query)
      expect(await mutate(lake, [{createOrReplace: DOCUMENTS.at(-1)}])).toBe(200)

      const shown = applySourceDocuments(
        before.result,
        before.resultSourceMap,
        ({_id}) => stored.find((document) => document._id === _id),
        (changed) => changed,
        'drafts',
      )
      expect(after.result.headline).toBe('The barrier gave way')
      expect(shown).toEqual(after.result)
    },
  )
})

describe('stega', () => {
  let piece: any
  beforeAll(async () => {
    const client = editor.withConfig({stega: {enabled: true, studioUrl: '/studio'}})
    piece = await client.fetch(ARTICLE_BY_SLUG_QUERY, {slug: SLUG})
  })

  /** The target of a text's hidden link. */
  function placeOf(text: string): string | undefined {
    const href = vercelStegaDecode(text)?.href
    if (href === undefined) return undefined
    const {searchParams} = new URL(href, 'http://localhost')
    const [id, type, path, perspective] = ['id', 'type', 'path', 'perspective'].map((name) =>
      searchParams.get(name),
    )
    return `${type} ${id} ${path}${perspective ? ` (${perspective})` : ''}`
  }

  it.each<[string, (piece: any) => string, string]>([
    ['the headline', (p) => p.headline, 'article barrier headline'],
    ['a section that has no draft', (p) => p.section.title, 'section politics title (published)'],
    ["an author's name", (p) => p.bylines[0].author.name, 'author ada name (published)'],
    [
      'a paragraph',
      (p) => p.body[1].children[0].text,
      'article barrier body[_key=="k2"].children[_key=="k2s"].text',
    ],
    [
      'a paragraph in a box',
      (p) => p.body[4].body[0].children[0].text,
      'article barrier body[_key=="k5"].body[_key=="k6"].children[_key=="k6s"].text',
    ],
    ['the title of the box', (p) => p.body[4].title, 'article barrier body[_key=="k5"].title'],
    ['a caption of the article', (p) => p.leadPhoto.caption, 'article barrier leadPhoto.caption'],
    ['a caption of the photo', (p) => p.body[2].photo.caption, 'photoWithCredit harbour caption'],
    ['a credit', (p) => p.leadPhoto.photo.creditLine, 'photoWithCredit harbour creditLine'],
    ['a quote', (p) => p.body[3].quote.text, 'expertQuote said text (published)'],
    [
      "a speaker's title",
      (p) => p.body[3].quote.speakers[0].titleAtTime,
      'expertQuote said speakers[_key=="s1"].titleAtTime (published)',
    ],
    [
      "a speaker's name",
      (p) => p.body[3].quote.speakers[0].source.name,
      'source moy name (published)',
    ],
  ])('leads from %s to its field', (_what, text, place) => {
    expect(placeOf(text(piece))).toBe(place)
  })

  it('leaves values that are not text to read unchanged', () => {
    expect(placeOf(piece._id)).toBeUndefined()
    expect(placeOf(piece.slug)).toBeUndefined()
    expect(placeOf(piece.date)).toBeUndefined()
  })
})
