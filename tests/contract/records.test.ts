// What is on record nobody writes over the API: not by another id, another type, or another road.
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
/** A record of each kind, as acts wrote it. */
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
  for (const type of [
    'review',
    'override',
    'ledgerEntry',
    'pieceSnapshot',
    'correction',
    'notice',
    'notification',
  ]) {
    const [first] = lake.lake.services.documents.ofType('production', type)
    records[type] = String(first?._id)
  }
})
afterAll(() => lake.close())

const TYPES = [
  'review',
  'override',
  'ledgerEntry',
  'pieceSnapshot',
  'correction',
  'notice',
  'notification',
]
const WRITERS: [string, () => Voice][] = [
  ['journalist', () => desk.journalist],
  ['photo editor', () => desk.photoEditor],
  ['editor', () => desk.editor],
  ['administrator', () => desk.administrator],
  ['editor’s token', () => desk.token('editor')],
  ['administrator’s token', () => desk.token('administrator')],
]

describe.each(TYPES)('A document of the type %s', (type) => {
  it.each(WRITERS)('is neither changed, replaced nor deleted by the %s', async (_who, voice) => {
    const _id = records[type]!
    const stored = desk.get(_id)!
    const changes = [
      {patch: {id: _id, set: {stage: 'approved', reason: 'x', readerNote: 'x', note: 'x'}}},
      {patch: {query: `*[_id == "${_id}"]`, set: {state: 'approved'}}},
      {createOrReplace: {...stored, approval: {by: 'me'}, readerNote: 'x'}},
      {createOrReplace: {_id, _type: 'topic', title: 'Gone'}},
      {delete: {id: _id}},
    ]
    for (const change of changes) {
      // Nobody selects by query what they may not read: an inbox is one's own.
      if (type === 'notification' && JSON.stringify(change).includes('query')) continue
      await refusedWhole(desk, () => desk.mutate(voice(), [change]), 'serverOnly')
    }
    const document = 'sanity.action.document'
    const draftId = `drafts.${_id}`
    for (const action of [
      {actionType: `${document}.delete`, publishedId: _id},
      {actionType: `${document}.unpublish`, publishedId: _id, draftId},
      {
        actionType: `${document}.edit`,
        publishedId: _id,
        draftId,
        patch: {set: {readerNote: 'x'}},
      },
    ]) {
      await refusedWhole(desk, () => desk.actions(voice(), [action]), 'serverOnly')
    }
  })

  it.each(WRITERS)('is not made by the %s, in any place', async (_who, voice) => {
    const {_id, ...fields} = desk.get(records[type]!)!
    const fresh = _id.replace(/(?<=\.).+$|(?<=-)\d+$/, '99')
    for (const id of [fresh, `drafts.${fresh}`, `versions.r1.${fresh}`]) {
      await refusedWhole(
        desk,
        () => desk.mutate(voice(), [{createOrReplace: {...fields, _id: id}}]),
        'serverOnly',
      )
      await refusedWhole(
        desk,
        () => desk.mutate(voice(), [{create: {_id: id, _type: 'topic', title: 'T'}}]),
        'serverOnly',
      )
    }
    await refusedWhole(
      desk,
      () => desk.mutate(voice(), [{create: {...fields, _id: 'plain'}}]),
      'serverOnly',
    )
  })
})

describe('An import', () => {
  it('restores what is not there', async () => {
    const review = {...desk.get(records['correction']!)!, _id: 'correction-old-7', number: 7}
    await ok(desk.mutate(desk.importer, [{createOrReplace: review}]))
  })

  it.each(['override', 'ledgerEntry', 'correction', 'notice'])(
    'may say a %s again, and neither changes nor deletes it',
    async (type) => {
      const {_rev, _updatedAt, ...stored} = desk.get(records[type]!)!
      await ok(desk.mutate(desk.importer, [{createOrReplace: stored}]))
      for (const mutation of [
        {createOrReplace: {...stored, readerNote: 'x', reason: 'x'}},
        {createOrReplace: {_id: stored['_id'], _type: 'topic'}},
        {patch: {id: stored['_id'], set: {at: 'x'}}},
        {patch: {id: stored['_id'], unset: ['article', 'articles', 'articleId']}},
        {delete: {id: stored['_id']}},
      ]) {
        await refusedWhole(desk, () => desk.mutate(desk.importer, [mutation]), 'serverOnly')
      }
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

  it('is marked read by whose it is, and by nobody else', async () => {
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

  it('says nothing else for that, not even how firmly it refers to its article', async () => {
    const {_id} = mine()
    for (const patch of [
      {unset: ['article._weak']},
      {set: {note: 'x'}},
      {set: {'article._ref': 'world'}},
      {set: {recipient: desk.journalist.id}},
    ]) {
      await refusedWhole(
        desk,
        () => desk.mutate(desk.editor, [{patch: {id: _id, ...patch}}]),
        'serverOnly',
      )
    }
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
