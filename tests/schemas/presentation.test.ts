// What a journalist sees of the types: names, help, pictures, lists.
import type {ObjectSchemaType, SchemaType} from 'sanity'
import {describe, expect, it} from 'vitest'
import {documentTypes, schemaTypes} from '../../schemas/index.ts'
import {schema} from './support.ts'

const objectTypes = schemaTypes.filter(({type}) => type === 'document' || type === 'object')
const JARGON = /\b(string|array|boolean|null|schema|GROQ|JSON|Portable Text|reference document)\b/i

describe.each(objectTypes.map(({name}) => name))('%s', (name) => {
  const type = schema.get(name) as ObjectSchemaType

  it('has a title and an icon', () => {
    expect(type.title).toBeTruthy()
    expect(type.icon).toBeTruthy()
  })

  it('explains each field in plain words', () => {
    for (const field of type.fields) {
      const {title, description} = field.type
      expect(title, field.name).toBeTruthy()
      expect(description, `${name}.${field.name}`).toMatch(/\S.*[.?]”?$/)
      expect(`${title} ${description}`).not.toMatch(JARGON)
    }
  })
})

describe.each(documentTypes.map(({name}) => name))('the document %s', (name) => {
  const type = schema.get(name) as ObjectSchemaType

  it('has a preview, also when the document is empty', () => {
    const {select, prepare} = type.preview!
    expect(Object.keys(select!).length).toBeGreaterThan(0)
    expect(prepare!({})).toMatchObject({title: expect.stringMatching(/\S/)})
  })

  it('can be ordered in lists, unless there is only one', () => {
    // As declared: the compiled type has orderings that Sanity guesses from field names.
    const declared = documentTypes.find((type) => type.name === name)!
    const orderings = 'orderings' in declared ? declared.orderings : []
    expect(orderings.length > 0).toBe(name !== 'siteSettings')
  })

  it('puts each field into a group that exists, if it has groups', () => {
    const names = (type.groups ?? []).map((group) => group.name)
    if (names.length === 0) return
    for (const field of type.fields) {
      const groups = [field.group ?? []].flat()
      expect(groups.length, field.name).toBeGreaterThan(0)
      for (const group of groups) expect(names).toContain(group)
    }
  })
})

it('a list shows picture, credit and clearance of a photo', () => {
  const preview = schema.get('photoWithCredit')!.preview!
  const shown = preview.prepare!({
    caption: 'A press conference',
    creditLine: '© Sankei',
    clearance: 'cleared',
    media: 'the picture',
  })
  expect(shown).toEqual({
    title: 'A press conference',
    subtitle: '© Sankei · Cleared',
    media: 'the picture',
  })
})

it('a list shows whether an article is published, embargoed or neither', () => {
  const {prepare} = schema.get('article')!.preview!
  const subtitle = (value: Record<string, unknown>) => prepare!(value).subtitle
  expect(subtitle({firstPublishedAt: '2024-03-04T09:00:00Z', section: 'Politics'})).toBe(
    '2024-03-04 · Politics',
  )
  expect(subtitle({embargo: '2999-01-01T00:00:00Z'})).toBe('Embargo 2999-01-01')
  expect(subtitle({author: 'Dana Writer'})).toBe('Not published yet · Dana Writer')
})

it('a list shows what was corrected where, and what became of a withdrawn article', () => {
  const {prepare} = schema.get('correction')!.preview!
  const told = {note: 'It was 16 June.', type: 'update', publishedAt: '2026-11-18T10:40:00Z'}
  expect(prepare!({...told, referred_headline: 'Running dry'})).toMatchObject({
    title: 'Update: Running dry',
    subtitle: '2026-11-18 · It was 16 June.',
  })
  const gone = {headline: 'Three bids', kind: 'withdrawn', at: '2026-11-14T15:10:00Z'}
  expect(schema.get('notice')!.preview!.prepare!(gone)).toMatchObject({
    title: 'Three bids',
    subtitle: 'Withdrawn · 2026-11-14',
  })
})

it('a photo that was not chosen yet is not called one without a caption', () => {
  const {prepare} = schema.get('photoUse')!.preview!
  expect(prepare!({})).toMatchObject({title: 'No photo chosen'})
  expect(prepare!({chosen: 'photo-1'})).toMatchObject({
    title: 'Photo without a caption',
    subtitle: 'No credit yet',
  })
})

it.each([
  ['article', 'headline'],
  ['photoWithCredit', 'caption'],
  ['expertQuote', 'text'],
  ['source', 'name'],
  ['author', 'name'],
  ['section', 'title'],
  ['topic', 'title'],
  ['series', 'title'],
  ['storyPackage', 'title'],
])('a search for a word finds the %s by its %s first', (name, field) => {
  const type = schema.get(name) as ObjectSchemaType
  // The rule by which the studio weighs: what a field sets, else the key in the preview.
  const guessed: Record<string, number> = {title: 10, subtitle: 5}
  const weights = type.fields.map((each) => {
    const key = Object.entries(type.preview!.select!).find(([, path]) => path === each.name)?.[0]
    return [each.name, each.type.options?.search?.weight ?? guessed[key ?? ''] ?? 0] as const
  })
  const heaviest = weights.toSorted(([, a], [, b]) => b - a)[0]
  expect(heaviest?.[0]).toBe(field)
  expect(heaviest?.[1]).toBeGreaterThanOrEqual(10)
  const {select} = type.preview!
  const elsewhere = Object.entries(select!).filter(
    ([key, path]) => key === 'title' && path !== field,
  )
  expect(elsewhere).toEqual([])
})

it('the body takes text, pictures, quotes and boxes, and nothing else', () => {
  const body = schema.get('body') as SchemaType & {of: any[]}
  expect(body.of.map(({name}) => name)).toEqual([
    'block',
    'photoUse',
    'quoteUse',
    'callToAction',
    'keyPoints',
    'factBox',
    'embed',
  ])
  const [block] = body.of
  const of = (name: string) => block.fields.find((field: any) => field.name === name).type
  expect(of('style').options.list.map(({value}: any) => value)).toEqual([
    'normal',
    'h2',
    'h3',
    'blockquote',
  ])
  expect(of('listItem').options.list.map(({value}: any) => value)).toEqual(['bullet', 'number'])
  const [span] = of('children').of
  expect(span.decorators.map(({value}: any) => value)).toEqual(['strong', 'em'])
  expect(span.annotations.map(({name}: any) => name)).toEqual(['link', 'internalLink', 'quotation'])
})

it('no use of a photo can change its credit', () => {
  const names = (schema.get('photoUse') as ObjectSchemaType).fields.map(({name}) => name)
  expect(names.filter((name) => /credit|creator|copyright/i.test(name))).toEqual([])
})
