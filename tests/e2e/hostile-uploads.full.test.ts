// A journalist's uploads that try to harm an editor: HTML and SVG with scripts, with true and false
// names. No script runs when the editor's browser opens them in any way.
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {openNewsroom, type Desk, type Newsroom} from '../support/newsroom.ts'

/** Reports to this newsroom, with the browser's session. */
const RUN = `fetch('/ran');document.title='ran';alert('ran')`
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="${RUN}"><script>${RUN}</script><foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="${RUN}"/><iframe srcdoc="&lt;script&gt;${RUN}&lt;/script&gt;"></iframe></body></foreignObject></svg>`
const HTML = `<!doctype html><html><head><script>${RUN}</script></head><body onload="${RUN}"><img src=x onerror="${RUN}"></body></html>`
const XHTML = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title><script>${RUN}</script></head><body/></html>`
const XML = `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="#s"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">${RUN}</x:script>`

/** Content, name and declared type. */
const UPLOADS = [
  [HTML, 'story.html', 'text/html'],
  [HTML, 'story.png', 'image/png'],
  [HTML, 'story', 'application/octet-stream'],
  [HTML, 'story.pdf', 'application/pdf'],
  [XHTML, 'story.xhtml', 'application/xhtml+xml'],
  [XML, 'feed.xml', 'text/xml'],
  [SVG, 'map.svg', 'image/svg+xml'],
  [SVG, 'map.jpg', 'image/jpeg'],
  [SVG, 'map.txt', 'text/plain'],
  [`${RUN}//`, 'map.js', 'text/javascript'],
] as const

let newsroom: Newsroom
let journalist: Desk
let editor: Desk
const urls: string[] = []
/** Scripts that ran: dialogs, and requests that only the script sends. */
const ran: string[] = []

function watch(page: Page): void {
  page.on('dialog', (dialog) => {
    ran.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (request.url().endsWith('/ran')) ran.push(`request from ${page.url()}`)
  })
}

beforeAll(async () => {
  newsroom = await openNewsroom()
  journalist = await newsroom.signIn('Ingrid Vassall', {path: '/'})
  editor = await newsroom.signIn('Hester Brandwick')
})
afterAll(() => newsroom.close())

it('a journalist uploads it as file and as picture', async () => {
  for (const [body, name, type] of UPLOADS) {
    for (const kind of ['files', 'images']) {
      const answer = await journalist.page.evaluate(
        async (sent) => {
          const response = await fetch(
            `/v2025-02-19/assets/${sent.kind}/production?filename=${sent.name}`,
            {method: 'POST', headers: {'content-type': sent.type}, body: sent.body},
          )
          return {status: response.status, body: await response.json()}
        },
        {kind, body, name, type},
      )
      // As a picture it is refused. As a file, anything may be in an archive.
      if (kind === 'files') expect(answer.status, name).toBe(200)
      if (answer.status === 200) urls.push(answer.body.document.url)
      else expect(answer.status, name).toBe(400)
    }
  }
  expect(urls.length).toBeGreaterThanOrEqual(UPLOADS.length)
})

it('an editor opens each by its address, and no script runs', async () => {
  for (const url of urls) {
    for (const address of [url, `${url}?dl`, `${url}?dl=page.html`, `${url}?fm=svg&auto=format`]) {
      const page = await editor.context.newPage()
      watch(page)
      // A download opens no page, which Playwright reports as an error.
      await page.goto(address).catch(() => null)
      await page.waitForLoadState()
      expect(await page.title(), address).not.toBe('ran')
      await page.close()
    }
  }
  expect(ran).toEqual([])
})

it('no script runs where a page of the newsroom embeds it', async () => {
  const page = await editor.context.newPage()
  watch(page)
  await page.goto(`${newsroom.origin}/`)
  await page.evaluate((sources) => {
    for (const src of sources) {
      for (const name of ['img', 'iframe', 'embed', 'object', 'script']) {
        const part = document.createElement(name)
        part.setAttribute(name === 'object' ? 'data' : 'src', src)
        document.body.append(part)
      }
    }
  }, urls)
  await page.waitForLoadState('networkidle')
  expect(await page.title()).not.toBe('ran')
  expect(ran).toEqual([])
})

it('this test notices scripts that run', async () => {
  const page = await editor.context.newPage()
  watch(page)
  await page.route('**/trap', (route) => route.fulfill({contentType: 'text/html', body: HTML}))
  await page.goto(`${newsroom.origin}/trap`)
  await expect.poll(() => ran.join()).toContain('dialog')
  await expect.poll(() => ran.join()).toContain('request')
})
