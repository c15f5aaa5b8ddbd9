// Nobody approves what they wrote, submitted or changed. A newsroom of two must give a reason.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startLake, type TestLake} from '../support/lake.ts'
import {
  approve,
  approving,
  ok,
  openDesk,
  ref,
  refused,
  refusedWhole,
  set,
  submit,
  write,
  type Desk,
} from '../support/piece.ts'

let lake: TestLake
let desk: Desk
let count = 0
const next = () => `eyes${++count}`
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  await ok(
    desk.mutate(desk.importer, [
      {create: {_id: 'edith', _type: 'author', name: 'Edith'}},
      {
        create: {
          _id: 'private.author.edith',
          _type: 'privateAuthor',
          author: {...ref('edith'), _weak: true},
          userId: desk.editor.id,
        },
      },
    ]),
  )
})
afterAll(() => lake.close())

const bylines = (...authors: string[]) =>
  authors.map((author) => ({_key: author, author: ref(author), role: 'writer'}))

describe('An editor cannot approve', () => {
  it('a piece that bears their name, in any role', async () => {
    const id = next()
    const [jane, edith] = bylines('jane', 'edith')
    await write(desk, id, {article: {bylines: [jane, {...edith, role: 'photographer'}]}})
    await submit(desk, id)
    await refusedWhole(desk, () => approving(desk, desk.editor, id), 'fourEyesByline')
    await ok(approving(desk, desk.otherEditor, id))
  })

  it('a piece that they submitted', async () => {
    const id = next()
    await write(desk, id)
    await ok(desk.act(desk.editor, {act: 'submit', articleId: id}))
    await refusedWhole(desk, () => approving(desk, desk.editor, id), 'fourEyesSubmitter')
    await ok(approving(desk, desk.otherEditor, id))
  })

  it('what they changed since it was submitted', async () => {
    const id = next()
    await write(desk, id)
    await submit(desk, id)
    await set(desk, desk.editor, `drafts.${id}-source`, {note: 'x'})
    await refusedWhole(desk, () => approving(desk, desk.editor, id), 'fourEyesChanged')
    await ok(approving(desk, desk.otherEditor, id))
  })

  it('a piece that they changed after another had approved it', async () => {
    const id = next()
    await write(desk, id)
    await submit(desk, id)
    await approve(desk, id)
    await set(desk, desk.otherEditor, `drafts.${id}`, {dek: 'Mine.'})
    await refused(approving(desk, desk.otherEditor, id), 'fourEyesChanged')
    await ok(approving(desk, desk.editor, id))
  })

  it('and nobody takes a part’s draft out of the way by changing its type', async () => {
    const id = next()
    await write(desk, id)
    await submit(desk, id)
    const other = {_id: `drafts.${id}-quote`, _type: 'topic', title: 'In the way'}
    const change = () => desk.mutate(desk.editor, [{createOrReplace: other}])
    await refusedWhole(desk, change, 'typeChanged')
  })

  it('by a token', async () => {
    const id = next()
    await write(desk, id)
    await submit(desk, id)
    await refusedWhole(desk, () => approving(desk, desk.token('editor'), id), 'fourEyesToken')
  })
})

describe('An editor approves', () => {
  it('what they changed once its writer has accepted it', async () => {
    const id = next()
    await write(desk, id)
    await submit(desk, id)
    await set(desk, desk.editor, `drafts.${id}`, {dek: 'Better.'})
    await refused(approving(desk, desk.editor, id), 'fourEyesChanged')
    await ok(desk.act(desk.editor, {act: 'handBack', articleId: id}))
    expect(desk.review(id).state).toBe('changesRequested')
    await submit(desk, id)
    await ok(approving(desk, desk.editor, id))
  })
})

describe('An override', () => {
  it('of a quote that nobody verified is on record, with its reason', async () => {
    const id = next()
    await write(desk, id, {quote: {kind: 'direct'}})
    await submit(desk, id)
    const [reason] = await refusedWhole(
      desk,
      () => approving(desk, desk.editor, id),
      'quoteUnverified',
    )
    expect(reason).toMatchObject({overridable: true, document: `${id}-quote`})
    const overrides = [{code: 'quoteUnverified', reason: 'The recording is lost.'}]
    await ok(approving(desk, desk.editor, id, {overrides}))
    expect(overridesOf(id)).toEqual([
      expect.objectContaining({
        code: 'quoteUnverified',
        document: `${id}-quote`,
        reason: 'The recording is lost.',
        by: desk.editor.id,
        byName: 'Edith Editor',
      }),
    ])
    await ok(desk.act(desk.editor, {act: 'publish', articleId: id}))
  })
})

const overridesOf = (id: string) =>
  lake.lake.services.documents
    .ofType('production', 'override')
    .filter(({article}) => (article as {_ref: string})._ref === id)

describe('A newsroom of two', () => {
  let small: TestLake
  let two: Desk
  beforeAll(async () => {
    small = await startLake({fourEyes: 'recorded'})
    two = await openDesk(small)
  })
  afterAll(() => small.close())

  it('can approve its own piece with a reason in the ledger', async () => {
    await write(two, 'own')
    await ok(two.act(two.editor, {act: 'submit', articleId: 'own'}))
    await set(two, two.editor, 'drafts.own', {dek: 'Mine.'})
    await refusedWhole(
      two,
      () => approving(two, two.editor, 'own'),
      'fourEyesSubmitter',
      'fourEyesChanged',
    )
    const one = [{code: 'fourEyesSubmitter', reason: 'Night shift.'}]
    await refused(approving(two, two.editor, 'own', {overrides: one}), 'fourEyesChanged')
    const overrides = [...one, {code: 'fourEyesChanged', reason: 'A typo.'}]
    await ok(approving(two, two.editor, 'own', {overrides}))
    const kept = small.lake.services.documents.ofType('production', 'override')
    expect(kept.map(({code, reason}) => `${String(code)}: ${String(reason)}`).toSorted()).toEqual([
      'fourEyesChanged: A typo.',
      'fourEyesSubmitter: Night shift.',
    ])
    await ok(two.act(two.editor, {act: 'publish', articleId: 'own'}))
    const ledger = small.lake.services.documents.ofType('production', 'ledgerEntry')
    expect(ledger).toEqual([expect.objectContaining({kind: 'published', by: two.editor.id})])
  })

  it('cannot let a token approve, with any reason', async () => {
    await write(two, 'token')
    await submit(two, 'token')
    const overrides = [{code: 'fourEyesToken', reason: 'A robot.'}]
    await refusedWhole(
      two,
      () => approving(two, two.token('editor'), 'token', {overrides}),
      'fourEyesToken',
    )
  })
})
