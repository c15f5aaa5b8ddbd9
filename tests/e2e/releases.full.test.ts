// An editor puts two articles and a photo into a release, previews them, and publishes them
// together. Another release is archived. Everything happens in the studio's own tool.
import {stegaClean} from '@sanity/client/stega'
import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startNewsroom, type Desk, type Newsroom} from '../support/newsroom.ts'
import {queryRaw} from '../support/query-raw.ts'
import {bodyText, clickToEdit, field, visit} from '../support/studio.ts'

/** Approved already, with a quote of its own. */
const SNOW = 'article-first-snow'
/** In review, with a quote and a source of its own. */
const BRASK = 'article-anna-brask'
const PHOTO = 'photo-port-aldon-map'
const HEADLINE = 'Four centimetres, and a map to put them on'

let newsroom: Newsroom
let token: string
let desk: Desk
let page: Page
let release: string
/** Messages of the browser's console, without the refusals of this test. */
const complaints: string[] = []
let refusals = 0

beforeAll(async () => {
  newsroom = await startNewsroom()
  token = newsroom.tokens.editor
  desk = await newsroom.signIn('Hester Brandwick', {path: '/'})
  page = desk.page
  page.on('console', (message) => {
    const {url} = message.location()
    if (message.type() !== 'error') return
    const isRefusal = url.includes('/data/actions/') || message.text().includes('the release')
    if (isRefusal && refusals > 0) return
    complaints.push(`${message.text()} (${url})`)
  })
  page.on('response', (response) => {
    if (response.status() === 403 && response.url().includes('/data/actions/')) refusals++
  })
})
afterAll(() => newsroom.close())

const query = <T>(groq: string): Promise<T> => queryRaw({origin: newsroom.origin, token}, groq)
const becomes = (ask: () => Promise<unknown>, expected: unknown): Promise<void> =>
  expect.poll(ask).toEqual(expected)

/** Approves as the person who is signed in, letting pass what an editor may. */
async function approve(id: string): Promise<void> {
  const ifRevision = await query<string>(`*[_id == "drafts.${id}"][0]._rev`)
  const answer = await page.evaluate(
    async (request: Record<string, unknown>) => {
      const send = async (body: object) => {
        const init = {method: 'POST', body: JSON.stringify(body)}
        const response = await fetch('/v1/acts/production', init)
        return {status: response.status, body: (await response.json()) as Record<string, any>}
      }
      const first = await send(request)
      if (first.status !== 403) return first
      const overrides = first.body['error'].reasons.map(
        (reason: {code: string; document: string}) => ({
          code: reason.code,
          document: reason.document,
          reason: 'Looked at with the desk.',
        }),
      )
      return await send({...request, overrides})
    },
    {act: 'approve', articleId: id, ifRevision},
  )
  expect(answer, JSON.stringify(answer.body)).toMatchObject({status: 200})
}

const openRelease = async (name: string): Promise<void> => {
  await visit(page, `${newsroom.origin}/studio/releases/${name}?perspective=${name}`)
  await page.getByRole('button', {name: 'Add document'}).first().waitFor()
}
const rows = (): Locator => page.getByTestId('table-row')

/** By the tool's own search, as a person finds it. */
async function add(words: string, id: string): Promise<void> {
  await page.getByRole('button', {name: 'Add document'}).first().click()
  // It remembers what was sought last.
  await page.locator('input:focus').fill(words)
  await page.getByText(words).last().click()
  await becomes(() => query(`count(*[_id == "versions.${release}.${id}"])`), 1)
}

/** By a program, for what has no title that a person would search for. */
async function addByProgram(...ids: string[]): Promise<void> {
  const actions = await Promise.all(
    ids.map(async (id) => ({
      actionType: 'sanity.action.document.version.create',
      publishedId: id,
      baseId: (await query<number>(`count(*[_id == "drafts.${id}"])`)) ? `drafts.${id}` : id,
      versionId: `versions.${release}.${id}`,
    })),
  )
  const response = await fetch(`${newsroom.origin}/v2025-02-19/data/actions/production`, {
    method: 'POST',
    headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
    body: JSON.stringify({actions}),
  })
  expect(response.status, await response.text()).toBe(200)
}

async function run(): Promise<void> {
  await page.getByTestId('publish-all-button').click()
  await page
    .getByTestId('confirm-publish-dialog')
    .getByRole('button', {name: 'Run release'})
    .click()
}

async function make(title: string): Promise<string> {
  await visit(page, `${newsroom.origin}/studio/releases`)
  await page.getByRole('button', {name: 'New release'}).first().click()
  await page.getByTestId('release-form-title').fill(title)
  await page.getByTestId('submit-release-button').click()
  await page.getByRole('button', {name: 'Add document'}).first().waitFor()
  return await query<string>(`*[_type == "system.release" && metadata.title == "${title}"][0].name`)
}

describe('an editor', () => {
  it('makes a release and adds two articles with their members, and a photo', async () => {
    await approve(BRASK)
    release = await make('Harbour week')
    expect(page.url()).toContain(`/releases/${release}`)
    await add(HEADLINE, SNOW)
    await add('The Anna Brask', BRASK)
    await addByProgram('quote-deyn-ruler', PHOTO)
    await expect.poll(() => rows().count()).toBe(4)
  })

  it('changes only the version, and sees it in the release’s perspective', async () => {
    const address = `${newsroom.origin}/studio/intent/edit/id=${SNOW};type=article/?perspective=${release}`
    await visit(page, address)
    const input = field(page, 'headline').locator('textarea:not([readonly])')
    await input.waitFor()
    await bodyText(page).waitFor()
    await input.fill('Five centimetres')
    await becomes(
      () => query(`*[_id == "versions.${release}.${SNOW}"][0].headline`),
      'Five centimetres',
    )
    expect(await query(`*[_id == "drafts.${SNOW}"][0].headline`)).toBe(HEADLINE)
    // The list beside the form shows the release, too.
    await page.getByText('Five centimetres').first().waitFor()
    expect(await query(`*[_id == "review.${SNOW}"][0]{state, lapsed}`)).toEqual({
      state: 'approved',
      lapsed: false,
    })
  })

  it('sees it on its page, and a click there edits the version', async () => {
    await page.getByRole('link', {name: 'On the page'}).click()
    const frame = page.frameLocator('iframe')
    const headline = frame.locator('h1')
    const said = async (): Promise<string> => stegaClean(await headline.innerText())
    await becomes(said, 'Five centimetres')
    await frame.getByText('it is as it would be with the release').waitFor()
    await page.getByTestId('review-of-draft').waitFor()
    const input = field(page, 'headline').locator('textarea:focus')
    await clickToEdit(page, 'h1', () => input.isVisible())
    await input.fill('Five centimetres, still')
    await becomes(said, 'Five centimetres, still')
    await becomes(
      () => query(`*[_id == "versions.${release}.${SNOW}"][0].headline`),
      'Five centimetres, still',
    )
    expect(await query(`*[_id == "drafts.${SNOW}"][0].headline`)).toBe(HEADLINE)
  })

  it('learns what prevents the publication, and nothing is published', async () => {
    await openRelease(release)
    await run()
    await page.getByText('was never published and is not in the release').first().waitFor()
    expect(await query(`count(*[_id in ["${SNOW}", "${BRASK}"]])`)).toBe(0)
    expect(await query(`*[_id == "_.releases.${release}"][0].state`)).toBe('active')
  })

  it('corrects it and publishes everything together', async () => {
    await addByProgram('quote-renning-wall', 'source-olav-renning')
    await visit(
      page,
      `${newsroom.origin}/studio/intent/edit/id=${SNOW};type=article/?perspective=${release}`,
    )
    const input = field(page, 'headline').locator('textarea:not([readonly])')
    await input.waitFor()
    await input.fill(HEADLINE)
    await becomes(() => query(`*[_id == "versions.${release}.${SNOW}"][0].headline`), HEADLINE)
    await openRelease(release)
    await expect.poll(() => rows().count()).toBe(6)
    await run()
    await becomes(() => query(`*[_id == "_.releases.${release}"][0].state`), 'published')
    expect(await query(`*[_id in ["${SNOW}", "${BRASK}"]]._id`)).toEqual([BRASK, SNOW])
    expect(
      await query(`*[_type == "review" && _id in ["review.${SNOW}", "review.${BRASK}"]].state`),
    ).toEqual(['published', 'published'])
    expect(await query(`count(*[_id in path("versions.**")])`)).toBe(0)
    const site = await (await fetch(`${newsroom.origin}/`)).text()
    expect(site).toContain(HEADLINE)
  })

  it('finds in the release what it held, and what became of it', async () => {
    await visit(page, `${newsroom.origin}/studio/releases/${release}`)
    await page.getByText('The Anna Brask').first().waitFor()
    await page.getByRole('button', {name: 'Activity'}).click()
    await page
      .getByText(/Published the/)
      .first()
      .waitFor()
    await page
      .getByText(/Added a document version/)
      .first()
      .waitFor()
  })

  it('archives another release, and restores it', async () => {
    release = await make('Put away')
    await addByProgram('topic-weather')
    await expect.poll(() => rows().count()).toBe(1)
    for (const [item, state, versions] of [
      ['archive-release-menu-item', 'archived', 0],
      ['unarchive-release-menu-item', 'active', 1],
    ] as const) {
      await page.getByTestId('release-menu-button').last().click()
      await page.getByTestId(item).click()
      const confirm = page.getByTestId('confirm-button')
      if (item.startsWith('archive')) await confirm.click()
      await becomes(() => query(`*[_id == "_.releases.${release}"][0].state`), state)
      expect(await query(`count(*[_id in path("versions.${release}.**")])`)).toBe(versions)
      await page.goto(`${newsroom.origin}/studio/releases/${release}`)
      await page.getByTestId('release-menu-button').last().waitFor()
    }
  })

  it('had only refusals in the console, and no unknown endpoint', () => {
    expect(refusals).toBeGreaterThan(0)
    expect(complaints).toEqual([])
    expect(desk.problems).toEqual([])
    expect([...desk.missing]).toEqual([])
  })
})
