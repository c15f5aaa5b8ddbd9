// Who may change which field in the form, what is hidden, and what a new document begins with.
import {evaluate, parse} from 'groq-js'
import {resolveInitialValueForType} from 'sanity'
import type {ObjectSchemaType, SanityDocument} from 'sanity'
import {beforeEach, describe, expect, it, vi} from 'vitest'
import {AUTHOR, NEWSROOM, reference, schema, stored} from './support.ts'

const fieldOf = (type: string, name: string) =>
  (schema.get(type) as ObjectSchemaType).fields.find((field) => field.name === name)!.type as any

const user = (...roles: string[]) => ({
  id: 'u-1',
  roles: roles.map((name) => ({name, title: name})),
})
const ROLES = ['journalist', 'photoEditor', 'editor', 'developer', 'administrator']

const mayChange = (type: string, name: string) =>
  ROLES.filter((role) => !fieldOf(type, name).readOnly({currentUser: user(role)}))

describe('fields that belong to a role', () => {
  it('rights are cleared by the photo desk and editors', () => {
    expect(mayChange('rights', 'clearance')).toEqual(['photoEditor', 'editor'])
  })

  it('an embargo is set by editors', () => {
    expect(mayChange('embargo', 'until')).toEqual(['editor'])
  })

  it('an account is linked by administrators', () => {
    expect(mayChange('privateAuthor', 'userId')).toEqual(['administrator'])
  })

  it('without a user there is no role, and one of several roles is enough', () => {
    const {readOnly} = fieldOf('rights', 'clearance')
    expect(readOnly({currentUser: null})).toBe(true)
    expect(readOnly({currentUser: user('journalist', 'editor')})).toBe(false)
  })

  it('what the server or an upload writes is never typed', () => {
    for (const [type, name] of [
      ['article', 'firstPublishedAt'],
      ['article', 'previousSlugs'],
      ['verification', 'by'],
      ['verification', 'on'],
      ['privatePhoto', 'fromFile'],
      ['privatePhoto', 'filledFromFile'],
    ] as const)
      expect(fieldOf(type, name).readOnly).toBe(true)
  })
})

describe('what is shown', () => {
  const hidden = (name: string, terms: string, value?: unknown) =>
    fieldOf('expertQuote', name).hidden({document: {terms}, value})

  it('the reason for anonymity if it is needed, or was written before', () => {
    expect(hidden('anonymityReason', 'onRecord')).toBe(true)
    expect(hidden('anonymityReason', 'background')).toBe(false)
    expect(hidden('anonymityReason', 'onRecord', 'a reason')).toBe(false)
  })

  it('speakers, except in an anonymous quote that has none', () => {
    expect(hidden('speakers', 'onRecord')).toBe(false)
    expect(hidden('speakers', 'deepBackground')).toBe(true)
    expect(hidden('speakers', 'deepBackground', [{}])).toBe(false)
  })

  it('the panel of the private document: an object with only hidden fields would not be drawn', () => {
    expect(fieldOf('confidentialPanel', 'keptElsewhere').hidden).toBeUndefined()
  })
})

describe('what is offered in place', () => {
  const creates = (type: string, name: string) => !fieldOf(type, name).options?.disableNew

  it('photos, quotes, their sources and authors can be created where they are needed', () => {
    expect(creates('photoUse', 'photo')).toBe(true)
    expect(creates('quoteUse', 'quote')).toBe(true)
    expect(creates('speaker', 'source')).toBe(true)
    expect(creates('byline', 'author')).toBe(true)
  })

  it('sections and articles cannot', () => {
    expect(creates('article', 'section')).toBe(false)
    expect(creates('article', 'translationOf')).toBe(false)
    expect(creates('internalLink', 'reference')).toBe(false)
  })

  const offered = async (filter: string, params: Record<string, unknown>, dataset: unknown[]) => {
    const query = parse(`*[${filter}]._id`, {params})
    return (await evaluate(query, {dataset, params})).get()
  }

  it('no photo whose rights were denied', async () => {
    const {filter} = fieldOf('photoUse', 'photo').options
    const photos = [
      {_id: 'denied', rights: {clearance: 'denied'}},
      {_id: 'cleared', rights: {clearance: 'cleared'}},
      {_id: 'new'},
    ]
    expect(await offered(filter, {}, photos)).toEqual(['cleared', 'new'])
  })

  it('no quote that must not be published', async () => {
    const {filter} = fieldOf('quoteUse', 'quote').options
    const quotes = [
      {_id: 'off', terms: 'offRecord'},
      {_id: 'disputed', terms: 'onRecord', verification: {status: 'disputed'}},
      {_id: 'retracted', verification: {status: 'retracted'}},
      {_id: 'good', terms: 'onRecord', verification: {status: 'unverified'}},
      {_id: 'new'},
    ]
    expect(await offered(filter, {}, quotes)).toEqual(['good', 'new'])
  })

  it('not the article itself as related, and its translation only from another language', async () => {
    const document = {_id: 'drafts.one', language: 'en'}
    const articles = [
      {_id: 'one', language: 'en'},
      {_id: 'drafts.one', language: 'en'},
      {_id: 'two', language: 'en'},
      {_id: 'three', language: 'ja'},
    ]
    const [related] = fieldOf('article', 'related').of
    const ask = ({filter, params}: any) => offered(filter, params, articles)
    expect(await ask(related.options.filter({document}))).toEqual(['two', 'three'])
    const translation = fieldOf('article', 'translationOf').options.filter({document})
    expect(await ask(translation)).toEqual(['three'])
  })
})

/** A new document as the studio begins it for a journalist, with this content in the lake. */
const begin = (type: string, dataset: SanityDocument[], fail = false) => {
  const fetch = async (query: string, params: Record<string, unknown>) => {
    if (fail) throw new Error('unreachable')
    return (await evaluate(parse(query, {params}), {dataset, params})).get()
  }
  const context: any = {
    projectId: 'copydesk',
    dataset: 'production',
    schema,
    currentUser: user('journalist'),
    getClient: () => ({fetch}),
  }
  const value: Promise<any> = resolveInitialValueForType(schema.get(type)!, {}, 10, context)
  return value
}

describe('a new document', () => {
  // The studio looks there for a scheduler of background tasks.
  beforeEach(() => void vi.stubGlobal('window', {}))

  const account = stored({
    _id: 'private.author.author-d',
    _type: 'privateAuthor',
    author: reference('author-d'),
    userId: 'u-1',
  })
  const japanese = NEWSROOM.map((doc) =>
    doc._type === 'siteSettings' ? {...doc, language: 'ja'} : doc,
  )

  it('an article begins with the newsroom’s language and the writer’s own byline', async () => {
    const article = await begin('article', [...japanese, account])
    expect(article).toMatchObject({
      articleType: 'reportage',
      language: 'ja',
      bylines: [{_type: 'byline', author: reference('author-d'), role: 'writer'}],
    })
    expect(Object.keys(article).toSorted()).toEqual(['_type', 'articleType', 'bylines', 'language'])
  })

  it('has no byline while the writer’s author page is not published', async () => {
    const unpublished = japanese.filter(({_id}) => _id !== AUTHOR._id)
    const {bylines = []} = await begin('article', [...unpublished, account])
    expect(bylines).toEqual([])
  })

  it('opens all the same when the lake cannot be asked', async () => {
    const article = await begin('article', [], true)
    expect(article).toMatchObject({language: 'en', articleType: 'reportage'})
  })

  it('a quote begins as direct, on the record, unverified', async () => {
    expect(await begin('expertQuote', NEWSROOM)).toEqual({
      _type: 'expertQuote',
      kind: 'direct',
      language: 'en',
      medium: 'interview',
      terms: 'onRecord',
      verification: {_type: 'verification', status: 'unverified'},
    })
  })

  it('a photo begins uncleared, and claims nothing else', async () => {
    expect(await begin('photoWithCredit', NEWSROOM)).toEqual({
      _type: 'photoWithCredit',
      decorative: false,
      rights: {_type: 'rights', clearance: 'unchecked'},
    })
  })

  it('no author or article begins with an empty photo', async () => {
    expect(await begin('author', NEWSROOM)).toEqual({_type: 'author', status: 'staff'})
  })
})
