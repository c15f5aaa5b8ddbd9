// Notes to readers about content that they have read: numbered corrections and permanent notices.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startLake, type TestLake} from '../support/lake.ts'
import {
  approve,
  edit,
  ok,
  openDesk,
  publish,
  refused,
  refusedWhole,
  set,
  submit,
  write,
  type Desk,
} from '../support/piece.ts'

let lake: TestLake
let desk: Desk
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
})
afterAll(() => lake.close())

/** A live article with an approved change. */
async function changed(id: string, dek = 'Something else happened.'): Promise<void> {
  if (!desk.get(id)) await publish(desk, id)
  await edit(desk, desk.journalist, id, {dek})
  await submit(desk, id)
  await approve(desk, id)
}
const republish = (id: string, correction?: object) =>
  desk.act(desk.editor, {act: 'publish', articleId: id, ...(correction && {correction})} as never)
const ledger = (id: string, kind: string) =>
  lake.lake.services.documents
    .ofType('production', 'ledgerEntry')
    .filter(
      (entry) =>
        entry['kind'] === kind &&
        (entry['articles'] as {_ref: string}[]).some((a) => a._ref === id),
    )

describe('A live article', () => {
  it('cannot be published again without the kind of the change', async () => {
    await changed('kind')
    await refusedWhole(desk, () => republish('kind'), 'kindMissing')
    const request = {type: 'correction', readerNote: ' '}
    await refusedWhole(desk, () => republish('kind', request), 'readerNoteMissing')
  })

  it('has numbered corrections, with the error and the correct text', async () => {
    const before = () => String(desk.get('count')?.['_rev'])
    const kinds = ['correction', 'clarification', 'update', 'editorsNote'] as const
    for (const [index, type] of kinds.entries()) {
      await changed('count', `Version ${index}.`)
      const revisionBefore = before()
      await ok(
        republish('count', {
          type,
          readerNote: `Note ${index}.`,
          wrongText: 'ten',
          rightText: 'twelve',
          published: {_ref: 'world'},
        }),
      )
      const {_createdAt, _updatedAt, _rev, ...correction} = desk.get(
        `correction-count-${index + 1}`,
      )!
      expect(correction).toEqual({
        _id: `correction-count-${index + 1}`,
        _type: 'correction',
        article: {_type: 'reference', _ref: 'count', _weak: true},
        number: index + 1,
        type,
        readerNote: `Note ${index}.`,
        wrongText: 'ten',
        rightText: 'twelve',
        revisionBefore,
        revisionAfter: before(),
        publishedAt: '2026-11-25T10:00:00.000Z',
      })
    }
    expect(desk.get('count')).toMatchObject({firstPublishedAt: '2026-11-25T10:00:00.000Z'})
  })

  it('with a minor change has no note to readers, and a reason in the ledger', async () => {
    await changed('minor')
    await ok(republish('minor', {type: 'minor', readerNote: 'A comma.'}))
    expect(desk.get('correction-minor-1')).toBeNull()
    expect(ledger('minor', 'minor')).toEqual([expect.objectContaining({reason: 'A comma.'})])
  })

  it('goes through the whole process again', async () => {
    await publish(desk, 'way')
    await edit(desk, desk.editor, 'way', {dek: 'Better.'})
    await refused(republish('way', {type: 'update', readerNote: 'x'}), 'notSubmitted')
    await submit(desk, 'way')
    expect(desk.review('way').state).toBe('inReview')
    await refused(republish('way', {type: 'update', readerNote: 'x'}), 'notApproved')
    await approve(desk, 'way')
    await ok(republish('way', {type: 'update', readerNote: 'x'}))
  })

  it('cannot get an embargo: it must be withdrawn first', async () => {
    await publish(desk, 'late')
    await edit(desk, desk.editor, 'late', {embargo: {until: '2026-12-24T00:00:00Z'}})
    await submit(desk, 'late')
    const request = {act: 'approve', articleId: 'late', ifContentHash: desk.hash('late')} as const
    await refusedWhole(desk, () => desk.act(desk.editor, request), 'embargoOnLive')
  })

  it('loses its changes by an act of their author or an editor', async () => {
    await publish(desk, 'discard')
    const live = desk.get('discard')
    await edit(desk, desk.journalist, 'discard', {dek: 'Nonsense.'})
    const request = {act: 'discardChanges', articleId: 'discard'} as const
    await refusedWhole(desk, () => desk.act(desk.colleague, request), 'notYours')
    await ok(desk.act(desk.journalist, request))
    expect(desk.get('drafts.discard')).toBeNull()
    expect(desk.get('discard')).toEqual(live)
    await edit(desk, desk.journalist, 'discard', {dek: 'Nonsense.'})
    await ok(desk.act(desk.editor, request))
    expect(desk.review('discard').state).toBe('published')
    await refused(desk.act(desk.editor, request), 'wrongState')
  })
})

describe('An article is withdrawn', () => {
  const withdraw = (id: string, note = 'We were wrong.') =>
    desk.act(desk.editor, {act: 'withdraw', articleId: id, note})

  it('by an editor, with a note to its readers', async () => {
    await publish(desk, 'gone')
    await refusedWhole(desk, () => withdraw('gone', ' '), 'noteMissing')
    for (const who of [desk.journalist, desk.photoEditor, desk.administrator, desk.developer]) {
      await refusedWhole(
        desk,
        () => desk.act(who, {act: 'withdraw', articleId: 'gone', note: 'x'}),
        'roleMissing',
      )
    }
    await ok(withdraw('gone'))
    expect(desk.get('gone')).toBeNull()
    expect(desk.get('drafts.gone')).toMatchObject({
      headline: 'The story gone',
      _system: {createdBy: desk.journalist.id},
    })
    expect(desk.get('notice-gone-1')).toMatchObject({
      _type: 'notice',
      articleId: 'gone',
      slug: 'gone',
      kind: 'withdrawn',
      readerNote: 'We were wrong.',
    })
    expect(ledger('gone', 'withdrawn')).toHaveLength(1)
  })

  it('and returns by the whole process, with its first publication date', async () => {
    await publish(desk, 'back')
    const first = desk.get('back')?.['firstPublishedAt']
    await ok(withdraw('back'))
    await set(desk, desk.journalist, 'drafts.back', {firstPublishedAt: '1999-01-01T00:00:00Z'})
    lake.setTime(lake.now() + 86_400_000)
    await refused(republish('back'), 'wrongState')
    await submit(desk, 'back')
    await approve(desk, 'back')
    // Readers who read it before get a note when it returns.
    await refused(republish('back'), 'kindMissing')
    await ok(republish('back', {type: 'editorsNote', readerNote: 'We looked into it again.'}))
    expect(desk.get('correction-back-1')).toMatchObject({type: 'editorsNote'})
    lake.setTime(lake.now() - 86_400_000)
    expect(desk.get('back')).toMatchObject({firstPublishedAt: first})
    await ok(withdraw('back'))
    expect(desk.get('notice-back-2')).toMatchObject({kind: 'withdrawn'})
  })

  it('for good only by an administrator', async () => {
    await publish(desk, 'dead')
    const request = {act: 'kill', articleId: 'dead', note: 'A court decided.'} as const
    for (const who of [desk.editor, desk.journalist, desk.token('editor')]) {
      await refusedWhole(desk, () => desk.act(who, request), 'roleMissing')
    }
    await ok(desk.act(desk.administrator, request))
    expect(desk.get('dead')).toBeNull()
    expect(desk.get('notice-dead-1')).toMatchObject({kind: 'killed'})
    for (const act of ['submit', 'publish', 'unspike', 'withdraw', 'schedule'] as const) {
      await refused(desk.act(desk.editor, {act, articleId: 'dead', note: 'x'}), 'wrongState')
    }
  })

  it('with any references to it, and any document in its draft’s place', async () => {
    await publish(desk, 'held')
    const related = [{_key: 'r', _type: 'reference', _ref: 'held'}]
    await write(desk, 'holds', {article: {related}})
    await ok(
      desk.mutate(desk.importer, [
        {create: {_id: 'drafts.held', _type: 'source', name: 'In the way'}},
      ]),
    )
    const note = 'A court decided.'
    await ok(desk.act(desk.administrator, {act: 'kill', articleId: 'held', note}))
    expect(desk.get('held')).toBeNull()
    expect(desk.get('drafts.held')).toMatchObject({_type: 'article'})
    await set(desk, desk.journalist, 'drafts.holds', {dek: 'Still editable.'})
  })
})

describe('An article that readers never saw', () => {
  it('is spiked with a reason, by its writer before submission, or by an editor', async () => {
    await write(desk, 'spiked')
    const spike = {act: 'spike', articleId: 'spiked', note: 'Overtaken.'} as const
    await refusedWhole(desk, () => desk.act(desk.journalist, {...spike, note: ''}), 'noteMissing')
    await refusedWhole(desk, () => desk.act(desk.colleague, spike), 'notYours')
    await ok(desk.act(desk.journalist, spike))
    expect(desk.review('spiked').state).toBe('spiked')
    await refused(desk.act(desk.journalist, {act: 'submit', articleId: 'spiked'}), 'wrongState')
    const unspike = {act: 'unspike', articleId: 'spiked'} as const
    await refusedWhole(desk, () => desk.act(desk.journalist, unspike), 'roleMissing')
    await ok(desk.act(desk.editor, unspike))
    expect(desk.review('spiked').state).toBe('drafting')
    await submit(desk, 'spiked')
    await refusedWhole(desk, () => desk.act(desk.journalist, spike), 'notYours')
    await approve(desk, 'spiked')
    await ok(desk.act(desk.editor, spike))
    await ok(desk.act(desk.editor, unspike))
    expect(desk.review('spiked').approval).toBeUndefined()
    await refused(desk.act(desk.editor, {act: 'publish', articleId: 'spiked'}), 'notSubmitted')
  })

  it('cannot be withdrawn or killed, and a published one cannot be spiked', async () => {
    await write(desk, 'never')
    const request = {articleId: 'never', note: 'x'}
    await refusedWhole(desk, () => desk.act(desk.editor, {act: 'withdraw', ...request}))
    await refusedWhole(desk, () => desk.act(desk.administrator, {act: 'kill', ...request}))
    await publish(desk, 'seen')
    await edit(desk, desk.editor, 'seen', {dek: 'x'})
    await submit(desk, 'seen')
    await refusedWhole(
      desk,
      () => desk.act(desk.editor, {act: 'spike', articleId: 'seen', note: 'x'}),
      'wasPublished',
    )
  })
})
