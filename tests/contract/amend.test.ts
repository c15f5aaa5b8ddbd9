// A photo, quote or source that live articles use changes by the act “amend”, with a note for the
// readers of each. The person who changed it cannot amend it.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startLake, START, type TestLake} from '../support/lake.ts'
import {
  approve,
  approving,
  draftsOf,
  edit,
  fresh,
  ok,
  openDesk,
  publish,
  refused,
  refusedWhole,
  set,
  submit,
  write,
  type Desk,
  type Fields,
  type Voice,
} from '../support/piece.ts'

let lake: TestLake
let desk: Desk
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
})
afterAll(() => lake.close())

const note = (type: string, readerNote = 'The credit was wrong.') => ({type, readerNote})
const amend = (who: Voice, documentId: string, amendments: Fields, more: Fields = {}) =>
  desk.act(who, {
    act: 'amend',
    documentId,
    amendments,
    ifContentHash: desk.hash(documentId),
    ...more,
  } as never)

/** Two live articles that use one photo. */
async function shared(one: string, two: string): Promise<string> {
  const photo = `${one}-photo`
  await publish(desk, one)
  const leadPhoto = {_type: 'photoUse', photo: fresh(photo, 'photoWithCredit')}
  await publish(desk, two, {article: {leadPhoto}})
  return photo
}

describe('A changed photo that two live articles use', () => {
  it('is amended by the photo desk, with a kind for each; their hashes are renewed', async () => {
    const photo = await shared('a1', 'a2')
    await edit(desk, desk.journalist, photo, {creditLine: '© Jane'})
    await refusedWhole(desk, () => amend(desk.photoEditor, photo, {}), 'kindMissing')
    const half = () => amend(desk.photoEditor, photo, {a1: note('correction')})
    const [reason] = await refusedWhole(desk, half, 'kindMissing')
    expect(reason?.document).toBe('a2')
    const before = desk.review('a1').publication
    await ok(amend(desk.photoEditor, photo, {a1: note('correction'), a2: note('update', 'New.')}))
    expect(desk.get(photo)).toMatchObject({creditLine: '© Jane'})
    expect(desk.get(`drafts.${photo}`)).toBeNull()
    expect(desk.get('correction-a1-1')).toMatchObject({type: 'correction', number: 1})
    expect(desk.get('correction-a2-1')).toMatchObject({type: 'update', readerNote: 'New.'})
    for (const id of ['a1', 'a2']) {
      expect(desk.review(id).publication?.hash).toBe(desk.hash(id))
      expect(desk.review(id)).toMatchObject({state: 'published'})
    }
    expect(desk.review('a1').publication).toMatchObject({approvedBy: before?.approvedBy})
    expect(desk.review('a1').publication?.hash).not.toBe(before?.hash)
    const entries = lake.lake.services.documents.ofType('production', 'ledgerEntry')
    expect(entries.filter(({kind}) => kind === 'amended')).toHaveLength(1)
  })

  it('is amended as the editor saw it, and not with later changes', async () => {
    const photo = await shared('s1', 's2')
    await edit(desk, desk.journalist, photo, {caption: 'Looked at'})
    const kinds = {s1: note('minor'), s2: note('minor')}
    const seen = desk.hash(photo)
    await set(desk, desk.journalist, `drafts.${photo}`, {caption: 'Slipped in'})
    const late = await amend(desk.editor, photo, kinds, {ifContentHash: seen})
    expect(late.status).toBe(409)
    const blind = await amend(desk.editor, photo, kinds, {ifContentHash: ''})
    expect(blind.status).toBe(400)
    expect(desk.get(photo)).toMatchObject({caption: 'A ferry'})
  })

  it('with only new rights is published by its desk; hashes are renewed', async () => {
    const photo = await shared('w1', 'w2')
    await edit(desk, desk.photoEditor, photo, {rights: {validUntil: '2030-01-01T00:00:00Z'}})
    const actionType = 'sanity.action.document.publish'
    const publishing = {actionType, publishedId: photo, draftId: `drafts.${photo}`}
    await ok(desk.actions(desk.photoEditor, [publishing]))
    for (const id of ['w1', 'w2']) expect(desk.review(id).publication?.hash).toBe(desk.hash(id))

    // The same by publishing one of them: the other’s hash is renewed, too.
    await edit(desk, desk.photoEditor, photo, {rights: {validUntil: '2031-01-01T00:00:00Z'}})
    await edit(desk, desk.journalist, 'w1', {dek: 'More.'})
    await submit(desk, 'w1')
    await approve(desk, 'w1')
    const correction = note('update')
    await ok(desk.act(desk.editor, {act: 'publish', articleId: 'w1', correction} as never))
    for (const id of ['w1', 'w2']) expect(desk.review(id).publication?.hash).toBe(desk.hash(id))
  })

  it('may be minor for each of them', async () => {
    const photo = await shared('b1', 'b2')
    await edit(desk, desk.journalist, photo, {caption: 'A ferry, seen'})
    await ok(amend(desk.editor, photo, {b1: note('minor', 'Typo'), b2: note('minor', 'Typo')}))
    expect(desk.get('correction-b1-1')).toBeNull()
    expect(desk.get(photo)).toMatchObject({caption: 'A ferry, seen'})
  })

  it('is not amended by the person who changed it, by a token or by a journalist', async () => {
    const photo = await shared('c1', 'c2')
    await edit(desk, desk.photoEditor, photo, {caption: 'Mine'})
    await set(desk, desk.editor, `drafts.${photo}`, {alt: 'Mine, too'})
    const kinds = {c1: note('minor'), c2: note('minor')}
    const attempt = (who: Voice) => () => amend(who, photo, kinds)
    await refusedWhole(desk, attempt(desk.photoEditor), 'fourEyesChanged')
    await refusedWhole(desk, attempt(desk.editor), 'fourEyesChanged')
    await refusedWhole(desk, attempt(desk.token('editor')), 'fourEyesToken')
    await refusedWhole(desk, attempt(desk.journalist), 'roleMissing')
    await ok(attempt(desk.otherEditor)())
  })

  it('cannot be published by hand in any way', async () => {
    const photo = await shared('d1', 'd2')
    await edit(desk, desk.journalist, photo, {caption: 'By hand'})
    const live = desk.get(photo)!
    const actionType = 'sanity.action.document.publish'
    const publishing = {actionType, publishedId: photo, draftId: `drafts.${photo}`}
    const roads: [string, (who: Voice) => Promise<Response>][] = [
      ['publish', (who) => desk.actions(who, [publishing])],
      ['patch', (who) => desk.mutate(who, [{patch: {id: photo, set: {caption: 'x'}}}])],
      [
        'replace',
        (who) => desk.mutate(who, [{createOrReplace: {...live, caption: 'x', _rev: undefined}}]),
      ],
      ['delete', (who) => desk.mutate(who, [{delete: {id: photo}}])],
    ]
    for (const [, road] of roads) {
      for (const who of [desk.editor, desk.photoEditor]) {
        await refusedWhole(desk, () => road(who), 'usedByLiveArticle')
      }
    }
    const topic = {createOrReplace: {_id: photo, _type: 'topic', title: 'Swapped'}}
    await refusedWhole(desk, () => desk.mutate(desk.editor, [topic]), 'usedByLiveArticle')
  })

  it('with only new rights is published by its desk: readers see the same picture', async () => {
    const photo = await shared('r1', 'r2')
    const rights = {category: 'agency', clearance: 'denied', validUntil: '2027-01-01T00:00:00Z'}
    await edit(desk, desk.photoEditor, photo, {rights: {...rights, clearance: 'cleared'}})
    const actionType = 'sanity.action.document.publish'
    const publishing = {actionType, publishedId: photo, draftId: `drafts.${photo}`}
    await ok(desk.actions(desk.photoEditor, [publishing]))
    expect(desk.get(photo)).toMatchObject({rights: {clearance: 'cleared'}})
    for (const id of ['r1', 'r2']) {
      expect(desk.review(id).publication?.hash).toBe(desk.hash(id))
      expect(desk.review(id)).toMatchObject({state: 'published'})
    }
    // With one more word it is an amendment again.
    await edit(desk, desk.photoEditor, photo, {caption: 'Another', rights})
    await refusedWhole(
      desk,
      () => desk.actions(desk.photoEditor, [publishing]),
      'usedByLiveArticle',
    )
  })

  it('is not published with one of them without the other', async () => {
    const photo = await shared('e1', 'e2')
    await edit(desk, desk.journalist, photo, {caption: 'Sneaked in'})
    await edit(desk, desk.journalist, 'e1', {dek: 'More.'})
    await submit(desk, 'e1')
    await approve(desk, 'e1')
    const correction = note('update')
    const request = {act: 'publish', articleId: 'e1', correction} as never
    const [reason] = await refusedWhole(
      desk,
      () => desk.act(desk.editor, request),
      'usedByLiveArticle',
    )
    expect(reason?.document).toBe(photo)
    await ok(amend(desk.editor, photo, {e1: note('minor'), e2: note('minor')}))
    expect(desk.review('e1').state).toBe('approved')
    await ok(desk.act(desk.editor, request))
  })
})

describe('A quote', () => {
  it('brings its source’s change only by an act, and not by its author', async () => {
    await publish(desk, 'f1')
    await edit(desk, desk.otherEditor, 'f1-source', {name: 'Changed by Otto'})
    await edit(desk, desk.journalist, 'f1-quote', {text: 'So it was.'})
    const kinds = {f1: note('correction')}
    await refusedWhole(desk, () => amend(desk.otherEditor, 'f1-quote', kinds), 'fourEyesChanged')
    await ok(amend(desk.editor, 'f1-quote', kinds))
    expect(desk.get('f1-source')).toMatchObject({name: 'Changed by Otto'})
  })

  it('notifies the readers of other articles with its source', async () => {
    await publish(desk, 'g1')
    const speakers = [{_key: 's', source: fresh('g1-source', 'source')}]
    await publish(desk, 'g2', {quote: {speakers}})
    await edit(desk, desk.journalist, 'g1-source', {name: 'Renamed'})
    await edit(desk, desk.journalist, 'g1-quote', {text: 'So it was.'})
    const [reason] = await refusedWhole(
      desk,
      () => amend(desk.editor, 'g1-quote', {g1: note('correction')}),
      'kindMissing',
    )
    expect(reason?.document).toBe('g2')
  })

  it('that nobody verified is amended with a reason', async () => {
    await publish(desk, 'i1')
    await edit(desk, desk.journalist, 'i1-quote', {kind: 'direct'})
    const kinds = {i1: note('correction')}
    await refusedWhole(desk, () => amend(desk.editor, 'i1-quote', kinds), 'quoteUnverified')
    const overrides = [{code: 'quoteUnverified', reason: 'Read out by her office.'}]
    await ok(amend(desk.editor, 'i1-quote', kinds, {overrides}))
    const kept = lake.lake.services.documents.ofType('production', 'override')
    expect(kept).toEqual([expect.objectContaining({document: 'i1-quote'})])
  })
})

describe('A photo that no live article uses', () => {
  it('is published by its desk, once it has its credit', async () => {
    const photo = {...draftsOf('free')[2]!, _id: 'drafts.free-photo', creditLine: ''}
    await ok(desk.mutate(desk.journalist, [{create: photo}]))
    const actionType = 'sanity.action.document.publish'
    const publishing = {actionType, publishedId: 'free-photo', draftId: 'drafts.free-photo'}
    await refusedWhole(desk, () => desk.actions(desk.photoEditor, [publishing]), 'creditMissing')
    await set(desk, desk.photoEditor, 'drafts.free-photo', {creditLine: '© Agency'})
    expect((await desk.actions(desk.journalist, [publishing])).status).toBe(403)
    await ok(desk.actions(desk.photoEditor, [publishing]))
    await ok(desk.mutate(desk.photoEditor, [{patch: {id: 'free-photo', set: {caption: 'New'}}}]))
    await refused(
      desk.mutate(desk.editor, [{patch: {id: 'free-photo', unset: ['creditLine']}}]),
      'creditMissing',
    )
  })

  it('does not appear in a live article that refers to it weakly', async () => {
    await ok(
      desk.mutate(desk.importer, [
        {
          create: {
            _id: 'old-weak',
            _type: 'article',
            leadPhoto: {photo: {_type: 'reference', _ref: 'later-photo', _weak: true}},
          },
        },
      ]),
    )
    const photo = {...draftsOf('later')[2]!, _id: 'later-photo'}
    await refusedWhole(desk, () => desk.mutate(desk.editor, [{create: photo}]), 'usedByLiveArticle')
  })

  it('and that belongs to an article under embargo comes out with it, not before or with others', async () => {
    const until = new Date(START + 3_600_000).toISOString()
    await write(desk, 'secret')
    await set(desk, desk.editor, 'drafts.secret', {embargo: {until}})
    for (const part of ['-photo', '-quote', '-source']) {
      const actionType = 'sanity.action.document.publish'
      const id = `secret${part}`
      const publishing = {actionType, publishedId: id, draftId: `drafts.${id}`}
      await refusedWhole(desk, () => desk.actions(desk.editor, [publishing]), 'embargoElsewhere')
    }
    const leadPhoto = {photo: fresh('secret-photo', 'photoWithCredit')}
    await write(desk, 'leak', {article: {leadPhoto}})
    await submit(desk, 'leak')
    await ok(approving(desk, desk.editor, 'leak'))
    await refusedWhole(
      desk,
      () => desk.act(desk.editor, {act: 'publish', articleId: 'leak'}),
      'embargoElsewhere',
    )
  })
})
