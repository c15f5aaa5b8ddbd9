// Two people discuss a piece in the studio by comments, mentions and a task, from two addresses of
// the newsroom without a host name.
import {networkInterfaces} from 'node:os'
import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startNewsroom, type Desk, type OwnNewsroom} from '../support/newsroom.ts'
import {queryRaw} from '../support/query-raw.ts'
import {beginComment, bodyText, commentTakesWords, field, openDocument} from '../support/studio.ts'

const ARTICLE = 'article-sound-pact'
/** It is scheduled: its form is read-only. */
const LOCKED = 'article-eleven-reels'
const TASK = 'Count the words of article 11'
/** Milliseconds. */
const OUTAGE = 7_000

let newsroom: OwnNewsroom
let token: string
let editor: Desk
let journalist: Desk
/** The journalist comes through the network, as from another machine. */
let lan: string
const consoleErrors: string[] = []

beforeAll(async () => {
  newsroom = await startNewsroom({host: '0.0.0.0'})
  token = newsroom.tokens.editor
  const address = Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .find(({family, internal}) => family === 'IPv4' && !internal)?.address
  lan = address ? newsroom.origin.replace('127.0.0.1', address) : newsroom.origin
  editor = await newsroom.signIn('Hester Brandwick')
  journalist = await newsroom.signIn('Ingrid Vassall', {at: lan, path: '/studio'})
  for (const {page} of [editor, journalist]) {
    page.on('console', (message) => {
      if (message.type() !== 'error') return
      consoleErrors.push(`${message.text()} (${message.location().url})`)
    })
  }
})
afterAll(() => newsroom.close())

const query = <T>(groq: string, dataset = 'production-comments'): Promise<T> =>
  queryRaw({origin: newsroom.origin, token, dataset}, groq)
const becomes = (ask: () => Promise<unknown>, expected: unknown): Promise<void> =>
  expect.poll(ask).toEqual(expected)

const send = (place: Page | Locator): Promise<void> =>
  place.locator('[data-testid="comment-input-send-button"]:not([disabled])').last().click()
const thread = (page: Page, words: string): Locator =>
  page.getByTestId('comments-list-item').filter({hasText: words})
const notice = (page: Page, kind: string): Locator =>
  page.locator(`[data-testid="inbox-item"][data-kind="${kind}"]`)
/** Opens the inbox and follows its newest notice of that kind. */
async function follow(page: Page, kind: string): Promise<void> {
  await page.getByTestId('inbox-bell').click()
  await notice(page, kind).first().locator('a').click()
}
async function resolve(page: Page, words: string): Promise<void> {
  await thread(page, words).first().hover()
  await thread(page, words).getByTestId('comments-list-item-status-button').first().click()
  await thread(page, words).waitFor({state: 'detached'})
}

describe('an editor', () => {
  it('comments on a headline and mentions its writer', async () => {
    const {page} = editor
    await openDocument(page, newsroom.origin, ARTICLE, 'article')
    await beginComment(page, 'headline')
    await page.keyboard.type('Is this the right verb? @Ing')
    await page.getByTestId('comments-mentions-menu').getByText('Ingrid Vassall').waitFor()
    await page.keyboard.press('Enter')
    await send(page)
    await thread(page, 'Is this the right verb?').waitFor()
    await page.getByRole('button', {name: 'Got it'}).click()
    await becomes(
      () => query('*[_type == "comment"]{"field": target.path.field, status}'),
      [{field: 'headline', status: 'open'}],
    )
  })

  it('comments on words in the running text', async () => {
    const {page} = editor
    await bodyText(page).scrollIntoViewIfNeeded()
    await bodyText(page)
      .getByText('is best read from the back')
      .first()
      .dblclick({position: {x: 30, y: 10}})
    await page.getByTestId('inline-comment-button').click()
    await commentTakesWords(page)
    await page.keyboard.type('Which treaty?')
    await send(page)
    await thread(page, 'Which treaty?').waitFor()
    expect(
      await query<string>(
        '*[_type == "comment" && target.path.field == "body"][0].target.path.selection.value[0].text',
      ),
    ).toMatch(/\w+/)
  })

  it('learns that comments prevent the approval', async () => {
    const {page} = editor
    await page
      .getByRole('button', {name: /^Review/})
      .first()
      .click()
    const said = 'There are 2 comments on the article that nobody has resolved.'
    await page.getByText(said).first().waitFor()
  })
})

describe('the journalist', () => {
  it('finds the mention in the inbox, which leads to the comment', async () => {
    const {page} = journalist
    expect(page.url().startsWith(lan)).toBe(true)
    await becomes(
      () => query('count(*[_type == "notification" && kind == "mentioned"])', 'production'),
      1,
    )
    await follow(page, 'mentioned')
    await thread(page, 'Is this the right verb?').waitFor()
    await thread(page, 'Which treaty?').waitFor()
  })

  it('answers, and resolves both', async () => {
    const {page} = journalist
    const asked = thread(page, 'Is this the right verb?')
    await asked.getByTestId('comment-input-editable').last().click()
    await page.keyboard.type('It is the treaty’s own.')
    await send(asked)
    await asked.getByText('It is the treaty’s own.').waitFor()
    // The editor sees it without doing anything.
    await editor.page.getByRole('button', {name: 'Comments'}).first().click()
    await thread(editor.page, 'It is the treaty’s own.').waitFor()
    await resolve(page, 'Is this the right verb?')
    await resolve(page, 'Which treaty?')
    await becomes(() => query('array::unique(*[_type == "comment"].status)'), ['resolved'])
  })

  it('then nothing prevents the approval', async () => {
    const {page} = editor
    await page
      .getByRole('button', {name: /^Review/})
      .first()
      .click()
    await page.getByText('Nothing blocks it.').first().waitFor()
  })

  it('can comment on a locked piece', async () => {
    const {page} = journalist
    await openDocument(page, lan, LOCKED, 'article')
    await field(page, 'headline').locator('textarea[readonly]').waitFor()
    await beginComment(page, 'headline')
    await page.keyboard.type('Eleven, or twelve?')
    await send(page)
    await thread(page, 'Eleven, or twelve?').waitFor()
    await becomes(
      () => query(`count(*[_type == "comment" && target.document._ref == "${LOCKED}"])`),
      1,
    )
  })

  it('and the people who approved and scheduled it are notified', async () => {
    await editor.page.getByTestId('inbox-bell').click()
    await notice(editor.page, 'commented').getByText('Eleven, or twelve?').waitFor()
    await editor.page.keyboard.press('Escape')
  })
})

describe('a task', () => {
  it('is made of the piece and given to the journalist', async () => {
    const {page} = editor
    await page.getByTestId('tasks-toolbar').click()
    await page
      .getByRole('button', {name: /new task/i})
      .first()
      .click()
    await page.getByPlaceholder('Task title').fill(TASK)
    await page.getByTestId('field-assignedTo').getByText('Select assignee').click()
    await page.getByRole('menuitem', {name: 'Ingrid Vassall'}).click()
    await becomes(() => query('count(*[_type == "tasks.task" && defined(assignedTo)])'), 1)
    await page.getByRole('button', {name: 'Create Task'}).click()
    await becomes(() => query('*[_type == "tasks.task"][0].createdByUser != null'), true)
  })

  it('arrives in the inbox, which opens it, and is done', async () => {
    const {page} = journalist
    await becomes(
      () => query('count(*[_type == "notification" && kind == "task"])', 'production'),
      1,
    )
    await follow(page, 'task')
    await page.getByPlaceholder('Task title').waitFor()
    expect(await page.getByPlaceholder('Task title').inputValue()).toBe(TASK)
    await page.getByRole('button', {name: 'To Do'}).click()
    await page.getByRole('menuitem', {name: 'Done'}).click()
    await becomes(() => query('*[_type == "tasks.task"][0].status'), 'closed')
  })
})

describe('afterwards', () => {
  it('a comment is written on while the server is away and comes back', async () => {
    const {page} = editor
    await openDocument(page, newsroom.origin, ARTICLE, 'article')
    const away = page.getByTestId('connection-lost')
    await beginComment(page, 'headline')
    await page.keyboard.type('Is ')
    const restarting = newsroom.restart('SIGKILL', OUTAGE)
    await away.waitFor()
    await page.keyboard.type('it ')
    await restarting
    await away.waitFor({state: 'detached'})
    await page.keyboard.type('still so?')
    await page.getByTestId('comment-input-editable').getByText('Is it still so?').waitFor()
  })

  it('everything survives a server that is killed', async () => {
    const before = await query<unknown[]>('*[_type in ["comment", "tasks.task"]]')
    expect(before.length).toBe(5)
    await newsroom.restart('SIGKILL')
    expect(await query('*[_type in ["comment", "tasks.task"]]')).toEqual(before)
    const {page} = journalist
    await openDocument(page, lan, LOCKED, 'article')
    await field(page, 'headline').getByRole('button', {name: 'Open comments'}).click()
    await thread(page, 'Eleven, or twelve?').waitFor()
  })

  it('nobody was notified twice', async () => {
    const kinds = '*[_type == "notification" && kind in ["mentioned", "task"]].kind'
    expect((await query<string[]>(kinds, 'production')).toSorted()).toEqual(['mentioned', 'task'])
  })

  it('no error in either browser, and no request to another host', () => {
    for (const {problems, missing} of [editor, journalist]) {
      expect(problems).toEqual([])
      expect([...missing]).toEqual([])
    }
    // A server that was killed answers nobody for a moment, and with 503 while it starts.
    const others = consoleErrors.filter((one) => !/ERR_|WebSocket|Failed to fetch|503/.test(one))
    expect(others).toEqual([])
  })
})
