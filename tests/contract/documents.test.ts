// The real @sanity/client on a real lake: documents, transactions, actions.
import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startLake, type TestLake} from '../support/lake.ts'

let lake: TestLake
let editor: SanityClient
let journalist: SanityClient
let reader: SanityClient

beforeAll(async () => {
  lake = await startLake()
  editor = lake.client('editor')
  journalist = lake.client('journalist')
  reader = lake.client()
})
afterAll(() => lake.close())

const statusOf = (promise: Promise<unknown>): Promise<number | undefined> =>
  promise.then(
    () => undefined,
    (error: {statusCode: number}) => error.statusCode,
  )

describe('@sanity/client', () => {
  it('creates, reads, patches and deletes a document', async () => {
    const created = await editor.create({_type: 'section', title: 'World'})
    expect(created).toMatchObject({_type: 'section', title: 'World'})
    expect(created._id).toMatch(/^\w+$/)
    expect(await editor.getDocument(created._id)).toEqual(created)
    const patched = await editor
      .patch(created._id)
      .set({title: 'Abroad'})
      .setIfMissing({slug: {_type: 'slug', current: 'abroad'}})
      .commit()
    expect(patched).toMatchObject({title: 'Abroad', slug: {current: 'abroad'}})
    expect(patched._rev).not.toBe(created._rev)
    await editor.delete(created._id)
    expect(await editor.getDocument(created._id)).toBeUndefined()
  })

  it('reads its own writes, on any query thread', async () => {
    for (let n = 0; n < 20; n++) {
      await editor.createOrReplace({_id: 'counter', _type: 'topic', title: String(n)})
      expect(await editor.fetch('*[_id == "counter"][0].title')).toBe(String(n))
    }
  })

  it('refuses a stale revision with 409 and its reason', async () => {
    const {_id, _rev} = await editor.create({_type: 'topic', title: 'A'})
    await editor.patch(_id).set({title: 'B'}).commit()
    const error = await editor
      .patch(_id)
      .ifRevisionId(_rev)
      .set({title: 'C'})
      .commit()
      .catch((reason: unknown) => reason)
    expect(error).toMatchObject({statusCode: 409})
    expect(String(error)).toContain('unexpected revision ID')
    expect(await editor.fetch('*[_id == $id][0].title', {id: _id})).toBe('B')
  })

  it('commits a transaction whole or not at all', async () => {
    const transaction = editor
      .transaction()
      .create({_id: 'one', _type: 'topic', title: 'One'})
      .patch('missing', (patch) => patch.set({title: 'x'}))
    expect(await statusOf(transaction.commit())).toBe(409)
    expect(await editor.getDocument('one')).toBeUndefined()
  })

  it('patches and deletes by query', async () => {
    await editor
      .transaction()
      .create({_id: 'q1', _type: 'topic', title: 'Q'})
      .create({_id: 'q2', _type: 'topic', title: 'Q'})
      .commit()
    await editor
      .patch({query: '*[_type == "topic" && title == $t]', params: {t: 'Q'}})
      .set({title: 'R'})
      .commit()
    expect(await editor.fetch('count(*[title == "R"])')).toBe(2)
    await editor.delete({query: '*[_type == "topic" && title == "R"]'})
    expect(await editor.fetch('count(*[_id in ["q1", "q2"]])')).toBe(0)
  })

  it('generates array keys on request', async () => {
    const document = await editor.create(
      {_type: 'topic', list: [{text: 'a'}, {text: 'b'}]},
      {autoGenerateArrayKeys: true},
    )
    const keys = (document['list'] as unknown as {_key: string}[]).map(({_key}) => _key)
    expect(new Set(keys.filter(Boolean)).size).toBe(2)
  })

  it('runs the actions of a draft from creation to publication', async () => {
    await journalist.action({
      actionType: 'sanity.action.document.create',
      publishedId: 'story',
      attributes: {_id: 'drafts.story', _type: 'author', name: 'One'},
      ifExists: 'fail',
    })
    await journalist.action([
      {
        actionType: 'sanity.action.document.edit',
        draftId: 'drafts.story',
        publishedId: 'story',
        patch: {set: {name: 'Two'}},
      },
      {
        actionType: 'sanity.action.document.edit',
        draftId: 'drafts.story',
        publishedId: 'story',
        patch: {diffMatchPatch: {name: '@@ -1,3 +1,5 @@\n Two\n+ !\n'}},
      },
    ])
    expect(await reader.fetch('*[_id == "story"]')).toEqual([])
    await editor.action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.story',
      publishedId: 'story',
    })
    const [author] = await reader.fetch<Record<string, unknown>[]>('*[_id == "story"]')
    expect(author).toMatchObject({name: 'Two !'})
    expect(author).not.toHaveProperty('_system')
    expect(await editor.getDocument('drafts.story')).toBeUndefined()
  })

  it('makes a draft of the published document at its first edit, and discards it', async () => {
    await editor.action({
      actionType: 'sanity.action.document.edit',
      draftId: 'drafts.story',
      publishedId: 'story',
      patch: {set: {bio: 'More'}},
    })
    expect(await editor.getDocument('drafts.story')).toMatchObject({name: 'Two !', bio: 'More'})
    await editor.action({
      actionType: 'sanity.action.document.version.discard',
      versionId: 'drafts.story',
    })
    expect(await editor.getDocument('drafts.story')).toBeUndefined()
    expect(await editor.getDocument('story')).not.toHaveProperty('bio')
  })

  it('publishes in one transaction, references first and made strong', async () => {
    const source = {
      _type: 'reference',
      _ref: 'src',
      _weak: true,
      _strengthenOnPublish: {type: 'source'},
    }
    await editor
      .transaction()
      .create({_id: 'drafts.src', _type: 'source', name: 'S'})
      .create({_id: 'drafts.quo', _type: 'expertQuote', speakers: [{_key: 'a', source}]})
      .commit()
    const publish = (id: string) =>
      ({
        actionType: 'sanity.action.document.publish',
        draftId: `drafts.${id}`,
        publishedId: id,
      }) as const
    await editor.action(['src', 'quo'].map(publish))
    expect(await reader.fetch('*[_id == "quo"][0].speakers[0].source->name')).toBe('S')
    const quote = await reader.fetch<{speakers: {source: object}[]}>('*[_id == "quo"][0]')
    expect(quote.speakers[0]?.source).toEqual({_type: 'reference', _ref: 'src'})
    expect(await statusOf(editor.delete('src'))).toBe(409)
  })
})

describe('a journalist', () => {
  const draft = {_id: 'drafts.piece', _type: 'article', headline: 'Mine'}
  beforeAll(async () => {
    await journalist.create(draft)
    await lake.client('importer').create({_id: 'live', _type: 'article', headline: 'Live'})
  })

  const attempts: [string, () => Promise<unknown>][] = [
    ['create', () => journalist.create({...draft, _id: 'piece'})],
    ['createOrReplace', () => journalist.createOrReplace({...draft, _id: 'piece'})],
    ['createIfNotExists', () => journalist.createIfNotExists({...draft, _id: 'piece'})],
    ['patch of a live article', () => journalist.patch('live').set({headline: 'x'}).commit()],
    ['delete of a live article', () => journalist.delete('live')],
    ['delete by query', () => journalist.delete({query: '*[_id == "live"]'})],
    [
      'publish',
      () =>
        journalist.action({
          actionType: 'sanity.action.document.publish',
          draftId: 'drafts.piece',
          publishedId: 'piece',
        }),
    ],
    [
      'unpublish',
      () =>
        journalist.action({
          actionType: 'sanity.action.document.unpublish',
          draftId: 'drafts.live',
          publishedId: 'live',
        }),
    ],
    [
      'delete action',
      () =>
        journalist.action({
          actionType: 'sanity.action.document.delete',
          publishedId: 'live',
          includeDrafts: [],
        }),
    ],
    [
      'a transaction that publishes and drafts at once',
      () =>
        journalist
          .transaction()
          .create({_id: 'drafts.other', _type: 'article'})
          .create({_id: 'other', _type: 'article'})
          .commit(),
    ],
    ['a version', () => journalist.create({...draft, _id: 'versions.r1.piece'})],
    ['a system document', () => journalist.create({_id: '_.groups.x', _type: 'system.group'})],
  ]

  it.each(attempts)('cannot publish by %s: 403, and nothing changes', async (_name, attempt) => {
    const position = lake.lake.services.log.last()
    expect(await statusOf(attempt())).toBe(403)
    expect(lake.lake.services.log.last()).toBe(position)
  })

  it('publishes no release', async () => {
    const position = lake.lake.services.log.last()
    const response = await lake.fetch('/v2025-02-19/data/actions/production', {
      method: 'POST',
      headers: {authorization: `Bearer ${lake.token('journalist')}`},
      body: JSON.stringify({
        actions: [{actionType: 'sanity.action.release.publish', releaseId: 'r1'}],
      }),
    })
    // Whether the release exists stays hidden from people who may not publish one.
    expect([403, 404]).toContain(response.status)
    expect(lake.lake.services.log.last()).toBe(position)
  })
})

describe('an anonymous reader', () => {
  it('gets only published documents, in every perspective and on every path', async () => {
    await editor.create({_id: 'drafts.secret', _type: 'article', headline: 'Secret'})
    await editor.create({_id: 'private.source.x', _type: 'privateSource', phone: 'Secret'})
    const secret = ['drafts.secret', 'private.source.x']
    for (const perspective of ['raw', 'published', 'drafts'] as const) {
      const ids = await reader.fetch<string[]>('*[]._id', {}, {perspective})
      expect(ids.filter((id) => id.includes('secret') || id.includes('private'))).toEqual([])
      expect(ids.length).toBeGreaterThan(0)
    }
    const response = await lake.fetch(`/v2025-02-19/data/doc/production/${secret.join(',')}`)
    expect(await response.text()).not.toContain('Secret')
    expect((await lake.fetch('/v2025-02-19/data/export/production')).status).toBe(401)
  })

  it('cannot write', async () => {
    expect(await statusOf(reader.create({_id: 'x', _type: 'article'}))).toBe(401)
    expect(await statusOf(reader.create({_id: 'drafts.x', _type: 'article'}))).toBe(401)
    expect(
      await statusOf(reader.assets.upload('image', Buffer.from('x'), {filename: 'x.jpg'})),
    ).toBe(401)
  })
})
