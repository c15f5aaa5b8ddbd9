// Content that is of another shape than any studio would write it: what came by an import, or by
// somebody's program. Its page says what can be said, and the pages that list it stay as they are.
import {describe, expect, test} from 'vitest'
import type {Document} from './support/client.ts'
import {
  article,
  block,
  correction,
  newsroom,
  photo,
  photoUse,
  quote,
  quoteUse,
  reference,
} from './support/fixtures.ts'
import {someOf} from '../support/runs.ts'
import {textOf} from './support/html.ts'
import {ORIGIN, siteOver, visit} from './support/visit.ts'

const PAGES = [
  '/',
  '/article/piece',
  '/author/ada-byrne',
  '/source/source-green',
  '/sources',
  '/photo/lead',
  '/corrections',
  '/series/tide',
  '/series/tide/feed.atom',
  '/feed.xml',
  '/article/piece/newsml.xml',
  '/sitemap-1.xml',
]
const address = 'https://example.org/'

function whole(): Document[] {
  const body = [
    block('Words.'),
    quoteUse('said'),
    photoUse('lead'),
    {_type: 'embed', _key: 'e', url: 'https://www.youtube.com/watch?v=1', title: 'A film'},
    {_type: 'callToAction', _key: 'c', text: 'Act', label: 'Now', url: address},
    {_type: 'factBox', _key: 'f', title: 'Facts', body: [block('A fact.')]},
    {_type: 'keyPoints', _key: 'k', title: 'In short', points: ['A point']},
  ]
  const piece = article('piece', {
    kicker: 'Kicker',
    dateline: 'TOKYO',
    updatedNote: 'Note',
    keyPoints: ['A point'],
    citations: [{_key: 'c', title: 'A report', url: address}],
    leadPhoto: photoUse('lead', {caption: 'A pier', alt: 'A pier'}),
    body,
  })
  const said = quote('said', {
    original: {text: 'Mots.', language: 'fr'},
    provenance: {url: address, publication: 'The Ledger'},
  })
  const second = {...article('second', {body: []}), dek: null}
  const parts = ['second', 'piece'].map((id) => ({_key: id, ...reference(id)}))
  const tide = {
    _id: 'tide',
    _type: 'series',
    title: 'The tide',
    slug: {current: 'tide'},
    description: 'Water.',
    picture: photoUse('lead', {caption: 'A pier'}),
    parts,
  }
  const flood = {
    _id: 'flood',
    _type: 'storyPackage',
    title: 'The flood',
    description: 'Words.',
    main: reference('second'),
    sides: parts.slice(1),
  }
  return newsroom(piece, second, photo('lead'), said, correction('piece', 1), tide, flood)
}

type Path = (string | number)[]

/** All that can be exchanged in a document, to four levels. */
function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path
  if (typeof value !== 'object' || value === null || path.length === 4) return
  for (const [name, member] of Object.entries(value)) {
    if (path.length === 0 && name.startsWith('_')) continue
    yield* pathsIn(member, [...path, Array.isArray(value) ? Number(name) : name])
  }
}

function exchanged(documents: Document[], index: number, path: Path, wrong: unknown): Document[] {
  const copy = structuredClone(documents)
  let at = copy[index] as unknown as Record<string | number, unknown>
  for (const step of path.slice(0, -1)) at = at[step] as typeof at
  at[path.at(-1) ?? ''] = wrong
  return copy
}

const WRONG: unknown[] = ['constructor', {a: 1}, [null], null, 7, ['words', [1]]]

test.for(someOf(WRONG, 3))(
  'whichever field holds %j, no page is missing for it',
  {tags: ['random'], timeout: 60_000},
  async (wrong) => {
    const documents = whole()
    const broken: string[] = []
    let asked = 0
    for (const [index, document] of documents.entries()) {
      for (const path of pathsIn(document)) {
        const errors: unknown[] = []
        const changed = exchanged(documents, index, path, wrong)
        const site = siteOver(changed, {onError: (error) => void errors.push(error)})
        for (const page of PAGES) {
          asked++
          await site.fetch(new Request(ORIGIN + page))
          if (errors.length > 0) broken.push(`${document._type}.${path.join('.')} on ${page}`)
          errors.length = 0
        }
      }
    }
    expect(broken).toEqual([])
    expect(asked).toBeGreaterThan(1000)
  },
)

describe('A text keeps its place beside', () => {
  test.each<[string, object]>([
    ['a style that every object has', {...block('x'), style: 'constructor'}],
    ['a style that no object has', {...block('x'), style: '__proto__'}],
    ['a list that is none', {...block('x'), listItem: '__proto__', level: -1}],
    ['a list of a million levels', {...block('x'), listItem: 'bullet', level: 1e6}],
    ['a list of no level', {...block('x'), listItem: 'number', level: 'x'}],
    [
      'a mark that every object has',
      {...block('x'), children: [{_type: 'span', text: 'x', marks: ['toString']}]},
    ],
    ['a member that every object has', {_type: 'toString', _key: 't'}],
    ['a member of no type', {_key: 't'}],
    ['nothing', {}],
    ['a span that is none', {...block('x'), children: [null, 'x', {_type: 'valueOf'}]}],
    ['a photo at no place', {...photoUse('lead'), role: '__proto__'}],
    ['a quote said nowhere', quoteUse('nowhere')],
  ])('%s', async (_, member) => {
    const body = [block('Before.'), member, block('After.')]
    const site = siteOver(newsroom(article('piece', {body}), photo('lead')))
    const {response, html} = await visit(site, '/article/piece')
    expect(response.status).toBe(200)
    expect(textOf(html)).toMatch(/Before\.[^]*After\./)
    expect(html).not.toContain('[object')
    expect(html).not.toContain('native code')
    expect((await visit(site, '/feed.xml')).response.status).toBe(200)
  })
})
