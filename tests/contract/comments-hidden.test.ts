// Comments and tasks reach nobody outside the staff, in any way.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startLake, type TestLake} from '../support/lake.ts'
import {ok, openDesk, publish, set, write, type Desk, type Voice} from '../support/piece.ts'
import {
  comment,
  COMMENTS,
  message,
  commentsIn,
  task,
  type CommentsClient,
} from '../support/comments.ts'

const SECRET = 'The minister resigns on Monday'
const API = '/v2025-02-19'
let lake: TestLake
let desk: Desk
let comments: CommentsClient
/** Callers who are not on the staff. */
const strangers: Record<string, Voice> = {}

beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  comments = commentsIn(lake)
  await publish(desk, 'open')
  await write(desk, 'held')
  await set(desk, desk.editor, 'drafts.held', {embargo: {until: '2027-01-01T00:00:00Z'}})
  const expiresAt = new Date(lake.now() + 86_400_000).toISOString()
  const share = {act: 'sharePreview', articleId: 'held', recipient: 'A lawyer', expiresAt}
  await ok(desk.act(desk.editor, share as never))
  const [link] = lake.lake.services.documents.ofType('production', 'previewLink')
  const {headers} = desk.editor
  const pass = await ok(lake.fetch(`/v1/passes/production/${link?._id}`, {headers}))
  const bearer = (secret: unknown) => ({authorization: `Bearer ${String(secret)}`})
  strangers['nobody in particular'] = {id: 'anonymous', headers: {}}
  strangers['a front end’s token'] = {id: '', headers: bearer(lake.readerToken())}
  strangers['who holds a link'] = {id: link?._id ?? '', headers: bearer(pass['secret'])}
  await ok(
    comments.mutate(desk.editor, [
      {create: comment('about-open', desk.editor, 'open', {message: message(SECRET)})},
      {create: comment('about-held', desk.editor, 'held', {contentSnapshot: SECRET})},
      // A link opens `held` and its parts, and no document with the same ID in this dataset.
      {create: comment('held', desk.editor, 'held', {message: message(SECRET)})},
      {create: comment(link?._id.replace('link.', '') ?? '', desk.editor, 'held')},
      {create: task('a-task', desk.editor, {title: SECRET})},
    ]),
  )
})
afterAll(() => lake.close())

const WHO = ['nobody in particular', 'a front end’s token', 'who holds a link']
const answerTo = async (who: string, path: string): Promise<string> => {
  const response = await lake.fetch(path, {headers: strangers[who]?.headers ?? {}})
  return await response.text()
}
const query = (who: string, groq: string, dataset = COMMENTS, more = '') =>
  answerTo(who, `${API}/data/query/${dataset}?query=${encodeURIComponent(groq)}${more}`)

describe.each(WHO)('%s', (who) => {
  it.each([
    '*',
    'count(*)',
    '*[_id == "about-open"][0]',
    '*[references("open")]._id',
    '*[_type == "comment"] | order(_createdAt desc)[0]',
    '*[message[].children[].text match "minister*"]',
    '{"a": *[authorId match "u*"][0], "b": defined(*[_id == "held"][0])}',
    'documents::get("held")',
    '*[_type == "system.group"]',
  ])('finds nothing by %s', async (groq) => {
    for (const perspective of ['raw', 'published', 'drafts']) {
      const body = await query(who, groq, COMMENTS, `&perspective=${perspective}&returnQuery=false`)
      const {result} = JSON.parse(body) as {result: unknown}
      expect(
        [null, [], 0, {a: null, b: false}].some((empty) => equals(result, empty)),
        body,
      ).toBe(true)
    }
  })

  it('does not learn that a document exists', async () => {
    const body = await answerTo(who, `${API}/data/doc/${COMMENTS}/about-open,held,nothing`)
    expect(JSON.parse(body)).toEqual({
      documents: [],
      omitted: ['about-open', 'held', 'nothing'].map((id) => ({id, reason: 'existence'})),
    })
    const referring = await lake.fetch(`${API}/data/references/${COMMENTS}/documents/open/to`, {
      headers: strangers[who]?.headers ?? {},
    })
    expect(await referring.text()).toContain('"totalCount":0')
  })

  it('exports nothing', async () => {
    expect(await answerTo(who, `${API}/data/export/${COMMENTS}`)).not.toContain('comment')
  })

  it('gets nothing from the history', async () => {
    for (const path of [
      `${API}/data/history/${COMMENTS}/documents/about-open?revision=x`,
      `${API}/data/history/${COMMENTS}/documents/about-open?lastRevision=true`,
      `${API}/data/history/${COMMENTS}/transactions/about-open?excludeContent=false`,
      `${API}/data/history/${COMMENTS}/events/documents/about-open`,
    ]) {
      const body = await answerTo(who, path)
      expect(body, path).not.toContain(SECRET)
      expect(body, path).not.toContain(desk.editor.id)
    }
  })

  it('gets no events while the newsroom talks', async () => {
    const streams = await Promise.all(
      [
        `${API}/data/listen/${COMMENTS}?query=*&includeResult=true&includeAllVersions=true`,
        `${API}/data/live/events/${COMMENTS}`,
      ].map((path) => listen(path, strangers[who]?.headers ?? {})),
    )
    const staff = await listen(`${API}/data/listen/${COMMENTS}?query=*`, desk.journalist.headers)
    await ok(
      comments.mutate(desk.editor, [
        {patch: {id: 'about-open', set: {message: message(`${SECRET} at noon`)}}},
      ]),
    )
    await expect.poll(staff.heard).toContain('at noon')
    staff.close()
    for (const {heard, close} of streams) {
      expect(heard()).toContain('welcome')
      expect(heard()).not.toContain('mutation')
      expect(heard()).not.toContain('event: message')
      close()
    }
  })

  it('writes nothing', async () => {
    const before = comments.get('about-open')
    const headers = strangers[who]?.headers ?? {}
    const response = await comments.mutate({id: '', headers}, [
      {patch: {id: 'about-open', set: {status: 'resolved'}}},
    ])
    expect([401, 403]).toContain(response.status)
    expect(comments.get('about-open')).toEqual(before)
    const list = await lake.fetch('/v1/projects/copydesk/datasets', {headers})
    if (who !== 'a front end’s token') expect(list.status).toBe(401)
  })
})

it('the staff can find all of it, so the tests above show something', async () => {
  const {heard, close} = await listen(
    `${API}/data/listen/${COMMENTS}?query=*&includeResult=true`,
    desk.journalist.headers,
  )
  await ok(comments.mutate(desk.editor, [{patch: {id: 'about-open', set: {status: 'resolved'}}}]))
  await expect.poll(heard).toContain(SECRET)
  close()
  expect(await comments.find(desk.journalist, 'count(*)')).toBe(5)
  const history = `${API}/data/history/${COMMENTS}/transactions/about-open?excludeContent=false`
  const told = await (await lake.fetch(history, {headers: desk.journalist.headers})).text()
  expect(told).toContain(SECRET)
  expect(told).toContain(desk.editor.id)
})

it('nothing of it is in the content dataset', async () => {
  const {headers} = desk.editor
  const response = await lake.fetch(
    `${API}/data/query/production?perspective=raw&query=${encodeURIComponent('*[_type in ["comment", "tasks.task"]]')}`,
    {headers},
  )
  expect(await response.json()).toMatchObject({result: []})
})

const equals = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** An event stream. The hub writes to it before a commit is answered. */
async function listen(path: string, headers: Record<string, string>) {
  const abort = new AbortController()
  const response = await lake.fetch(path, {headers, signal: abort.signal})
  expect(response.status).toBe(200)
  const reader = response.body!.getReader()
  const decoder = new TextDecoder()
  let text = ''
  const first = await reader.read()
  text += decoder.decode(first.value)
  const pump = (async () => {
    for (;;) {
      const {done, value} = await reader.read()
      if (done) return
      text += decoder.decode(value)
    }
  })().catch(() => undefined)
  void pump
  return {heard: () => text, close: () => abort.abort()}
}
