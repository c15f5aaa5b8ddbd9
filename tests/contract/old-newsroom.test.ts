// Articles that were published before reviews existed: they work, and then follow the same process.
import {afterAll, beforeAll, expect, it} from 'vitest'
import {startLake, type TestLake} from '../support/lake.ts'
import {
  approve,
  approving,
  edit,
  ok,
  openDesk,
  publishedOf,
  refusedWhole,
  submit,
  type Desk,
} from '../support/piece.ts'

let lake: TestLake
let desk: Desk
const FIRST = '2019-05-01T00:00:00Z'
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  const documents = ['old', 'older'].flatMap((id) =>
    publishedOf(id, {article: {firstPublishedAt: FIRST}}),
  )
  await ok(
    desk.mutate(
      desk.importer,
      documents.map((createOrReplace) => ({createOrReplace})),
    ),
  )
})
afterAll(() => lake.close())

it('A published article without a review is corrected by the whole process', async () => {
  expect(desk.get('review.old')).toBeNull()
  await refusedWhole(
    desk,
    () => desk.mutate(desk.editor, [{patch: {id: 'old', set: {dek: 'By hand.'}}}]),
    'actRequired',
  )
  await edit(desk, desk.journalist, 'old', {dek: 'Corrected.'})
  await edit(desk, desk.journalist, 'old-photo', {caption: 'Corrected, too'})
  await submit(desk, 'old')
  expect(desk.review('old').state).toBe('inReview')
  await approve(desk, 'old')
  const correction = {type: 'correction' as const, readerNote: 'It was ten.'}
  await ok(desk.act(desk.editor, {act: 'publish', articleId: 'old', correction}))
  expect(desk.get('old')).toMatchObject({dek: 'Corrected.', firstPublishedAt: FIRST})
  expect(desk.get('old-photo')).toMatchObject({caption: 'Corrected, too'})
  expect(desk.get('correction-old-1')).toMatchObject({number: 1, readerNote: 'It was ten.'})
  expect(desk.review('old')).toMatchObject({
    state: 'published',
    publication: {hash: desk.hash('old'), approvedBy: desk.editor.id},
  })
})

it('It is withdrawn with a notice, and returns', async () => {
  await ok(desk.act(desk.editor, {act: 'withdraw', articleId: 'older', note: 'Unsound.'}))
  expect(desk.get('notice-older-1')).toMatchObject({slug: 'older'})
  expect(desk.get('older')).toBeNull()
  await submit(desk, 'older')
  // The person who withdrew it owns the draft, and may approve another's submission.
  await ok(approving(desk, desk.editor, 'older'))
  const correction = {type: 'editorsNote', readerNote: 'It was sound after all.'} as const
  await ok(desk.act(desk.editor, {act: 'publish', articleId: 'older', correction}))
  expect(desk.get('older')).toMatchObject({firstPublishedAt: FIRST})
})
