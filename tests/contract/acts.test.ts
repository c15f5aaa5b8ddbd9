// POST /v1/acts: what is no act, who performs none, and that a draft may be edited in every state.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {EDITORIAL_ACTIONS, type EditorialAction} from '../../model/editorial-actions.ts'
import {startLake, START, type TestLake} from '../support/lake.ts'
import {
  approve,
  ok,
  openDesk,
  publish,
  refusedWhole,
  set,
  submit,
  write,
  type Desk,
  type Fields,
} from '../support/piece.ts'

let lake: TestLake
let desk: Desk
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  await write(desk, 'piece')
})
afterAll(() => lake.close())

async function unwritten(attempt: () => Promise<Response>): Promise<Response> {
  const before = desk.everything()
  const response = await attempt()
  expect(desk.everything()).toBe(before)
  return response
}

const MALFORMED: [string, Fields][] = [
  ['nothing', {}],
  ['no act', {articleId: 'piece'}],
  ['an act that there is not', {act: 'bless', articleId: 'piece'}],
  ['an act of the language’s own', {act: 'constructor', articleId: 'piece'}],
  ['the timer’s own act', {act: 'scheduleFailed', articleId: 'piece', reviewId: 'review.piece'}],
  ['no article', {act: 'submit'}],
  ['an article that is no text', {act: 'submit', articleId: {id: 'piece'}}],
  ['a version', {act: 'submit', articleId: 'versions.r1.piece'}],
  ['a private document', {act: 'assign', articleId: 'private.source.x'}],
  ['a note that is no text', {act: 'submit', articleId: 'piece', note: ['x']}],
  ['a revision that is no text', {act: 'submit', articleId: 'piece', ifRevision: 1}],
  ['overrides that are no list', {act: 'approve', articleId: 'piece', overrides: {}}],
  [
    'an override without a reason',
    {act: 'approve', articleId: 'piece', ifRevision: 'x', overrides: [{code: 'x'}]},
  ],
  [
    'a correction without words',
    {act: 'publish', articleId: 'piece', correction: {type: 'update'}},
  ],
  ['a time that is none', {act: 'assign', articleId: 'piece', dueAt: 'soon'}],
  ['an approval of nothing in particular', {act: 'approve', articleId: 'piece'}],
]

describe('A request', () => {
  it.each(MALFORMED)('with %s is malformed', async (_name, body) => {
    const response = await unwritten(() => desk.act(desk.editor, body))
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      error: {type: expect.stringMatching(/Error$/), description: expect.stringMatching(/\w/)},
    })
  })

  it('that is no JSON is malformed', async () => {
    const {headers} = desk.editor
    const post = (body: string) =>
      lake.fetch('/v1/acts/production', {method: 'POST', headers, body})
    for (const body of ['', 'x', '[]', '"submit"']) {
      expect((await unwritten(() => post(body))).status).toBe(400)
    }
  })

  it('for a dataset that there is not is not found', async () => {
    const body = JSON.stringify({act: 'submit', articleId: 'piece'})
    const {headers} = desk.editor
    const response = await lake.fetch('/v1/acts/nowhere', {method: 'POST', headers, body})
    expect(response.status).toBe(404)
  })

  it('is conflicting where the draft is another one by now', async () => {
    for (const stale of [{ifRevision: 'old'}, {ifContentHash: 'old'}]) {
      const request = {act: 'submit' as const, articleId: 'piece', ...stale}
      const response = await unwritten(() => desk.act(desk.journalist, request))
      expect(response.status).toBe(409)
    }
  })

  it('for an article that does not exist is refused', async () => {
    await refusedWhole(
      desk,
      () => desk.act(desk.editor, {act: 'submit', articleId: 'nothing'}),
      'noArticle',
    )
    await refusedWhole(
      desk,
      () => desk.act(desk.editor, {act: 'requireLegal', articleId: 'world', note: 'x'}),
      'noArticle',
    )
  })

  it('that is only tried out changes nothing', async () => {
    const request = {act: 'submit' as const, articleId: 'piece', dryRun: true}
    expect((await unwritten(() => desk.act(desk.journalist, request))).status).toBe(200)
  })

  it('that is sent again is performed once', async () => {
    await write(desk, 'again')
    const request = {act: 'submit' as const, articleId: 'again', transactionId: 'mine-1'}
    expect(await ok(desk.act(desk.journalist, request))).toEqual({transactionId: 'mine-1'})
    const response = await unwritten(() => desk.act(desk.journalist, request))
    expect(response.status).toBe(200)
    expect((await unwritten(() => desk.act(desk.editor, request))).status).toBe(409)
  })
})

const EDITORIAL_ACTION_NAMES = Object.keys(EDITORIAL_ACTIONS) as EditorialAction[]
const WHOLE = {
  articleId: 'piece',
  note: 'x',
  publishAt: '2026-12-01T00:00:00Z',
  amendments: {},
}

describe('Nobody performs the act', () => {
  it.each(EDITORIAL_ACTION_NAMES)('%s without a session', async (act) => {
    const nobody = {id: 'anonymous', headers: {}}
    expect((await unwritten(() => desk.act(nobody, {...WHOLE, act}))).status).toBe(401)
    const forged = {id: 'x', headers: {cookie: 'copydesk_session=forged'}}
    expect((await unwritten(() => desk.act(forged, {...WHOLE, act}))).status).toBe(401)
  })

  /** The whole request, for what is there now. */
  const whole = (act: EditorialAction) => {
    const articleId = act === 'amend' ? 'piece-photo' : 'piece'
    return {...WHOLE, act, articleId, ifContentHash: desk.hash(articleId)}
  }

  it.each(EDITORIAL_ACTION_NAMES)(
    '%s as a developer, nor with a token that imports',
    async (act) => {
      for (const who of [desk.developer, desk.token('developer'), desk.importer]) {
        await refusedWhole(desk, () => desk.act(who, whole(act)), 'roleMissing')
      }
    },
  )

  it.each(EDITORIAL_ACTION_NAMES)('%s in a role that is not named for it', async (act) => {
    const voices = {
      journalist: desk.journalist,
      photoEditor: desk.photoEditor,
      editor: desk.editor,
      administrator: desk.administrator,
    }
    const others = Object.entries(voices).filter(
      ([role]) => !(EDITORIAL_ACTIONS[act].roles as string[]).includes(role),
    )
    expect(others.length).toBeGreaterThan(0)
    for (const [, who] of others) {
      await refusedWhole(desk, () => desk.act(who, whole(act)), 'roleMissing')
    }
  })
})

const STATES: Record<string, (id: string) => Promise<unknown>> = {
  drafting: async () => {},
  inReview: (id) => submit(desk, id),
  changesRequested: async (id) => {
    await submit(desk, id)
    await ok(desk.act(desk.editor, {act: 'requestChanges', articleId: id, note: 'Shorter.'}))
  },
  approved: async (id) => {
    await submit(desk, id)
    await approve(desk, id)
  },
  scheduled: async (id) => {
    await submit(desk, id)
    await approve(desk, id)
    const publishAt = new Date(START + 3_600_000).toISOString()
    await ok(desk.act(desk.editor, {act: 'schedule', articleId: id, publishAt}))
  },
  spiked: (id) => ok(desk.act(desk.editor, {act: 'spike', articleId: id, note: 'x'})),
  withdrawn: (id) => ok(desk.act(desk.editor, {act: 'withdraw', articleId: id, note: 'x'})),
  killed: (id) => ok(desk.act(desk.administrator, {act: 'kill', articleId: id, note: 'x'})),
}

describe('An edit of a draft is accepted', () => {
  it.each(Object.entries(STATES))('while the piece is %s', async (state, reach) => {
    const id = `edit-${state}`
    if (state === 'withdrawn' || state === 'killed') await publish(desk, id)
    else await write(desk, id)
    await reach(id)
    const draft = desk.get(`drafts.${id}`)!
    expect(desk.get(`review.${id}`)?.['state'] ?? 'drafting').toBe(state)
    for (const who of [desk.journalist, desk.colleague, desk.photoEditor, desk.editor]) {
      const draftId = `drafts.${id}`
      await set(desk, who, draftId, {dek: `By ${who.id}`})
      await ok(
        desk.mutate(who, [
          {patch: {id: draftId, insert: {after: 'body[-1]', items: [{_key: who.id, text: 'x'}]}}},
          {patch: {id: draftId, unset: ['body[-1]', 'headline', 'bylines', 'section']}},
        ]),
      )
      const action = {
        actionType: 'sanity.action.document.edit',
        publishedId: id,
        draftId,
        patch: {diffMatchPatch: {dek: '@@ -1,2 +1,3 @@\n By\n+!\n'}},
      }
      await ok(desk.actions(who, [action]))
      await ok(desk.mutate(who, [{createOrReplace: draft}]))
    }
    for (const part of ['photo', 'quote', 'source']) {
      const {actionType, ...patch} = {
        actionType: 'sanity.action.document.edit',
        publishedId: `${id}-${part}`,
        draftId: `drafts.${id}-${part}`,
        patch: {set: {creditLine: '', terms: 'offRecord', name: ''}},
      }
      await ok(desk.actions(desk.colleague, [{actionType, ...patch}]))
    }
  })
})
