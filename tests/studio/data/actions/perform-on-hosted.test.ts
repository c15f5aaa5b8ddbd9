// Acts by mutation: on a lake without rules the studio writes what our server would have written.
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest'
import type {EditorialActionRequest} from '../../../../model/editorial-actions.ts'
import type {PieceDocument} from '../../../../workflow/piece.ts'
import {startLake, START} from '../../../support/lake.ts'
import {
  approve,
  approving,
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
} from '../../../support/piece.ts'
import {openHostedDesk, type HostedDesk} from '../../plugins/editorial-actions/hosted-lake.ts'

let hosted: HostedDesk
beforeAll(async () => {
  hosted = await openHostedDesk()
})
afterAll(() => hosted.close())
afterEach(() => {
  hosted.beforeCommit = undefined
})

/** Somebody is quicker than the act. */
async function overtaken(
  attempt: () => Promise<Response>,
  other: () => Promise<unknown>,
): Promise<Response> {
  let before = ''
  hosted.beforeCommit = async () => {
    hosted.beforeCommit = undefined
    await other()
    before = hosted.everything()
  }
  const response = await attempt()
  expect(before).not.toBe('')
  if (response.status !== 200) expect(hosted.everything()).toBe(before)
  return response
}

const CORRECTION = {type: 'correction' as const, readerNote: 'It was a ferry, not a tanker.'}

/** A minute passes before each step. */
async function steps(desk: Desk, list: (() => Promise<unknown>)[]): Promise<void> {
  for (const [index, step] of list.entries()) {
    desk.lake.setTime(START + (index + 1) * 60_000)
    await step()
  }
}

/** From the first word to the withdrawal, and all that can happen between. */
async function wholeRound(desk: Desk): Promise<void> {
  const act =
    (who: 'journalist' | 'editor' | 'otherEditor', request: Partial<EditorialActionRequest>) =>
    () =>
      ok(desk.act(desk[who], {articleId: 'round', ...request}))
  await steps(desk, [
    () => write(desk, 'round', {quote: {kind: 'direct', attribution: 'said so'}}),
    act('journalist', {act: 'submit', note: 'Ready.'}),
    act('editor', {act: 'assign', assignee: desk.otherEditor.id, dueAt: '2026-11-26T10:00:00Z'}),
    act('editor', {act: 'requestChanges', note: 'Who says so?'}),
    () => set(desk, desk.journalist, 'drafts.round', {dek: 'What happened, and why.'}),
    act('journalist', {act: 'submit'}),
    act('editor', {act: 'requireLegal', note: 'The name.'}),
    act('editor', {act: 'clearLegal'}),
    () =>
      approve(desk, 'round', {
        overrides: [{code: 'quoteUnverified', document: 'round-quote', reason: 'I was there.'}],
      }),
    act('otherEditor', {act: 'publish'}),
    () => edit(desk, desk.journalist, 'round', {slug: {_type: 'slug', current: 'round-2'}}),
    () => edit(desk, desk.journalist, 'round-photo', {caption: 'A tanker'}),
    act('journalist', {act: 'submit'}),
    () => approve(desk, 'round', {overrides: [{code: 'quoteUnverified', reason: 'As before.'}]}),
    act('editor', {act: 'publish', correction: CORRECTION}),
    () => edit(desk, desk.journalist, 'round', {dek: 'A mistake'}),
    act('journalist', {act: 'discardChanges'}),
    act('editor', {act: 'withdraw', note: 'It was wrong.'}),
    act('journalist', {act: 'submit'}),
    () => approve(desk, 'round', {overrides: [{code: 'quoteUnverified', reason: 'As before.'}]}),
    act('editor', {
      act: 'publish',
      correction: {type: 'editorsNote', readerNote: 'It was right after all.'},
    }),
  ])
  await steps(desk, [
    () => write(desk, 'spiked'),
    () => ok(desk.act(desk.journalist, {act: 'spike', articleId: 'spiked', note: 'Old.'})),
    () => ok(desk.act(desk.editor, {act: 'unspike', articleId: 'spiked'})),
  ])
}

const PEOPLE = ['journalist', 'colleague', 'editor', 'otherEditor', 'photoEditor'] as const

/** Everything that is stored, without what no two lakes have in common. */
function stored(desk: Desk): string[] {
  // On the hosted lake these are editors as well, and get the notifications of editors.
  const alsoEditors = [desk.administrator.id, desk.developer.id]
  return (desk.lake.lake.services.documents.all('production') as PieceDocument[])
    .filter(({recipient}) => !alsoEditors.includes(recipient as string))
    .map((document) =>
      PEOPLE.reduce(
        (text, name) => text.replaceAll(desk[name].id, name),
        JSON.stringify(comparable(document)),
      ),
    )
    .toSorted()
}

/** Ids and keys of records are made from their transaction's id. */
function comparable({_id, _rev, _system, ...rest}: PieceDocument): unknown {
  const isReview = rest._type === 'review'
  return sorted(
    {_id: _id.replace(/^(notification|ledger|override)\..*/, '$1.…'), ...rest},
    (name) => ['revisionBefore', 'revisionAfter', ...(isReview ? ['_key'] : [])].includes(name),
  )
}

function sorted(value: unknown, isAnybodys: (name: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => sorted(item, isAnybodys))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, item]) => [name, isAnybodys(name) ? '…' : sorted(item, isAnybodys)]),
  )
}

describe('The whole round', () => {
  it(
    'leaves the same documents as the server’s acts',
    {tags: ['full'], timeout: 60_000},
    async () => {
      const lake = await startLake()
      const embedded = await openDesk(lake)
      const apart = await openHostedDesk()
      try {
        await wholeRound(embedded)
        await wholeRound(apart)
        const written = stored(apart)
        expect(written).toEqual(stored(embedded))
        const count = (part: string) => written.filter((text) => text.includes(part)).length
        expect(count('"_type":"notification"')).toBeGreaterThan(8)
        expect(count('"_type":"ledgerEntry"')).toBeGreaterThan(3)
        expect(count('"_type":"override"')).toBeGreaterThan(2)
        expect(count('"_type":"correction"')).toBe(2)
        expect(count('"_type":"notice"')).toBe(1)
        expect(apart.get('round')).toMatchObject({
          firstPublishedAt: new Date(START + 10 * 60_000).toISOString(),
          previousSlugs: ['round'],
        })
      } finally {
        await apart.close()
        await lake.close()
      }
    },
  )
})

describe('What the server would have kept', () => {
  it('who changed a piece since it was submitted, from the history', async () => {
    await write(hosted, 'mine')
    hosted.lake.setTime(START + 60_000)
    await submit(hosted, 'mine')
    hosted.lake.setTime(START + 120_000)
    for (const text of ['One.', 'Two.', 'Three.']) {
      await set(hosted, hosted.otherEditor, 'drafts.mine-quote', {text})
    }
    await set(hosted, hosted.editor, 'drafts.mine-quote', {text: 'Four.'})
    const attempt = (who: typeof hosted.editor) => () => approving(hosted, who, 'mine')
    await refusedWhole(hosted, attempt(hosted.editor), 'fourEyesChanged')
    await refusedWhole(hosted, attempt(hosted.otherEditor), 'fourEyesChanged')
    await ok(approving(hosted, hosted.person('editor', 'A third editor'), 'mine'))
    expect(hosted.review('mine').changedBy).toEqual([hosted.otherEditor.id, hosted.editor.id])
  })

  it('without changes that were undone', async () => {
    await write(hosted, 'back')
    await submit(hosted, 'back')
    await set(hosted, hosted.editor, 'drafts.back', {dek: 'Else.'})
    await set(hosted, hosted.editor, 'drafts.back', {dek: 'What happened.'})
    await approve(hosted, 'back')
  })

  it('whether an approval holds, derived from the content', async () => {
    await write(hosted, 'lapse')
    await submit(hosted, 'lapse')
    await approve(hosted, 'lapse')
    const attempt = () => hosted.act(hosted.editor, {act: 'publish', articleId: 'lapse'})
    await set(hosted, hosted.colleague, 'drafts.lapse-photo', {caption: 'A ferry.'})
    await refusedWhole(hosted, attempt, 'approvalLapsed')
    await set(hosted, hosted.colleague, 'drafts.lapse-photo', {caption: 'A ferry'})
    await ok(attempt())
    expect(hosted.get('lapse-photo')).toMatchObject({caption: 'A ferry'})
  })

  it('the changes of an amendment in the record of a live article', async () => {
    await publish(hosted, 'amended')
    hosted.lake.setTime(START + 3_600_000)
    await edit(hosted, hosted.editor, 'amended-photo', {caption: 'A tanker'})
    const request = {
      act: 'amend' as const,
      documentId: 'amended-photo',
      ifContentHash: hosted.hash('amended-photo'),
      amendments: {amended: CORRECTION},
    }
    await refusedWhole(hosted, () => hosted.act(hosted.editor, request), 'fourEyesChanged')
    await refusedWhole(
      hosted,
      () => hosted.act(hosted.otherEditor, {...request, amendments: {}}),
      'kindMissing',
    )
    await ok(hosted.act(hosted.otherEditor, request))
    expect(hosted.get('amended-photo')).toMatchObject({caption: 'A tanker'})
    expect(hosted.get('correction-amended-1')).toMatchObject({readerNote: CORRECTION.readerNote})
    expect(hosted.review('amended').publication?.hash).toBe(hosted.hash('amended'))
    hosted.lake.setTime(START)
  })
})

describe('Four eyes', () => {
  it('refuse an approval by the person who submitted the piece or is in its byline', async () => {
    await write(hosted, 'eyes')
    await ok(hosted.act(hosted.editor, {act: 'submit', articleId: 'eyes'}))
    await refusedWhole(hosted, () => approving(hosted, hosted.editor, 'eyes'), 'fourEyesSubmitter')
    await ok(
      hosted.mutate(hosted.editor, [
        {patch: {id: 'private.author.jane', set: {userId: hosted.otherEditor.id}}},
      ]),
    )
    await refusedWhole(
      hosted,
      () => approving(hosted, hosted.otherEditor, 'eyes'),
      'fourEyesByline',
    )
    await ok(
      hosted.mutate(hosted.editor, [
        {patch: {id: 'private.author.jane', set: {userId: hosted.journalist.id}}},
      ]),
    )
    await refusedWhole(hosted, () => approving(hosted, hosted.colleague, 'eyes'), 'roleMissing')
    await ok(approving(hosted, hosted.otherEditor, 'eyes'))
  })

  it('can be overridden with a recorded reason in a newsroom of two', async () => {
    const small = await openHostedDesk({fourEyes: 'recorded'})
    try {
      await write(small, 'alone')
      await ok(small.act(small.editor, {act: 'submit', articleId: 'alone'}))
      await refused(approving(small, small.editor, 'alone'), 'fourEyesSubmitter')
      const overrides = [{code: 'fourEyesSubmitter', reason: 'Everybody else is ill.'}]
      await ok(approving(small, small.editor, 'alone', {overrides}))
      const kept = small.lake.lake.services.documents.ofType('production', 'override')
      expect(kept).toEqual([expect.objectContaining({reason: 'Everybody else is ill.'})])
    } finally {
      await small.close()
    }
  })
})

describe('Somebody is faster', () => {
  const FIRST = ['drafts.quick', 'drafts.quick-photo', 'review.quick'] as const

  it.each(FIRST)('with %s, and nothing is published', async (id) => {
    const article = `${id.replaceAll('.', '-')}-race`
    const changed = id.replace('quick', article)
    await write(hosted, article)
    await submit(hosted, article)
    await approve(hosted, article)
    const response = await overtaken(
      () => hosted.act(hosted.editor, {act: 'publish', articleId: article}),
      () => set(hosted, hosted.colleague, changed, {dek: 'Changed'}),
    )
    expect(response.status).toBe(409)
    expect(hosted.get(article)).toBeNull()
  })

  it('with the same act, which is performed once', async () => {
    await write(hosted, 'both')
    const attempt = () => hosted.act(hosted.journalist, {act: 'submit', articleId: 'both'})
    const response = await overtaken(attempt, () => ok(attempt()))
    expect(response.status).toBe(409)
    expect(hosted.review('both').history).toHaveLength(1)
  })

  it('with a correction of the same number', async () => {
    await publish(hosted, 'number')
    await edit(hosted, hosted.journalist, 'number', {dek: 'More.'})
    await submit(hosted, 'number')
    await approve(hosted, 'number')
    const request = {act: 'publish' as const, articleId: 'number', correction: CORRECTION}
    const response = await overtaken(
      () => hosted.act(hosted.editor, request),
      () =>
        ok(
          hosted.mutate(hosted.editor, [
            {create: {_id: 'correction-number-1', _type: 'correction'}},
          ]),
        ),
    )
    expect(response.status).toBe(409)
    expect(hosted.get('number')).toMatchObject({dek: 'What happened.'})
  })

  it('while a piece is approved: the content that the editor saw is approved', async () => {
    await write(hosted, 'looked')
    await submit(hosted, 'looked')
    const hash = hosted.hash('looked')
    const response = await overtaken(
      () => approving(hosted, hosted.editor, 'looked'),
      () => set(hosted, hosted.colleague, 'drafts.looked', {dek: 'Else.'}),
    )
    expect(response.status).toBe(200)
    expect(hosted.review('looked').approval?.hash).toBe(hash)
    const attempt = () => hosted.act(hosted.editor, {act: 'publish', articleId: 'looked'})
    await refusedWhole(hosted, attempt, 'approvalLapsed')
    const again = hosted.act(hosted.otherEditor, {
      act: 'approve',
      articleId: 'looked',
      ifContentHash: hash,
    })
    expect((await again).status).toBe(409)
  })
})

describe('A request', () => {
  it('without the approved content’s hash is refused', async () => {
    await write(hosted, 'what')
    await submit(hosted, 'what')
    const before = hosted.everything()
    const response = await hosted.act(hosted.editor, {act: 'approve', articleId: 'what'})
    expect(response.status).toBe(403)
    expect(hosted.everything()).toBe(before)
  })
})
