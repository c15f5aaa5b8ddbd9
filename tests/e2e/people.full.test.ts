// An administrator invites a colleague, makes her an editor, disables her account and enables it
// again.
import axe from 'axe-core'
import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {withAccess} from '../../server/commands/data-folder.ts'
import {openNewsroom, type Desk, type Newsroom} from '../support/newsroom.ts'
import {dialog, openNewArticle} from '../support/studio.ts'

const EMAIL = 'nora.vale@example.org'

let newsroom: Newsroom
let desk: Desk
let agnes: Page
let nora: Page
beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = await newsroom.signIn('Agnes Tollerby', {path: '/studio'})
  agnes = desk.page
  nora = await (await newsroom.browser.newContext()).newPage()
})
afterAll(() => newsroom.close())

const row = (email = EMAIL): Locator => agnes.getByTestId(`person-${email}`)
const signInLink = (): Promise<string> => agnes.getByTestId('sign-in-link').inputValue()

async function setPassword(page: Page, link: string): Promise<void> {
  await page.goto(link)
  const password = `a password of ${link.slice(-8)}`
  await page.getByLabel('New password').fill(password)
  await page.getByLabel('The same password again').fill(password)
  await page.getByRole('button', {name: 'Set password'}).click()
  await page.waitForURL(`${newsroom.origin}/studio**`)
}

/** The person who is signed in in this browser, from the lake. */
const whoAmI = (page: Page): Promise<{status: number; role?: string}> =>
  page.evaluate(async () => {
    // A frame of its own: the studio's own requests would wait until somebody signs in again.
    const frame = document.body.appendChild(document.createElement('iframe'))
    const response = await frame.contentWindow?.fetch('/v2025-02-19/users/me')
    const body = (await response?.json()) as {role?: string}
    frame.remove()
    return {status: response?.status ?? 0, ...(body.role ? {role: body.role} : {})}
  })

/** Serious and critical ones within `selector`. */
async function violations(page: Page, selector: string): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async (selector) => {
    const {axe} = window as unknown as {axe: typeof import('axe-core')}
    const {violations, passes} = await axe.run(selector, {resultTypes: ['violations']})
    const serious = violations.filter(({impact}) => impact === 'serious' || impact === 'critical')
    const lines = serious.flatMap(({id, nodes}) =>
      nodes.map(({target, failureSummary}) => `${id} ${target.join(' ')}: ${failureSummary}`),
    )
    return {lines, passed: passes.length}
  }, selector)
  expect(found.passed).toBeGreaterThan(10)
  return found.lines
}

it('the tool is only for administrators', async () => {
  await agnes.getByRole('link', {name: 'People', exact: true}).click()
  await agnes.getByRole('heading', {name: 'People', level: 1}).waitFor()
  await row('hester.brandwick@example.org').waitFor()

  const hester = (await newsroom.signIn('Hester Brandwick')).page
  await hester.goto(`${newsroom.origin}/studio/people`)
  await hester.getByRole('button', {name: 'Create new document'}).waitFor()
  expect(await hester.getByRole('link', {name: 'People', exact: true}).count()).toBe(0)
  expect(await hester.getByTestId('people-tool').count()).toBe(0)
  expect(await whoAmI(hester)).toEqual({status: 200, role: 'editor'})
  await hester.context().close()
})

it('an invitation is refused with a reason, then gives a link to copy', async () => {
  await agnes.getByRole('button', {name: 'Invite a colleague'}).click()
  await expect.poll(() => violations(agnes, '[role="dialog"]')).toEqual([])
  // The keyboard is in the first field already.
  await agnes.keyboard.type('Nora Vale')
  await agnes.getByLabel('E-mail', {exact: true}).fill('hester.brandwick@example.org')
  await agnes.keyboard.press('Enter')
  await dialog(agnes).getByText('hester.brandwick@example.org has an account already.').waitFor()
  await agnes.getByLabel('E-mail', {exact: true}).fill(EMAIL)
  await agnes.keyboard.press('Enter')

  await dialog(agnes).getByText('The link works once, for 24 hours').waitFor()
  const link = await signInLink()
  await dialog(agnes).getByRole('button', {name: 'Copy'}).click()
  await dialog(agnes).getByRole('button', {name: 'Copied'}).waitFor()
  expect(await agnes.evaluate(() => navigator.clipboard.readText())).toBe(link)
  await row().getByText('Invited').waitFor()

  await setPassword(nora, link)
  expect(await whoAmI(nora)).toEqual({status: 200, role: 'journalist'})
  await dialog(agnes).getByRole('button', {name: 'Done'}).click()
  await agnes.reload()
  await row().getByText('Active').waitFor()
  expect(await agnes.getByTestId('people-tool').innerHTML()).not.toContain('/sign-in/')
})

it('an invitation asks whether an author of the same name is the person', async () => {
  await agnes.getByRole('button', {name: 'Invite a colleague'}).click()
  const invite = dialog(agnes).getByRole('button', {name: 'Invite', exact: true})
  await agnes.keyboard.type('noor haddow')
  await agnes.getByLabel('E-mail', {exact: true}).fill('noor.haddow@example.org')
  const author = dialog(agnes).getByRole('radio', {name: 'The author “Noor Haddow”'})
  await author.waitFor()
  expect(await invite.isDisabled()).toBe(true)
  await expect.poll(() => violations(agnes, '[role="dialog"]')).toEqual([])
  await author.check()
  await invite.click()
  await dialog(agnes).getByText('The link works once, for 24 hours').waitFor()
  await dialog(agnes).getByRole('button', {name: 'Done'}).click()
  await row('noor.haddow@example.org').getByText('Invited').waitFor()
})

it('the list has no serious accessibility problem', async () => {
  await expect.poll(() => violations(agnes, '[data-testid="people-tool"]')).toEqual([])
})

it('another role is chosen by the keyboard and applies at once', async () => {
  const offered = async (): Promise<number> => {
    await nora.getByRole('button', {name: 'Create new document'}).click()
    await nora.getByTestId('create-new-article').waitFor()
    return await nora.getByTestId('create-new-section').count()
  }
  expect(await offered()).toBe(0)

  await agnes.getByRole('button', {name: 'Role of Nora Vale: Journalist'}).focus()
  await agnes.keyboard.press('Enter')
  const choice = agnes.getByRole('menuitemradio', {name: /^Editor/})
  await choice.waitFor()
  const isReached = (): Promise<boolean> =>
    choice.evaluate((item) => item.contains(document.activeElement))
  // Moves on until the menu has settled and takes the keys.
  for (let keys = 0; keys < 8 && !(await isReached()); keys++) {
    await agnes.keyboard.press('ArrowDown', {delay: 100})
  }
  expect(await isReached()).toBe(true)
  await agnes.keyboard.press('Enter')
  await agnes.getByRole('button', {name: 'Role of Nora Vale: Editor'}).waitFor()
  await agnes.getByText('Nora Vale now works as editor.').first().waitFor()
  expect(await whoAmI(nora)).toEqual({status: 200, role: 'editor'})
  await nora.reload()
  expect(await offered()).toBe(1)
  await nora.keyboard.press('Escape')
})

it('a disabled account cannot be used, and a new link opens it again', async () => {
  await openNewArticle(nora)
  // Her author was made with the invitation, and is a draft.
  await nora.getByTestId('field-bylines').getByText('Nora Vale').waitFor()
  await row().getByRole('button', {name: 'More for Nora Vale'}).click()
  await agnes.getByRole('menuitem', {name: 'Disable the account'}).click()
  await dialog(agnes).getByRole('button', {name: 'Disable the account'}).click()
  await row().getByText('Disabled').waitFor()
  // Nobody typed: her event streams were ended.
  await nora.getByTestId('session-ended').waitFor()
  expect((await whoAmI(nora)).status).toBe(401)

  const more = (): Promise<void> => row().getByRole('button', {name: 'More for Nora Vale'}).click()
  await more()
  await agnes.getByRole('menuitem', {name: 'Enable the account'}).click()
  await row().getByText('Active').waitFor()
  expect((await whoAmI(nora)).status).toBe(401)
  await more()
  await agnes.getByRole('menuitem', {name: /^New sign-in link/}).click()
  const link = await signInLink()
  await dialog(agnes).getByRole('button', {name: 'Done'}).click()

  const again = await (await newsroom.browser.newContext()).newPage()
  await setPassword(again, link)
  expect(await whoAmI(again)).toEqual({status: 200, role: 'editor'})
  expect((await again.request.get(link)).status()).toBe(410)
})

it('changes of accounts are listed, the newest first, with their authors', async () => {
  const events = agnes.getByTestId('account-events').getByRole('row')
  const told = async (): Promise<string[]> =>
    (await events.filter({hasText: 'Nora Vale'}).allInnerTexts()).map((text) =>
      text
        .split(/\s*[\t\n]\s*/)
        .slice(1)
        .join(' · '),
    )
  await expect
    .poll(told)
    .toEqual([
      'Nora Vale · New sign-in link made · Agnes Tollerby',
      'Nora Vale · Account enabled · Agnes Tollerby',
      'Nora Vale · Account disabled · Agnes Tollerby',
      'Nora Vale · Role changed from Journalist to Editor · Agnes Tollerby',
      'Nora Vale · Invited as Journalist · Agnes Tollerby',
    ])
  // The demonstration staff were invited by the first start.
  const hester = events.filter({hasText: 'Hester Brandwick'})
  expect(await hester.innerText()).toMatch(/Invited as Editor\s+\S+, by a command on the server/)
  expect(await violations(agnes, '[data-testid="account-events"]')).toEqual([])
})

it('older events are loaded on request', async () => {
  await newsroom.invite('Ruben Aske', 'journalist')
  await withAccess(newsroom.folder, {}, async ({people, users}) => {
    const ruben = users.byEmail('ruben.aske@example.org')?.id ?? ''
    for (let n = 0; n < 50; n++) {
      await people.change(ruben, {disabled: n % 2 === 0}, {machineUser: 'tess'})
    }
  })
  await agnes.evaluate(() => window.dispatchEvent(new Event('focus')))
  const list = agnes.getByTestId('account-events')
  await expect.poll(() => list.getByText('tess, by a command on the server').count()).toBe(50)
  expect(await list.getByText('Nora Vale').count()).toBe(0)
  await list.getByRole('button', {name: 'Show older'}).click()
  await expect.poll(() => list.getByText('Nora Vale').count()).toBe(5)
  expect(await list.getByRole('button', {name: 'Show older'}).count()).toBe(0)
})

it('nobody can lock themselves out, and the studio had no errors', async () => {
  await row('agnes.tollerby@example.org')
    .getByRole('button', {name: 'More for Agnes Tollerby'})
    .click()
  await agnes.getByRole('menuitem', {name: 'Sign out my other browsers'}).waitFor()
  expect(await agnes.getByRole('menuitem', {name: 'Disable the account'}).count()).toBe(0)
  await agnes.keyboard.press('Escape')
  await agnes.getByRole('button', {name: 'Your role: Administrator'}).click()
  const own = dialog(agnes).getByRole('checkbox', {name: 'Administrator'})
  expect([await own.isChecked(), await own.isDisabled()]).toEqual([true, true])
  expect(desk.problems).toEqual([])
})
