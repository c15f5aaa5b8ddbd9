// What is on record nobody writes over the API, whichever endpoint. tests/workflow/rules/hold-records.test.ts has every type.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startLake, type TestLake} from '../support/lake.ts'
import {
  approve,
  approving,
  edit,
  ok,
  openDesk,
  publish,
  refusedWhole,
  set,
  submit,
  write,
  type Desk,
  type Voice,
} from '../support/piece.ts'

let lake: TestLake
let desk: Desk
/** Records by their type, as acts wrote them. */
const records: Record<string, string> = {}

beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  await publish(desk, 'a')
  await edit(desk, desk.journalist, 'a', {dek: 'More.'})
  await edit(desk, desk.journalist, 'a-quote', {kind: 'direct'})
  await submit(desk, 'a')
  const overrides = [{code: 'quoteUnverified', reason: 'Heard it.'}]
  await ok(approving(desk, desk.editor, 'a', {overrides}))
  const correction = {type: 'correction' as const, readerNote: 'It was ten.'}
  await ok(desk.act(desk.editor, {act: 'publish', articleId: 'a', correction}))
  await publish(desk, 'b')
  await ok(desk.act(desk.editor, {act: 'withdraw', articleId: 'b', note: 'Wrong.'}))
  await write(desk, 'c')
  await submit(desk, 'c')
  for (const type of ['review', 'override', 'ledgerEntry', 'correction', 'notice']) {
    const [first] = lake.lake.services.documents.ofType('production', type)
    records[type] = String(first?._id)
  }
})
afterAll(() => lake.close())

const WRITERS: [string, () => Voice][] = [
  ['an editor', () => desk.editor],
  ['an administrator’s token', () => desk.token('administrator')],
]

describe.each(WRITERS)('A review is neither written nor deleted by %s', (_who, voice) => {
  it('as a document', async () => {
    const _id = records['review']!
    const stored = desk.get(_id)!
    const changes = [
      {patch: {id: _id, set: {stage: 'approved'}}},
      {patch: {query: `*[_id == "${_id}"]`, set: {state: 'approved'}}},
      {createOrReplace: {...stored, approval: {by: 'me'}}},
      {createOrReplace: {_id, _type: 'topic', title: 'Gone'}},
      {delete: {id: _id}},
      {createOrReplace: {...stored, _id: 'review.99'}},
      {createOrReplace: {...stored, _id: 'drafts.review.99'}},
      {create: {_id: 'review.99', _type: 'topic', title: 'T'}},
    ]
    for (const change of changes) {
      await refusedWhole(desk, () => desk.mutate(voice(), [change]), 'serverOnly')
    }
  })

  it('by an action', async () => {
    const _id = records['review']!
    const document = 'sanity.action.document'
    const draftId = `drafts.${_id}`
    for (const action of [
      {actionType: `${document}.delete`, publishedId: _id},
      {actionType: `${document}.unpublish`, publishedId: _id, draftId},
      {actionType: `${document}.edit`, publishedId: _id, draftId, patch: {set: {stage: 'x'}}},
    ]) {
      await refusedWhole(desk, () => desk.actions(voice(), [action]), 'serverOnly')
    }
  })
})

describe('An import', () => {
  it('restores missing documents', async () => {
    const review = {...desk.get(records['correction']!)!, _id: 'correction-old-7', number: 7}
    await ok(desk.mutate(desk.importer, [{createOrReplace: review}]))
  })

  it.each(['override', 'ledgerEntry', 'correction', 'notice'])(
    'may say a %s again, and does not change it',
    async (type) => {
      const {_rev, _updatedAt, ...stored} = desk.get(records[type]!)!
      await ok(desk.mutate(desk.importer, [{createOrReplace: stored}]))
      const change = {patch: {id: stored['_id'], unset: ['article', 'articles', 'articleId']}}
      await refusedWhole(desk, () => desk.mutate(desk.importer, [change]), 'serverOnly')
    },
  )

  it('that publishes is in the ledger', async () => {
    await ok(
      desk.mutate(desk.importer, [{create: {_id: 'imported', _type: 'article', headline: 'I'}}]),
    )
    const entries = lake.lake.services.documents.ofType('production', 'ledgerEntry')
    expect(entries.filter(({kind}) => kind === 'import')).toEqual([
      expect.objectContaining({
        by: desk.importer.id,
        articles: [expect.objectContaining({_ref: 'imported'})],
      }),
    ])
  })
})

describe('A notification', () => {
  const mine = () =>
    lake.lake.services.documents
      .ofType('production', 'notification')
      .find(({recipient}) => recipient === desk.editor.id)!

  it('is marked read only by its recipient', async () => {
    const {_id} = mine()
    const patch = {patch: {id: _id, set: {readAt: '2026-11-25T10:00:00.000Z'}}}
    for (const who of [desk.otherEditor, desk.administrator, desk.journalist]) {
      const before = desk.everything()
      expect((await desk.mutate(who, [patch])).status).toBe(403)
      expect(desk.everything()).toBe(before)
    }
    await ok(desk.mutate(desk.editor, [patch]))
    expect(desk.get(_id)).toMatchObject({readAt: '2026-11-25T10:00:00.000Z'})
  })

  it('says nothing else for that', async () => {
    const patch = {id: mine()._id, set: {recipient: desk.journalist.id}}
    await refusedWhole(desk, () => desk.mutate(desk.editor, [{patch}]), 'serverOnly')
  })
})

describe('The lake', () => {
  it('keeps the date of the first publication and the old addresses', async () => {
    const fields = {firstPublishedAt: '1999-01-01T00:00:00Z', previousSlugs: ['x']}
    await write(desk, 'dates', {article: fields})
    expect(desk.get('drafts.dates')).not.toHaveProperty('firstPublishedAt')
    await set(desk, desk.journalist, 'drafts.dates', fields)
    expect(desk.get('drafts.dates')).not.toHaveProperty('previousSlugs')
    await submit(desk, 'dates')
    await approve(desk, 'dates')
    await ok(desk.act(desk.editor, {act: 'publish', articleId: 'dates'}))
    expect(desk.get('dates')).toMatchObject({firstPublishedAt: '2026-11-25T10:00:00.000Z'})
    expect(desk.get('dates')).not.toHaveProperty('previousSlugs')
  })
})
