// Without passwords, an administrator invites a colleague without a link.
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {readEnvironment} from '../../server/environment.ts'
import {startNewsroom, type Running} from '../../server/newsroom.ts'
import {temporaryFolder} from '../server/support.ts'
import {sharedBrowser} from '../support/newsroom.ts'

let newsroom: Running
let page: Page
beforeAll(async () => {
  const environment = readEnvironment({
    PORT: '0',
    COPYDESK_DATA: temporaryFolder(),
    // No request is sent there, because everybody has a session.
    OIDC_ISSUER: 'http://127.0.0.1:9/',
    OIDC_CLIENT_ID: 'copydesk',
    OIDC_CLIENT_SECRET: 'a secret of the two of them',
    PASSWORD_SIGN_IN: 'off',
  })
  newsroom = await startNewsroom(environment, () => {}, {demonstration: false})
  const {users, sessions} = newsroom.lake.services.access
  const agnes = {email: 'agnes@example.org', name: 'Agnes Tollerby', roles: ['administrator']}
  const {secret} = sessions.start(users.add(agnes).id)
  const browser = await sharedBrowser()
  const context = await browser.newContext({viewport: {width: 1600, height: 1000}})
  await context.addCookies([{name: 'copydesk_session', value: secret, url: newsroom.origin}])
  page = await context.newPage()
})
afterAll(async () => {
  await page?.context().close()
  await newsroom?.close()
})

it('an administrator invites a colleague, who signs in with their work account', async () => {
  await page.goto(`${newsroom.origin}/studio/people`)
  await page.getByRole('button', {name: 'Invite a colleague'}).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('They sign in with their work account').waitFor()
  await dialog.getByLabel('Name').fill('Nora Vale')
  await dialog.getByLabel('E-mail').fill('nora.vale@example.org')
  await dialog.getByRole('button', {name: 'Invite'}).click()
  await dialog.getByText('Nora Vale can sign in').waitFor()
  expect(await dialog.getByTestId('work-account').innerText()).toContain('nora.vale@example.org')
  expect(await dialog.getByTestId('sign-in-link').count()).toBe(0)
  await dialog.getByRole('button', {name: 'Done'}).click()

  const row = page.getByTestId('person-nora.vale@example.org')
  await row.getByText('Has not signed in yet').waitFor()
  expect(await row.getByRole('button', {name: /New link/}).count()).toBe(0)
  await row.getByRole('button', {name: 'More for Nora Vale'}).click()
  await page.getByRole('menuitem', {name: 'Disable the account'}).waitFor()
  expect(await page.getByRole('menuitem', {name: /link/}).count()).toBe(0)
})
