// Everything that the studio has, walked through once by two people, and the site after it: nothing is
// asked of another host, by browser or server, and nothing of the lake that it does not know.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Page, Request} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {readNetLog} from '../support/net-log.ts'
import {startNewsroom, type Desk, type Newsroom} from '../support/newsroom.ts'
import {queryRaw} from '../support/query-raw.ts'
import {watchOutside} from '../support/foreign-hosts.ts'
import {
  beginComment,
  closeDialog,
  closeDocuments,
  create,
  dialog,
  lastPane,
  openDocument,
  visit,
} from '../support/studio.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const ARTICLE = 'article-night-ferry'
const PICTURE = join(import.meta.dirname, '../fixtures/photos/everything.jpg')
/** Longer than the studio waits between two requests, in milliseconds. */
const QUIET = 600

let newsroom: Newsroom
/** An administrator sees every tool. */
let agnes: Desk
let hester: Desk
/** Two tabs of each, so that much is looked at in half of the time. */
let ofAgnes: Page[]
let ofHester: Page[]
let token: string
/** Of all pages. */
const complaints: string[] = []
const asked = new Set<string>()
const sockets = new Set<string>()
let ofTheSite: string[] = []

const folder = temporaryFolder()
const netLog = join(folder, 'net-log.json')
const connections = join(folder, 'connections.txt')
const recorder = join(import.meta.dirname, '../support/record-connections.ts')

beforeAll(async () => {
  newsroom = await startNewsroom({
    browserArguments: [`--log-net-log=${netLog}`],
    environment: {NODE_OPTIONS: `--import ${recorder}`, RECORD_CONNECTIONS: connections},
  })
  token = newsroom.tokens.administrator
  agnes = await newsroom.signIn('Agnes Tollerby')
  hester = await newsroom.signIn('Hester Brandwick')
  ofAgnes = [agnes.page, await agnes.context.newPage()]
  ofHester = [hester.page, await hester.context.newPage()]
  for (const page of [...ofAgnes, ...ofHester]) {
    followTraffic(page)
    page.on('websocket', (socket) => sockets.add(new URL(socket.url()).pathname))
    page.on('response', (response) => {
      const {pathname} = new URL(response.url())
      if (/^\/v[\dX]/.test(pathname)) asked.add(pathname.replace(/^\/v[^/]+/, ''))
    })
    page.on('console', (message) => {
      if (message.type() !== 'error') return
      complaints.push(`${message.text()} (${message.location().url})`)
    })
  }
})
afterAll(async () => {
  await newsroom.close()
})

const query = <T>(groq: string): Promise<T> => queryRaw({origin: newsroom.origin, token}, groq)

/** Requests that are under way, and since when there was no other one, by page. */
const traffic = new Map<Page, {open: Set<Request>; since: number}>()

function followTraffic(page: Page): void {
  const state = {open: new Set<Request>(), since: performance.now()}
  traffic.set(page, state)
  const over = (request: Request): void => {
    state.open.delete(request)
    state.since = performance.now()
  }
  page.on('request', (request) => {
    state.open.add(request)
    state.since = performance.now()
  })
  page.on('requestfinished', over)
  page.on('requestfailed', over)
}

/** Nothing is being asked, and has not been for a while; streams and sockets do not count. */
const settle = (page: Page): Promise<void> =>
  expect
    .poll(
      () => {
        const state = traffic.get(page)
        return state && state.open.size === 0 && performance.now() - state.since > QUIET
      },
      {timeout: 20_000, interval: 50},
    )
    .toBe(true)

/** Each tab takes the next one when it is done. */
async function lookInBoth<T>(
  tabs: readonly Page[],
  things: Iterable<T>,
  look: (page: Page, thing: T) => Promise<void>,
): Promise<void> {
  const left = [...things]
  await Promise.all(
    tabs.map(async (page) => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) await look(page, next)
    }),
  )
}

const open = (id: string, type: string, page = agnes.page): Promise<void> =>
  openDocument(page, newsroom.origin, id, type)
const inspect = async (name: string): Promise<void> => {
  const inspector = encodeURIComponent(name)
  await closeDocuments(hester.page, newsroom.origin)
  await visit(
    hester.page,
    `${newsroom.origin}/studio/intent/edit/id=${ARTICLE};type=article;inspect=${inspector}/`,
  )
}

describe('the studio', () => {
  it('shows a document of each type', async () => {
    const found = await query<{_id: string; _type: string}[]>(
      '*[!(_type match "sanity.*") && !(_type match "system.*")] | order(_id desc){_id, _type}',
    )
    const byType = new Map(found.map(({_id, _type}) => [_type, _id.replace('drafts.', '')]))
    expect(byType.size).toBeGreaterThan(10)
    await lookInBoth(ofAgnes, byType, async (page, [type, id]) => {
      await visit(page, `${newsroom.origin}/studio/intent/edit/id=${id};type=${type}/`)
      await page.waitForURL(({pathname}) => decodeURIComponent(pathname).includes(id))
      await page.getByTestId('document-pane').first().waitFor()
      await settle(page)
    })
    await ofAgnes[1]?.close()
  }, 300_000)

  it('lists everything in its menu', async () => {
    const items = (page: Page) => page.getByTestId('structure-tool-list-pane').first().locator('a')
    for (const page of ofHester) {
      await closeDocuments(page, newsroom.origin)
      await items(page).first().waitFor()
    }
    const count = await items(hester.page).count()
    await lookInBoth(ofHester, Array(count).keys(), async (page, index) => {
      await items(page).nth(index).click()
      await settle(page)
    })
    expect(count).toBeGreaterThan(8)
  })

  it('offers each type that can be made', async () => {
    const {page} = hester
    await page.getByRole('button', {name: 'Create new document'}).click()
    const offered = page.locator('[data-testid^="create-new-"]')
    await offered.first().waitFor()
    const kinds = await offered.evaluateAll((items) =>
      items.map((one) => one.getAttribute('data-testid')?.replace('create-new-', '') ?? ''),
    )
    await page.keyboard.press('Escape')
    expect(kinds).toContain('article')
    await lookInBoth(ofHester, kinds, async (page, kind) => {
      await create(page, kind)
      await settle(page)
      // It would be in the way of the next one.
      if (kind === 'article-from-text') await closeDialog(page)
    })
    await ofHester[1]?.close()
  })

  it('accepts a picture, and crops it', async () => {
    const {page} = hester
    await closeDocuments(page, newsroom.origin)
    await create(page, 'photoWithCredit')
    await settle(page)
    const pane = lastPane(page)
    await pane.locator('[data-testid="field-creditLine"] input:not([readonly])').waitFor()
    await pane.locator('input[type="file"]').setInputFiles(PICTURE)
    await page.getByRole('button', {name: 'Confirm all'}).waitFor()
    await settle(page)
    await pane.getByTestId('options-menu-edit-details').first().click()
    await dialog(page).getByText('Hotspot & Crop').waitFor()
    await settle(page)
    await page.keyboard.press('Escape')
  })

  it('finds a document by its search', async () => {
    const {page} = hester
    await page.getByTestId('studio-search').click()
    await page.locator('input:focus').waitFor()
    await page.keyboard.type('ferry', {delay: 30})
    await page.getByTestId('search-results').getByText('ferry').first().waitFor()
    await settle(page)
    await page.keyboard.press('Escape')
  })

  it('has a help menu with diagnostics, and offers nothing of Sanity’s', async () => {
    const {page} = hester
    await page.getByRole('button', {name: 'Help and resources'}).click()
    const offered = (await page.getByRole('menuitem').allInnerTexts()).join()
    expect(offered).toContain('Sanity Studio')
    expect(offered).not.toMatch(/feedback|sales|community/i)
    await page.getByRole('menuitem', {name: 'Diagnostics'}).click()
    await dialog(page).getByText('country could not be resolved').waitFor()
    await settle(page)
    await page.keyboard.press('Escape')
    await page.getByTestId('user-menu').or(page.locator('#user-menu')).first().click()
    await settle(page)
    await page.keyboard.press('Escape')
  })

  it('shows its history', async () => {
    await inspect('sanity/structure/history')
    await hester.page.getByTestId('timeline-item-button').first().waitFor()
    await settle(hester.page)
  })

  it('has comments and tasks', async () => {
    const {page} = hester
    await inspect('sanity/comments')
    await settle(page)
    await beginComment(page, 'headline')
    await page.keyboard.type('Is this so? @Ing')
    await page.getByTestId('comments-mentions-menu').getByText('Ingrid Vassall').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('[data-testid="comment-input-send-button"]:not([disabled])').last().click()
    await settle(page)
    await page.getByTestId('tasks-toolbar').click()
    await page
      .getByRole('button', {name: /new task/i})
      .first()
      .click()
    await page.getByPlaceholder('Task title').waitFor()
    await settle(page)
    await page.getByTestId('tasks-toolbar').click()
  })

  it('asks before it deletes a document with referrers', async () => {
    const {page} = hester
    const id = await query<string>('*[_type == "topic" && count(*[references(^._id)]) > 0][0]._id')
    await open(id, 'topic', page)
    await settle(page)
    await page.getByTestId('action-menu-button').last().click()
    const remove = page.getByRole('menuitem', {name: /^Delete/})
    await remove.click()
    await settle(page)
    await page.keyboard.press('Escape')
  })

  it('shows who else is there', async () => {
    await open(ARTICLE, 'article', hester.page)
    await open(ARTICLE, 'article')
    await agnes.page
      .getByTestId('document-level-presence')
      .locator('[data-ui="Avatar"]')
      .first()
      .waitFor()
    await agnes.page.getByRole('button', {name: 'Global presence'}).click()
    await settle(agnes.page)
    await agnes.page.keyboard.press('Escape')
  })
})

describe('the tools', () => {
  it('are all available', async () => {
    for (const [{page}, names] of [
      [agnes, ['People', 'Queries', 'Newsroom']],
      [hester, ['Review desk', 'Newsroom']],
    ] as const) {
      for (const name of names) {
        await page.getByRole('link', {name, exact: true}).click()
        await settle(page)
      }
      await page.getByTestId('inbox-bell').click()
      await settle(page)
      await page.keyboard.press('Escape')
    }
  })

  it('answer a query, listen, and use another perspective and version', async () => {
    const {page} = agnes
    await visit(page, `${newsroom.origin}/studio/vision`)
    const vision = page.getByTestId('vision-root')
    await vision.getByTestId('vision-query-editor').locator('.cm-content').click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('*[_type == "section"]{title}')
    await vision.getByRole('button', {name: 'Fetch', exact: true}).click()
    await vision
      .getByTestId('vision-result')
      .getByText('0.title')
      .first()
      .waitFor({state: 'attached'})
    await vision.getByRole('button', {name: 'Listen', exact: true}).click()
    await vision.getByRole('button', {name: 'Stop', exact: true}).click()
    await vision.getByTestId('perspective-selector').selectOption('drafts')
    await vision.getByRole('button', {name: 'Fetch', exact: true}).click()
    await vision.getByTestId('api-version-selector').selectOption('v1')
    await vision.getByRole('button', {name: 'Fetch', exact: true}).click()
    await vision.getByRole('button', {name: 'Save query'}).click()
    await expect
      .poll(() => [...asked].some((path) => path.startsWith('/users/me/keyvalue')))
      .toBe(true)
    await settle(page)
  })
})

describe('the site', () => {
  it('can be read from front page to feed', async () => {
    const context = await newsroom.browser.newContext()
    ofTheSite = await watchOutside(context, newsroom.origin)
    const page = await context.newPage()
    await page.goto(newsroom.origin)
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((found) => [
        ...new Set(found.map((one) => one.getAttribute('href') ?? '').filter((to) => to !== '/')),
      ])
    expect(links.length).toBeGreaterThan(10)
    for (const link of links) {
      if (/\.(xml|json|atom|rss)|feed/.test(link)) continue
      await page.goto(newsroom.origin + link)
    }
    await page.goto(`${newsroom.origin}/search?q=ferry`)
    await context.close()
  })
})

describe('afterwards', () => {
  it('the lake knew every requested endpoint', async () => {
    expect(asked.size).toBeGreaterThan(30)
    for (const {missing} of [agnes, hester]) expect([...missing]).toEqual([])
    const metrics = await (await fetch(`${newsroom.origin}/metrics`)).text()
    expect(metrics).toMatch(/^copydesk_unknown_endpoints 0$/m)
    expect([...sockets].toSorted()).toEqual([
      '/v1/mux',
      '/v2022-06-30/socket/production',
      '/v2022-06-30/socket/production-comments',
    ])
  })

  it('no page led to another host, and none had errors', () => {
    expect([agnes.problems, hester.problems, ofTheSite]).toEqual([[], [], []])
    // The presence client says so of its own socket when a page is left.
    expect(complaints.filter((one) => !one.startsWith('WebSocket is already in CLOS'))).toEqual([])
  })

  it('the server and its threads opened no connections', () => {
    const lines = readFileSync(connections, 'utf8').trim().split('\n')
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.filter((line) => line !== 'recording')).toEqual([])
  })

  it('the browser looked up no name and connected only to the newsroom', async () => {
    await newsroom.browser.close()
    const {names, connections: reached, urls} = readNetLog(netLog)
    const {host, origin} = new URL(newsroom.origin)
    expect(reached).toEqual([host])
    expect(names.map((name) => URL.parse(name)?.host ?? name)).toEqual([host])
    expect(urls.length).toBeGreaterThan(100)
    expect(urls.filter((url) => URL.parse(url)?.host !== host && /^(http|ws)/.test(url))).toEqual(
      [],
    )
    expect(urls.some((url) => url.startsWith(`${origin}/studio`))).toBe(true)
  })
})
