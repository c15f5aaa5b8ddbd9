// Attacks by the holder of a link, and by documents of others: the holder can see and change
// nothing beyond the one article.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {START, startLake, type TestLake} from '../support/lake.ts'
import {
  fresh,
  ok,
  openDesk,
  ref,
  refused,
  set,
  submit,
  write,
  type Desk,
  type Fields,
  type Voice,
} from '../support/piece.ts'

const API = '/v2025-02-19'

let lake: TestLake
let desk: Desk
let count = 0
const next = () => `attack${++count}`
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
})
afterAll(() => lake.close())

async function share(articleId: string): Promise<{guest: Voice; secret: string; id: string}> {
  const expiresAt = new Date(lake.now() + 86_400_000).toISOString()
  const request = {act: 'sharePreview', articleId, recipient: 'A source', expiresAt}
  await ok(desk.act(desk.editor, request as never))
  const link = lake.lake.services.documents
    .ofType('production', 'previewLink')
    .findLast((one) => (one['article'] as {_ref: string})._ref === articleId)
  if (!link) throw new Error('No link was made.')
  const path = `/v1/passes/production/${link._id}`
  const {secret} = await ok(lake.fetch(path, {headers: desk.editor.headers}))
  const headers = {authorization: `Bearer ${String(secret)}`}
  return {id: link._id, secret: String(secret), guest: {id: link._id, headers}}
}

async function query<T>({headers}: Voice, groq: string, perspective = 'raw'): Promise<T> {
  const search = new URLSearchParams({query: groq, perspective})
  const {result} = await ok(lake.fetch(`${API}/data/query/production?${search}`, {headers}))
  return result as T
}
const idsOf = (who: Voice) => query<string[]>(who, '*[]._id')

describe('A document that an article refers to without showing it is closed to the holder of its link:', () => {
  async function secrets(id: string): Promise<string[]> {
    const other = `${id}-other`
    await write(desk, other, {article: {headline: 'Somebody else’s story'}})
    await submit(desk, other)
    const source = `private.source.${id}`
    await ok(
      desk.mutate(desk.journalist, [{create: {_id: source, _type: 'privateSource', phone: '1'}}]),
    )
    const {id: link} = await share(other)
    return [other, source, `review.${other}`, link, `private.author.jane`]
  }

  it.each<[string, (id: string) => Fields]>([
    ['in a field of no schema', (id) => ({hidden: ref(id)})],
    ['weakly', (id) => ({hidden: {...ref(id), _weak: true}})],
    ['as a topic', (id) => ({topics: [{...ref(id), _weak: true, _key: 't'}]})],
    [
      'as what is related',
      (id) => ({related: [{...ref(id), _strengthenOnPublish: {}, _key: 'r'}]}),
    ],
    ['as a byline', (id) => ({bylines: [{_key: 'b', author: {...ref(id), _weak: true}}]})],
  ])('%s', async (_, fields) => {
    const id = next()
    await write(desk, id)
    const closed = await secrets(id)
    const {guest} = await share(id)
    for (const one of closed) {
      // A strong reference to a document that is only a draft is refused by itself.
      await desk.mutate(desk.journalist, [{patch: {id: `drafts.${id}`, set: fields(one)}}])
      const seen = (await idsOf(guest)).filter((each) => each.includes('.')).toSorted()
      const parts = ['', '-photo', '-quote', '-source'].map((part) => `drafts.${id}${part}`)
      expect(seen, one).toEqual(parts.toSorted())
    }
  })

  it('also through a photo of the article', async () => {
    const id = next()
    await write(desk, id)
    const [other = ''] = await secrets(id)
    await set(desk, desk.journalist, `drafts.${id}-photo`, {seenIn: {...ref(other), _weak: true}})
    const {guest} = await share(id)
    expect((await idsOf(guest)).join()).not.toContain(other)
  })
})

describe('A source who must not be named', () => {
  it.each(['offRecord', 'background', 'deepBackground'])(
    'is not named to the holder of a link: %s',
    async (terms) => {
      const id = next()
      await write(desk, id, {quote: {terms}, source: {name: 'The whistleblower'}})
      const {guest} = await share(id)
      const seen = (await query<Fields[]>(guest, '*')).map((one) => JSON.stringify(one)).join()
      expect(seen).toContain(`The story ${id}`)
      expect(seen).not.toContain('The whistleblower')
      expect(seen).not.toContain(`"drafts.${id}-quote"`)
    },
  )

  it('stays hidden, and their words under the agreed name are shown', async () => {
    const id = next()
    const quote = {terms: 'background', speakers: [], attribution: 'A person who was there'}
    await write(desk, id, {quote, source: {name: 'The whistleblower'}})
    const {guest} = await share(id)
    const shown = '*[_type == "expertQuote" && _id in path("drafts.**")][0].attribution'
    expect(await query(guest, shown)).toBe('A person who was there')
    expect(await query(guest, `*[_id == "drafts.${id}-source"]`)).toEqual([])
  })
})

describe('The holder of a link', () => {
  const remark = (guest: Voice, fields: Fields) =>
    desk.act(guest, {act: 'remark', ...fields} as never)

  it('cannot fill a disk: every part of a remark is limited', async () => {
    const id = next()
    await write(desk, id)
    const {guest} = await share(id)
    const before = desk.everything()
    expect((await remark(guest, {text: 'x', revision: 'r'.repeat(1_000_000)})).status).toBe(400)
    await refused(remark(guest, {text: 'x', name: '\u{1F600}'.repeat(101)}), 'nameTooLong')
    expect(desk.everything()).toBe(before)
    await ok(remark(guest, {text: 'x', junk: 'y'.repeat(100_000), _id: 'review.x', link: 'z'}))
    expect(desk.everything()).not.toContain('yyyy')
  })

  it('signs on one line, and unusual characters break nothing', async () => {
    const id = next()
    await write(desk, id)
    const {guest} = await share(id)
    const text = 'a\u0000b \ud800 \u202e<script>alert(1)</script> \u{1F4A9}'
    await ok(remark(guest, {text, name: 'Sato\r\nBcc: all@example.org\u0000'}))
    const [kept] = await query<Fields[]>(guest, '*[_type == "previewRemark"]')
    expect(kept).toMatchObject({name: 'Sato Bcc: all@example.org'})
    const told = await query<Fields[]>(
      desk.editor,
      `*[_type == "notification" && by == "${guest.id}"]`,
    )
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({byName: 'Sato Bcc: all@example.org'})
  })

  it('cannot find out which other documents exist', async () => {
    const [id, other] = [next(), next()]
    await write(desk, other)
    await write(desk, id)
    const {guest} = await share(id)
    const ids = [`drafts.${other}`, 'drafts.nothing', `private.author.jane`, 'private.nothing']
    const {omitted} = await ok(lake.fetch(`${API}/data/doc/production/${ids.join()}`, guest))
    expect(omitted).toEqual(ids.map((one) => ({id: one, reason: 'existence'})))
    const answers = await Promise.all(
      ids.map(async (one) => {
        const create = await desk.mutate(guest, [{create: {_id: one, _type: 'article'}}])
        const patch = await desk.mutate(guest, [
          {patch: {id: one, set: {a: ref(`drafts.${other}`)}}},
        ])
        const action = {
          actionType: 'sanity.action.document.publish',
          draftId: one,
          publishedId: 'x',
        }
        const publishing = await desk.actions(guest, [action])
        const bodies = [create, patch, publishing].map(async (each) => [
          each.status,
          await each.text(),
        ])
        return JSON.stringify(await Promise.all(bodies)).replaceAll(one, '')
      }),
    )
    expect(new Set(answers).size).toBe(1)
    const to = `${API}/data/references/production/documents/${other}-photo/to`
    expect(await ok(lake.fetch(to, guest))).toEqual({totalCount: 0, references: []})
  })

  it.each(['v1', 'vX', 'v2019-01-01', 'v2099-12-31'])(
    'does not see more through another version: %s',
    async (version) => {
      const [id, other] = [next(), next()]
      await write(desk, other)
      await write(desk, id)
      const {guest} = await share(id)
      for (const perspective of [
        '',
        'raw',
        'drafts',
        'published',
        'previewDrafts',
        'rother,drafts',
      ]) {
        const search = new URLSearchParams({query: '*[]{...}', ...(perspective && {perspective})})
        const response = await lake.fetch(`/${version}/data/query/production?${search}`, guest)
        expect(await response.text()).not.toContain(other)
      }
    },
  )

  it('gets no events of drafts over a live stream, by HEAD or by POST', async () => {
    const id = next()
    await write(desk, id)
    const {guest} = await share(id)
    const drafts = `${API}/data/live/events/production?includeDrafts=true`
    for (const method of ['GET', 'HEAD']) {
      expect((await lake.fetch(drafts, {...guest, method})).status).toBe(401)
    }
    expect(
      (await lake.fetch(`${API}/data/export/production`, {...guest, method: 'HEAD'})).status,
    ).toBe(401)
  })

  it('has no rights outside pictures by a secret in an address', async () => {
    const id = next()
    await write(desk, id)
    const {secret} = await share(id)
    const search = `query=${encodeURIComponent('*[]._id')}&perspective=raw&pass=${secret}`
    const response = await lake.fetch(`${API}/data/query/production?${search}`)
    expect(response.headers.get('cache-control')).toContain('public')
    expect(await response.text()).not.toContain(`drafts.${id}`)
  })

  it('gets the right response after a reader’s request, and leaves none for readers', async () => {
    const id = next()
    await write(desk, id)
    const {guest} = await share(id)
    const search = new URLSearchParams({query: `*[_id match "*${id}*"]._id`, perspective: 'raw'})
    const path = `${API}/data/query/production?${search}`
    const ask = async (headers: Record<string, string>) => {
      const response = await lake.fetch(path, {headers})
      return {response, body: await response.text()}
    }
    const reader = await ask({})
    const mine = await ask(guest.headers)
    const again = await ask({})
    expect(mine.body).toContain(`drafts.${id}`)
    expect(mine.response.headers.get('cache-control')).toBe('private, no-store')
    expect(again.body).toBe(reader.body)
    const etag = mine.response.headers.get('etag') ?? ''
    expect((await ask({'if-none-match': etag})).response.status).toBe(200)
    expect((await ask({...guest.headers, 'if-none-match': etag})).response.status).toBe(304)
    lake.setTime(START + 2 * 86_400_000)
    const late = await ask({...guest.headers, 'if-none-match': etag})
    lake.setTime(START)
    expect(late.response.status).toBe(401)
    expect(late.body).not.toContain(`drafts.${id}`)
  })

  it('cannot put a file into a cache under an address with their secret', async () => {
    const id = next()
    const {document} = await ok(
      lake.fetch(`${API}/assets/files/production?filename=a.pdf`, {
        method: 'POST',
        headers: desk.editor.headers,
        body: 'a report',
      }),
    )
    const {_id: asset, path} = document as {_id: string; path: string}
    await write(desk, id, {article: {attachment: {asset: ref(asset)}}})
    const {secret} = await share(id)
    const opened = await lake.fetch(`/${path}?pass=${secret}`)
    expect(opened.status).toBe(200)
    expect(opened.headers.get('cache-control')).toBe('private, no-store')
  })

  it('does not make the newsroom wait: other articles with the same source are not read', async () => {
    const id = next()
    await write(desk, id)
    const {secret} = await share(id)
    const users = Array.from({length: 300}, (_, index) => ({
      create: {
        _id: `drafts.${id}-use${index}`,
        _type: 'article',
        body: [{_key: 'q', _type: 'quoteUse', quote: fresh(`${id}-quote`, 'expertQuote')}],
      },
    }))
    await ok(desk.mutate(desk.importer, users))
    const {documents, access} = lake.lake.services
    const get = documents.get
    let read = 0
    documents.get = (dataset, one) => {
      read++
      return get(dataset, one)
    }
    access.authenticate({authorization: `Bearer ${secret}`})
    documents.get = get
    expect(read).toBeGreaterThan(0)
    expect(read).toBeLessThan(50)
  })
})
