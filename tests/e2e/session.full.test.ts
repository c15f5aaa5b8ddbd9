// A session that ends while somebody types: the person signs in again, and every character is kept.
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {field, openNewArticle} from '../support/studio.ts'
import {startNewsroom, type Desk, type OwnNewsroom} from '../support/newsroom.ts'

let newsroom: OwnNewsroom
let token: string
beforeAll(async () => {
  newsroom = await startNewsroom()
  token = newsroom.tokens.editor
})
afterAll(() => newsroom.close())

/** The drafts as the lake has them, read with a token of its own. */
async function headlines(): Promise<string[]> {
  const query = encodeURIComponent('*[_id in path("drafts.**") && _type == "article"].headline')
  const response = await fetch(
    `${newsroom.origin}/v2025-02-19/data/query/production?perspective=raw&query=${query}`,
    {headers: {authorization: `Bearer ${token}`}},
  )
  return ((await response.json()) as {result: string[]}).result
}

async function signInAgain({page, context, email, password}: Desk): Promise<void> {
  const popup = context.waitForEvent('page')
  await page
    .getByTestId('session-ended')
    .getByRole('button', {name: /Sign in again/})
    .click()
  const login = await popup
  await login.getByLabel('E-mail').fill(email)
  await login.getByLabel('Password').fill(password)
  await login.getByRole('button', {name: /sign in/i}).click()
  await page.getByTestId('session-ended').waitFor({state: 'detached'})
}

/** Until the lake has stored it, because the form does not prove that. */
const stored = (headline: string): Promise<void> => expect.poll(headlines).toContain(headline)

const type = async (page: Page, text: string): Promise<void> => {
  await field(page, 'headline').locator('textarea').focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(text)
}

it(
  'the studio’s script gets a session, and a link to it signs nobody in',
  {tags: ['full']},
  async () => {
    const {page, context, email, password} = await newsroom.signIn('Samuel Okonjo-Reeve', {
      serviceWorkers: 'block',
    })
    await context.clearCookies()
    const {origin} = newsroom
    const studio = encodeURIComponent(`${origin}/studio`)
    const login = `${origin}/login?origin=${studio}&type=dual&withSid=true`
    const signIn = async (): Promise<void> => {
      await page.goto(login)
      await page.getByLabel('E-mail').fill(email)
      await page.getByLabel('Password').fill(password)
      await page.getByRole('button', {name: /sign in/i}).click()
    }
    const fetched = page.waitForResponse(/\/auth\/fetch\?/)
    await signIn()
    expect((await fetched).status()).toBe(200)
    await page.getByRole('button', {name: 'Create new document'}).waitFor()

    await context.clearCookies()
    // The studio that would take it is kept from it.
    await page.route('**/studio**', (route) => route.fulfill({body: 'somewhere'}))
    await signIn()
    await page.waitForURL(/#sid=/)
    const sid = new URL(page.url()).hash.slice(1)
    await context.clearCookies()
    const opened = await page.goto(`${origin}/v1/auth/fetch?${sid}`)
    expect(opened?.status()).toBe(403)
    expect(await context.cookies()).toEqual([])
    await context.close()
  },
)

describe('a session that ends while somebody types', () => {
  it('by an administrator keeps the form and every character', async () => {
    const desk = await newsroom.signIn('Ingrid Vassall', {path: '/studio'})
    await openNewArticle(desk.page)
    await type(desk.page, 'Tide tables')
    await stored('Tide tables')
    await newsroom.endSessions(desk)
    await type(desk.page, ' are wrong by an hour')
    await desk.page.getByTestId('session-ended').waitFor()
    await type(desk.page, ', say pilots')
    expect(await headlines()).toContain('Tide tables')
    await signInAgain(desk)
    const whole = 'Tide tables are wrong by an hour, say pilots'
    await stored(whole)
    expect(await field(desk.page, 'headline').locator('textarea').inputValue()).toBe(whole)
    await type(desk.page, ' today')
    await stored(`${whole} today`)
    await desk.context.close()
  })

  it('by signing out in another tab keeps them, too', {tags: ['full']}, async () => {
    const desk = await newsroom.signIn('Tomas Ardley', {path: '/studio'})
    await openNewArticle(desk.page)
    await type(desk.page, 'Harbour dues')
    await stored('Harbour dues')
    await desk.context.clearCookies()
    await type(desk.page, ' rise again')
    await desk.page.getByTestId('session-ended').waitFor()
    await signInAgain(desk)
    await stored('Harbour dues rise again')
    await desk.context.close()
  })

  it('and a server that is killed and restarted loses nothing either', async () => {
    const desk = await newsroom.signIn('Hester Brandwick', {path: '/studio'})
    await openNewArticle(desk.page)
    await type(desk.page, 'Lock keepers')
    await stored('Lock keepers')
    await newsroom.restart('SIGKILL')
    await field(desk.page, 'headline').locator('textarea:not([readonly])').waitFor()
    await type(desk.page, ' vote')
    await stored('Lock keepers vote')
    await desk.context.close()
  })
})
