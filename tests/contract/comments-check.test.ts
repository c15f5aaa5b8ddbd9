// An open question counts when a piece is approved, scheduled or published, until it is resolved or
// an editor overrides it.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {START, startLake, type TestLake} from '../support/lake.ts'
import {
  approve,
  approving,
  ok,
  openDesk,
  refused,
  refusedWhole,
  submit,
  write,
  type Desk,
  type Fields,
  type Voice,
} from '../support/piece.ts'
import {comment, commentsIn, type CommentsClient} from '../support/comments.ts'

const HOUR = 3_600_000
let lake: TestLake
let desk: Desk
let comments: CommentsClient
let count = 0

beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  comments = commentsIn(lake)
})
afterAll(() => lake.close())

async function submitted(): Promise<string> {
  const id = `talked${++count}`
  await write(desk, id)
  await submit(desk, id)
  return id
}
async function ask(about: string, more: Fields = {}, who: Voice = desk.otherEditor) {
  const id = `c${++count}`
  await ok(comments.mutate(who, [{create: comment(id, who, about, more)}]))
  return id
}
const setStatus = (id: string, status: string, who = desk.journalist) =>
  ok(comments.mutate(who, [{patch: {id, set: {status}}}]))
const publish = (id: string, more: object = {}) =>
  desk.act(desk.editor, {act: 'publish', articleId: id, ...more})
const stateOf = (id: string) => desk.review(id).state

describe('A piece with an open comment', () => {
  it('is not approved until somebody resolves it', async () => {
    const id = await submitted()
    const question = await ask(id)
    const [reason] = await refusedWhole(
      desk,
      () => approving(desk, desk.editor, id),
      'commentsUnresolved',
    )
    expect(reason).toMatchObject({
      document: id,
      path: 'headline',
      overridable: true,
      message: 'There is a comment on the article that nobody has resolved.',
    })
    await setStatus(question, 'resolved')
    await approve(desk, id)
    expect(stateOf(id)).toBe('approved')
  })

  it('also on its source', async () => {
    const id = await submitted()
    const question = await ask(`${id}-source`, {}, desk.journalist)
    const [reason] = await refused(approving(desk, desk.editor, id), 'commentsUnresolved')
    expect(reason?.document).toBe(`${id}-source`)
    await setStatus(question, 'resolved')
    await approve(desk, id)
  })

  it('is approved by an editor with a reason, which is recorded and applies to the publication', async () => {
    const id = await submitted()
    await ask(id)
    await ask(id)
    const why = 'Settled on the phone.'
    await approve(desk, id, {
      overrides: [{code: 'commentsUnresolved', document: id, reason: why}],
    })
    const entries = lake.lake.services.documents.ofType('production', 'override')
    expect(entries.filter(({reason}) => reason === why)).toMatchObject([
      {code: 'commentsUnresolved', document: id, by: desk.editor.id},
    ])
    await ok(publish(id))
    expect(stateOf(id)).toBe('published')
  })
})

describe('A comment after the approval', () => {
  async function approvedWith(overrides?: object[]): Promise<string> {
    const id = await submitted()
    if (overrides) await ask(id)
    const given = overrides?.map((one) => ({...one, document: id})) as never
    await approve(desk, id, overrides ? {overrides: given} : {})
    lake.setTime(lake.now() + 1_000)
    return id
  }

  it('prevents the publication, with any author', async () => {
    const id = await approvedWith()
    const question = await ask(id, {}, desk.journalist)
    await refusedWhole(desk, () => publish(id), 'commentsSinceApproval')
    await setStatus(question, 'resolved')
    await ok(publish(id))
  })

  it('is not covered by an override of the approval', async () => {
    const id = await approvedWith([{code: 'commentsUnresolved', reason: 'Asked and answered.'}])
    await ask(id)
    const reasons = await refused(publish(id), 'commentsSinceApproval')
    expect(reasons.map(({code}) => code)).not.toContain('commentsUnresolved')
    const reason = 'She has read the answer.'
    await ok(publish(id, {overrides: [{code: 'commentsSinceApproval', document: id, reason}]}))
    expect(
      lake.lake.services.documents
        .ofType('production', 'override')
        .filter((entry) => entry['reason'] === reason),
    ).toHaveLength(1)
  })

  it('prevents a scheduled publication, and notifies the people who scheduled it', async () => {
    const id = await approvedWith()
    const publishAt = new Date(lake.now() + HOUR).toISOString()
    await ok(desk.act(desk.editor, {act: 'schedule', articleId: id, publishAt}))
    await ask(id, {}, desk.journalist)
    lake.setTime(Date.parse(publishAt))
    await lake.lake.services.timer.check()
    expect(desk.review(id)).toMatchObject({
      state: 'approved',
      scheduleFailure: {reasons: [{code: 'commentsSinceApproval', document: id}]},
    })
    lake.setTime(START)
  })

  it('does not, if it was known when the piece was scheduled', async () => {
    const id = await approvedWith()
    await ask(id)
    const request = {act: 'schedule', articleId: id} as const
    const publishAt = new Date(lake.now() + HOUR).toISOString()
    await refused(desk.act(desk.editor, {...request, publishAt}), 'commentsSinceApproval')
    const overrides = [{code: 'commentsSinceApproval', document: id, reason: 'He knows.'}]
    await ok(desk.act(desk.editor, {...request, publishAt, overrides}))
    lake.setTime(Date.parse(publishAt))
    await lake.lake.services.timer.check()
    expect(stateOf(id)).toBe('published')
    expect(
      lake.lake.services.documents
        .ofType('production', 'override')
        .filter(({reason}) => reason === 'He knows.'),
    ).toHaveLength(1)
    lake.setTime(START)
  })
})
