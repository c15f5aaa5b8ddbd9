// A small newsroom's documents, whole: what publishes, and what a bare new document is told.
import {describe, expect, it} from 'vitest'
import {markersOf, NEWSROOM, others, schema, unknownFieldsOf} from './support.ts'

describe('the documents of a small newsroom', () => {
  it.each(NEWSROOM.map((document) => [document._type, document] as const))(
    'say nothing at all about a complete %s',
    async (_, document) => {
      expect(await markersOf(document, others(document))).toEqual([])
    },
  )
})

it('a document of the newsroom holds no field that the schema does not know', async () => {
  for (const document of NEWSROOM) expect(await unknownFieldsOf(document)).toEqual([])
})

describe('a new document with nothing in it', () => {
  const errorsOf = async (_type: string) =>
    (await markersOf({_id: 'new', _type}))
      .filter(({level}) => level === 'error')
      .map(({path}) => path)
      .toSorted()

  it('lacks what a page cannot do without', async () => {
    expect(await errorsOf('article')).toEqual([
      'articleType',
      'bylines',
      'dek',
      'headline',
      'language',
      'section',
      'slug',
    ])
    expect(await errorsOf('photoWithCredit')).toEqual(['alt', 'creditLine', 'image'])
    expect(await errorsOf('expertQuote')).toEqual([
      'attribution',
      'kind',
      'language',
      'terms',
      'text',
    ])
    expect(await errorsOf('author')).toEqual(['name', 'slug', 'status'])
    expect(await errorsOf('source')).toEqual(['kind', 'name'])
    expect(await errorsOf('section')).toEqual(['slug', 'title'])
    expect(await errorsOf('topic')).toEqual(['slug', 'title'])
    expect(await errorsOf('siteSettings')).toEqual(['language', 'name', 'timeZone'])
  })

  it('is told about each lack once', async () => {
    for (const _type of ['article', 'photoWithCredit', 'expertQuote', 'author']) {
      const said = (await markersOf({_id: 'new', _type})).map(
        ({path, message}) => `${path} ${message}`,
      )
      expect(said).toEqual([...new Set(said)])
    }
  })
})

it('compiles without a problem', () => {
  const problems = (schema._validation ?? []).flatMap(({problems}) => problems)
  expect(problems).toEqual([])
})
