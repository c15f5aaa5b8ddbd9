// An approval covers exactly what was looked at: a character lapses it, undoing that brings it back.
// tests/workflow/rules/keep-reviews.test.ts has changes of every part.
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
} from '../support/piece.ts'

let lake: TestLake
let desk: Desk
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
})
afterAll(() => lake.close())

describe('An approval', () => {
  it('lapses by a change of a source’s name, and is back when that is undone', async () => {
    const id = 'lapse'
    await write(desk, id)
    await submit(desk, id)
    await approve(desk, id)
    const {approval} = desk.review(id)
    expect(desk.review(id)).toMatchObject({state: 'approved', lapsed: false})

    await set(desk, desk.colleague, `drafts.${id}-source`, {name: 'Prof. Sauce'})
    expect(desk.review(id)).toMatchObject({stage: 'approved', state: 'inReview', lapsed: true})
    await refusedWhole(
      desk,
      () => desk.act(desk.editor, {act: 'publish', articleId: id}),
      'approvalLapsed',
    )
    await set(desk, desk.journalist, `drafts.${id}-source`, {name: 'Prof. Source'})
    expect(desk.review(id)).toMatchObject({state: 'approved', lapsed: false, approval})
    await ok(desk.act(desk.otherEditor, {act: 'publish', articleId: id}))
    expect(desk.review(id)).toMatchObject({
      state: 'published',
      publication: {hash: approval?.hash, approvedBy: desk.editor.id, by: desk.otherEditor.id},
    })
    expect(desk.hash(id)).toBe(approval?.hash)
  })

  it('notifies the people concerned of its lapse, once', async () => {
    await write(desk, 'told')
    await submit(desk, 'told')
    await approve(desk, 'told')
    for (const dek of ['1', '2', 'What happened.', '3']) {
      await set(desk, desk.colleague, 'drafts.told', {dek})
    }
    const told = lake.lake.services.documents
      .ofType('production', 'notification')
      .filter(({kind, headline}) => kind === 'lapsed' && headline === 'The story told')
      .map(({recipient}) => recipient)
    expect(told.toSorted()).toEqual([desk.editor.id, desk.journalist.id].toSorted())
  })

  it('holds if a patch changes nothing, or keys have another order', async () => {
    await write(desk, 'same')
    await submit(desk, 'same')
    await approve(desk, 'same')
    await set(desk, desk.colleague, 'drafts.same', {dek: 'What happened.'})
    const {_id, _type, ...fields} = desk.get('drafts.same')!
    const turned = Object.fromEntries(Object.entries(fields).toReversed())
    await ok(desk.mutate(desk.colleague, [{createOrReplace: {...turned, _id, _type}}]))
    expect(desk.review('same').state).toBe('approved')
  })

  it('covers what the editor saw: anything newer is a conflict', async () => {
    await write(desk, 'stale')
    await submit(desk, 'stale')
    const seen = {ifRevision: String(desk.get('drafts.stale')?.['_rev'])}
    const hash = {ifContentHash: desk.hash('stale')}
    await set(desk, desk.colleague, 'drafts.stale-photo', {caption: 'Other'})
    const late = await desk.act(desk.editor, {act: 'approve', articleId: 'stale', ...hash})
    expect(late.status).toBe(409)
    await set(desk, desk.colleague, 'drafts.stale', {dek: 'Other'})
    const later = await desk.act(desk.editor, {act: 'approve', articleId: 'stale', ...seen})
    expect(later.status).toBe(409)
    expect(await later.json()).toMatchObject({error: {description: expect.stringMatching(/\w/)}})
    const unseen = await desk.act(desk.editor, {act: 'approve', articleId: 'stale'})
    expect(unseen.status).toBe(400)
    expect(desk.review('stale').state).toBe('inReview')
  })

  it('stores a copy, to show later changes', async () => {
    await write(desk, 'copy')
    await submit(desk, 'copy')
    await approve(desk, 'copy')
    const snapshot = desk.get('snapshot.copy')
    expect(snapshot).toMatchObject({_type: 'pieceSnapshot', hash: desk.hash('copy')})
    const documents = JSON.parse(String(snapshot?.['documents'])) as {_id: string}[]
    expect(documents.map(({_id}) => _id)).toEqual([
      'copy-source',
      'copy-quote',
      'copy-photo',
      'copy',
    ])
  })
})

it('No photo has the id of a picture, by which the approval would overlook it', async () => {
  const _id = `drafts.image-${'b'.repeat(40)}-1x1-jpg`
  const response = await desk.mutate(desk.editor, [{create: {_id, _type: 'photoWithCredit'}}])
  expect(response.status).toBe(403)
})

describe('A simultaneous approval and edit', () => {
  it.each([1, 2, 3, 4, 5])('publish the approved content or nothing (%i)', async (n) => {
    const id = `race${n}`
    await write(desk, id)
    await submit(desk, id)
    const hash = desk.hash(id)
    const [approved, edited, published] = await Promise.all([
      approving(desk, desk.editor, id),
      desk.mutate(desk.colleague, [{patch: {id: `drafts.${id}-quote`, set: {text: `Race ${n}`}}}]),
      desk.act(desk.otherEditor, {act: 'publish', articleId: id}),
    ])
    expect([200, 409]).toContain(approved.status)
    // After the publication there is no draft to edit.
    expect([200, 409]).toContain(edited.status)
    expect([200, 403]).toContain(published.status)
    if (published.status === 200) {
      expect(desk.review(id).publication?.hash).toBe(hash)
      expect(desk.get(`${id}-quote`)).toMatchObject({text: 'So it is.'})
    } else {
      expect(desk.get(id)).toBeNull()
      expect(desk.get(`${id}-quote`)).toBeNull()
    }
  })

  it('publish once, in either order', async () => {
    await publish(desk, 'twice')
    await edit(desk, desk.journalist, 'twice', {dek: 'More.'})
    await submit(desk, 'twice')
    await approve(desk, 'twice')
    const correction = {type: 'update' as const, readerNote: 'More is known.'}
    const both = await Promise.all(
      [desk.editor, desk.otherEditor].map((who) =>
        desk.act(who, {act: 'publish', articleId: 'twice', correction}),
      ),
    )
    expect(both.map(({status}) => status).toSorted()).toEqual([200, 403])
    expect(desk.get('correction-twice-2')).toBeNull()
  })
})
