// A new colleague and their author over HTTP: invited, written under, approved and published with a piece.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {ownByline} from '../../schemas/fields/initial-values.ts'
import {purgeAccount} from '../../server/operations/purge/purge-account.ts'
import {DATASET} from '../../server/newsroom-lake.ts'
import {DESK_ENTRIES_QUERY} from '../../studio/plugins/review-desk/desk-query.ts'
import {startLake, type TestLake} from '../support/lake.ts'
import {
  approve,
  fresh,
  ok,
  openDesk,
  refusedWhole,
  set,
  submit,
  write,
  type Desk,
  type Fields,
} from '../support/piece.ts'

let lake: TestLake
let desk: Desk
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
})
afterAll(() => lake.close())

let count = 0
const someone = (more: Fields = {}): Fields => {
  count += 1
  return {
    name: `Rosa Marsh ${count}`,
    email: `rosa${count}@example.org`,
    roles: ['journalist'],
    ...more,
  }
}

interface Answer {
  person: {id: string}
  error: {type: string; description: string}
}

async function invite(newcomer: Fields): Promise<{status: number; body: Answer}> {
  const response = await lake.fetch('/v2025-02-19/people', {
    method: 'POST',
    headers: {...desk.administrator.headers, 'content-type': 'application/json'},
    body: JSON.stringify(newcomer),
  })
  return {status: response.status, body: (await response.json()) as Answer}
}

interface Link {
  id: string
  userId: string | null
}
/** Of accounts with this name: their authors, as linked. */
const linksOf = (userId: string): Promise<Link[]> =>
  lake
    .client('editor', {perspective: 'raw'})
    .fetch('*[_type == "privateAuthor" && userId == $userId]{"id": author._ref, userId}', {userId})

const authorsNamed = (name: unknown): Promise<{_id: string}[]> =>
  lake
    .client('editor', {perspective: 'raw'})
    .fetch('*[_type == "author" && name == $name] | order(_id)', {name})

describe('An invitation', () => {
  it.each(['journalist', 'photoEditor', 'editor'])(
    'of a %s makes and links their author in one transaction',
    async (role) => {
      const rosa = someone({roles: [role]})
      const before = lake.lake.services.log.last()
      const {status, body} = await invite(rosa)
      expect(status).toBe(201)
      expect(lake.lake.services.log.last()).toBe(before + 1)
      const [link] = await linksOf(body.person.id)
      const [author] = await authorsNamed(rosa['name'])
      expect(author).toMatchObject({
        _id: `drafts.${link?.id}`,
        name: rosa['name'],
        slug: {_type: 'slug', current: `rosa-marsh-${count}`},
        status: 'staff',
      })
      expect(desk.get(`private.author.${link?.id}`)).toMatchObject({
        author: {_ref: link?.id, _weak: true},
        userId: body.person.id,
      })
      // The account is not to be read from the author's public ID.
      expect(link?.id).not.toContain(body.person.id)
      const changes = await desk.lake
        .fetch(`/v2025-02-19/data/history/${DATASET}/transactions/drafts.${link?.id}`, {
          headers: desk.editor.headers,
        })
        .then((response) => response.text())
      expect(changes).toContain(desk.administrator.id)
    },
  )

  it.each(['developer', 'administrator'])('of a %s makes no author', async (role) => {
    const {body} = await invite(someone({roles: [role]}))
    expect(await linksOf(body.person.id)).toEqual([])
  })

  it('that is sent twice makes one account and one author', async () => {
    const rosa = someone()
    const both = await Promise.all([invite(rosa), invite(rosa)])
    expect(both.map(({status}) => status).toSorted()).toEqual([201, 409])
    expect(await authorsNamed(rosa['name'])).toHaveLength(1)
  })

  it('asks about an author of the same name who has no account', async () => {
    const nora = {name: 'Nora Vale', email: 'nora@example.org', roles: ['journalist']}
    const known = {_type: 'author', name: 'Nora  vale', status: 'freelance'}
    const [first, ...others] = ['nora', 'nora-2'].map((_id) => ({...known, _id}))
    await ok(desk.mutate(desk.importer, [{create: first}]))
    const before = desk.everything()
    const asked = await invite(nora)
    expect(asked.status).toBe(409)
    expect(asked.body.error).toMatchObject({
      type: 'authorChoice',
      description:
        'There is an author “Nora  vale” without an account. If it is this person, "author" is "nora". Otherwise it is "new".',
    })
    expect(desk.everything()).toBe(before)
    expect(lake.lake.services.access.users.byEmail(nora.email)).toBeNull()

    const {body} = await invite({...nora, author: 'nora'})
    expect(await linksOf(body.person.id)).toEqual([{id: 'nora', userId: body.person.id}])
    expect(await authorsNamed('Nora Vale')).toEqual([])

    await ok(desk.mutate(desk.importer, [{create: others[0]}]))
    const other = await invite({...nora, email: 'nora2@example.org', author: 'new'})
    const [own] = await linksOf(other.body.person.id)
    expect(['nora', 'nora-2']).not.toContain(own?.id)
    expect(await authorsNamed('Nora Vale')).toMatchObject([{_id: `drafts.${own?.id}`}])
  })

  it.each([
    ['nobody', 'There is no author "nobody".'],
    ['jane', 'The author "jane" has an account already.'],
    [7, 'There is no author 7.'],
  ])('with the author %j is refused whole', async (author, words) => {
    const rosa = someone({author})
    const before = desk.everything()
    const {status, body} = await invite(rosa)
    expect(status).toBe(400)
    expect(body.error.description).toBe(words)
    expect(desk.everything()).toBe(before)
    expect(lake.lake.services.access.users.byEmail(String(rosa['email']))).toBeNull()
  })
})

describe('The author of a colleague who leaves', () => {
  it('stays, linked while the account is only disabled, and free once it is purged', async () => {
    const rosa = someone()
    const {body} = await invite(rosa)
    const {id} = body.person
    const [link] = await linksOf(id)
    const disabled = await lake.fetch(`/v2025-02-19/people/${id}`, {
      method: 'PATCH',
      headers: {...desk.administrator.headers, 'content-type': 'application/json'},
      body: '{"disabled":true}',
    })
    expect(disabled.status).toBe(200)
    expect(await linksOf(id)).toEqual([link])

    await purgeAccount({
      lake: lake.lake,
      dataFolder: lake.folder,
      account: id,
      by: 'Ada',
      confirm: async () => true,
      patience: 0,
    })
    expect(await authorsNamed(rosa['name'])).toHaveLength(1)
    expect(desk.get(`private.author.${link?.id}`)).toBeNull()
    // The same person comes back.
    const again = await invite({...rosa, author: link?.id})
    expect(again.status).toBe(201)
    expect(await linksOf(again.body.person.id)).toMatchObject([{id: link?.id}])
  })
})

/** What a new article of this account begins with. */
async function bylinesOf(id: string) {
  const client = lake.client('journalist', {perspective: 'raw'})
  const currentUser = {id, name: '', email: '', role: '', roles: []}
  return await ownByline(undefined, {currentUser, getClient: () => client})
}

describe('A new colleague’s article', () => {
  it('has their byline, though the author is a draft', async () => {
    const {body} = await invite(someone())
    const [link] = await linksOf(body.person.id)
    const author = String(link?.id)
    expect(await bylinesOf(body.person.id)).toEqual([
      {_type: 'byline', author: fresh(author, 'author'), role: 'writer'},
    ])
    await ok(
      desk.actions(desk.editor, [
        {
          actionType: 'sanity.action.document.publish',
          publishedId: author,
          draftId: `drafts.${author}`,
        },
      ]),
    )
    expect(await bylinesOf(body.person.id)).toEqual([
      {_type: 'byline', author: {_type: 'reference', _ref: author}, role: 'writer'},
    ])
    expect(await bylinesOf('nobody')).toEqual([])
  })
})

it('The review desk names a new author and one whom readers know', async () => {
  const {body} = await invite(someone())
  const [own] = await bylinesOf(body.person.id)
  const jane = {_type: 'byline', author: {_type: 'reference', _ref: 'jane'}}
  const bylines = [own, jane].map((one, index) => ({_key: `b${index}`, ...one}))
  await write(desk, 'named', {article: {bylines}})
  const client = lake.client('editor', {perspective: 'raw'})
  const params = {articles: ['drafts.named'], reviews: []}
  const {articles} = await client.fetch(DESK_ENTRIES_QUERY, params)
  expect(articles[0].bylines).toEqual([`Rosa Marsh ${count}`, 'Jane Doe'])
})

describe('A piece with a new author', () => {
  /** The piece is written under the name of a new colleague. */
  async function written(id: string): Promise<string> {
    const {body} = await invite(someone())
    const bylines = await bylinesOf(body.person.id)
    await write(desk, id, {article: {bylines: bylines.map((one) => ({_key: 'b', ...one}))}})
    await submit(desk, id)
    return bylines[0]?.author._ref ?? ''
  }

  it('is approved and published with the author, in one transaction', async () => {
    const author = await written('first')
    await approve(desk, 'first')
    const {approval} = desk.review('first')
    expect(approval?.authors).toMatchObject([{id: author}])
    const before = lake.lake.services.log.last()
    await ok(desk.act(desk.editor, {act: 'publish', articleId: 'first'}))
    expect(lake.lake.services.log.last()).toBe(before + 1)
    expect(desk.get(author)).toMatchObject({name: `Rosa Marsh ${count}`})
    expect(desk.get(`drafts.${author}`)).toBeNull()
    expect(desk.get('first')).toMatchObject({
      bylines: [{author: {_type: 'reference', _ref: author}}],
    })
    expect(desk.get('first')?.['bylines']).not.toMatchObject([{author: {_weak: true}}])
    expect(desk.review('first')).toMatchObject({
      state: 'published',
      publication: {hash: approval?.hash, authors: approval?.authors},
    })
    const reader = lake.client()
    expect(await reader.fetch('*[_id == "first"][0].bylines[0].author->name')).toBe(
      `Rosa Marsh ${count}`,
    )
  })

  it('keeps its approval while the author is published and changed by themselves', async () => {
    const author = await written('own')
    await approve(desk, 'own')
    await set(desk, desk.journalist, `drafts.${author}`, {bio: 'Mine'})
    expect(desk.review('own')).toMatchObject({state: 'inReview', lapsed: true})
    await refusedWhole(
      desk,
      () => desk.act(desk.editor, {act: 'publish', articleId: 'own'}),
      'approvalLapsed',
    )
    await ok(desk.mutate(desk.journalist, [{patch: {id: `drafts.${author}`, unset: ['bio']}}]))
    expect(desk.review('own')).toMatchObject({state: 'approved', lapsed: false})

    await ok(
      desk.actions(desk.otherEditor, [
        {
          actionType: 'sanity.action.document.publish',
          publishedId: author,
          draftId: `drafts.${author}`,
        },
      ]),
    )
    expect(desk.review('own')).toMatchObject({state: 'approved', lapsed: false})
    await set(desk, desk.otherEditor, author, {bio: 'Rosa writes about ferries.'})
    expect(desk.review('own')).toMatchObject({state: 'approved', lapsed: false})
    await ok(desk.act(desk.editor, {act: 'publish', articleId: 'own'}))
    expect(desk.get(author)).toMatchObject({bio: 'Rosa writes about ferries.'})
  })

  it('keeps its approval while another piece publishes the author', async () => {
    const author = await written('one')
    await write(desk, 'two', {
      article: {bylines: [{_key: 'b', _type: 'byline', author: fresh(author, 'author')}]},
    })
    await submit(desk, 'two')
    await approve(desk, 'one')
    await approve(desk, 'two')
    await ok(desk.act(desk.editor, {act: 'publish', articleId: 'two'}))
    expect(desk.review('one')).toMatchObject({state: 'approved', lapsed: false})
    await ok(desk.act(desk.editor, {act: 'publish', articleId: 'one'}))
    expect(desk.review('one').state).toBe('published')
  })

  it('is not approved while the author lacks what readers need', async () => {
    const author = await written('bare')
    await ok(desk.mutate(desk.journalist, [{patch: {id: `drafts.${author}`, unset: ['slug']}}]))
    const request = {act: 'approve' as const, articleId: 'bare', ifContentHash: desk.hash('bare')}
    const reasons = await refusedWhole(
      desk,
      () => desk.act(desk.editor, request),
      'authorSlugMissing',
    )
    expect(reasons).toMatchObject([{document: author, path: 'slug'}])
  })

  it('is not approved by the author', async () => {
    const {body} = await invite(someone({roles: ['editor']}))
    const {secret} = lake.lake.services.access.sessions.start(body.person.id)
    const rosa = {id: body.person.id, headers: {cookie: `copydesk_session=${secret}`}}
    const bylines = await bylinesOf(rosa.id)
    await write(desk, 'mine', {article: {bylines: bylines.map((one) => ({_key: 'b', ...one}))}})
    await submit(desk, 'mine')
    const request = {act: 'approve' as const, articleId: 'mine', ifContentHash: desk.hash('mine')}
    await refusedWhole(desk, () => desk.act(rosa, request), 'fourEyesByline')
  })
})
