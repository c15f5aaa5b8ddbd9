// Signing in at a provider, in a browser, from the studio and back to the same place.
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {readEnvironment} from '../../server/environment.ts'
import {startNewsroom, type Running} from '../../server/newsroom.ts'
import {startProvider, type TestProvider} from '@copydesk/lake/tests/access/oidc-provider.ts'
import {temporaryFolder} from '../server/support.ts'
import {freePort} from '../support/free-port.ts'
import {sharedBrowser} from '../support/newsroom.ts'

let browser: Browser
let newsroom: Running
let provider: TestProvider

beforeAll(async () => {
  const port = await freePort()
  provider = await startProvider(() => [`http://127.0.0.1:${port}/login/sso/callback`])
  const environment = readEnvironment({
    PORT: String(port),
    COPYDESK_DATA: temporaryFolder(),
    OIDC_ISSUER: provider.issuer.href,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
  })
  newsroom = await startNewsroom(environment, () => {}, {demonstration: false})
  const rosa = {email: 'rosa@example.org', name: 'Rosa Marsh', roles: ['journalist']}
  newsroom.lake.services.access.users.add(rosa)
  browser = await sharedBrowser()
})
afterAll(async () => {
  await newsroom?.close()
  await provider?.close()
})

it('a journalist who opens an article by its address signs in at the provider and gets the article', async () => {
  await newsroom.lake.services.commit({
    dataset: 'production',
    actor: {id: 'system', kind: 'system', roles: [], name: 'The system'},
    steps: [
      () => ({
        mutations: [{create: {_id: 'drafts.story', _type: 'article', headline: 'The late ferry'}}],
      }),
    ],
  })
  const page = await browser.newPage()
  await page.goto(`${newsroom.origin}/studio/intent/edit/id=story;type=article/`)
  const button = page.getByRole('link', {name: 'Sign in with your work account'})
  await button.waitFor()
  const {focusable, contrast} = await button.evaluate((element) => ({
    focusable: element.tabIndex >= 0,
    contrast: getComputedStyle(element).color !== getComputedStyle(element).backgroundColor,
  }))
  expect([focusable, contrast]).toEqual([true, true])
  await button.click()
  await page.getByTestId('document-pane').first().waitFor()
  expect(new URL(page.url()).pathname).toContain('story')
  expect(page.url().startsWith(newsroom.origin)).toBe(true)
  const headline = page.locator('[data-testid="field-headline"] textarea:not([readonly])')
  await headline.waitFor()
  await expect.poll(() => headline.inputValue()).toBe('The late ferry')
  await page.close()
})

it('a stranger gets a message on the sign-in page, where passwords still work', async () => {
  provider.person = {email: 'stranger@example.org', email_verified: true}
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${newsroom.origin}/login`)
  await page.getByRole('link', {name: 'Sign in with your work account'}).click()
  const alert = page.getByRole('alert')
  expect(await alert.innerText()).toContain('stranger@example.org has no account')
  await page.getByLabel('Password').waitFor()
  expect(await context.cookies()).not.toContainEqual(
    expect.objectContaining({name: 'copydesk_session'}),
  )
  await context.close()
})
