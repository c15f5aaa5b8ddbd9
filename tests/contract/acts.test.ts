// POST /v1/acts: requests that are malformed, in conflict, refused, or sent again.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startLake, type TestLake} from '../support/lake.ts'
import {
  ok,
  openDesk,
  publish,
  refusedWhole,
  set,
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

describe('A request', () => {
  it.each<[string, Fields]>([
    ['an act that there is not', {act: 'bless', articleId: 'piece'}],
    ['the timer’s own act', {act: 'scheduleFailed', articleId: 'piece', reviewId: 'review.piece'}],
    ['an approval of nothing in particular', {act: 'approve', articleId: 'piece'}],
  ])('with %s is malformed', async (_name, body) => {
    const response = await unwritten(() => desk.act(desk.editor, body))
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      error: {type: expect.stringMatching(/Error$/), description: expect.stringMatching(/\w/)},
    })
  })

  it('that is not JSON is malformed', async () => {
    const {headers} = desk.editor
    const post = (body: string) =>
      lake.fetch('/v1/acts/production', {method: 'POST', headers, body})
    for (const body of ['', 'x', '[]', '"submit"']) {
      expect((await unwritten(() => post(body))).status).toBe(400)
    }
  })

  it('for a missing dataset is not found', async () => {
    const body = JSON.stringify({act: 'submit', articleId: 'piece'})
    const {headers} = desk.editor
    const response = await lake.fetch('/v1/acts/nowhere', {method: 'POST', headers, body})
    expect(response.status).toBe(404)
  })

  it('is a conflict if the draft has changed', async () => {
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

  it('that is a dry run changes nothing', async () => {
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

describe('Nobody performs an act', () => {
  const whole = {act: 'requireLegal', articleId: 'piece', note: 'x'} as const

  it('without a session', async () => {
    for (const cookie of ['', 'copydesk_session=forged']) {
      const response = await unwritten(() => desk.act({id: 'x', headers: {cookie}}, whole))
      expect(response.status).toBe(401)
    }
  })

  it('without the role for it', async () => {
    for (const who of [desk.journalist, desk.developer, desk.token('developer'), desk.importer]) {
      await refusedWhole(desk, () => desk.act(who, whole), 'roleMissing')
    }
  })
})

it('An edit of a draft is accepted while the piece is killed', async () => {
  await publish(desk, 'killed')
  await ok(desk.act(desk.administrator, {act: 'kill', articleId: 'killed', note: 'x'}))
  await set(desk, desk.colleague, 'drafts.killed', {dek: 'By a colleague'})
})
