// Loads the page again and changes only what differs.
import {morph} from '../live/morph.ts'
import {parsePage} from '../live/parse-page.ts'

const sheet = new CSSStyleSheet()
let running: Promise<void> | undefined
let isDue = false

/** A call during a refresh starts a second one afterwards, as the running one may miss the newest change. */
export function refresh(): Promise<void> {
  isDue = true
  running ??= again().finally(() => (running = undefined))
  return running
}

async function again(): Promise<void> {
  while (isDue) {
    isDue = false
    await show()
  }
}

async function show(): Promise<void> {
  const response = await fetch(location.href)
  const isPage = response.headers.get('content-type')?.startsWith('text/html')
  // Signed out meanwhile, or the server restarts: the page stays as it is.
  if (!response.ok || response.redirected || !isPage) return
  const {page, rules} = parsePage(await response.text())
  const {lang, dir} = page.documentElement
  Object.assign(document.documentElement, {lang, dir})
  document.title = page.title
  sheet.replaceSync(rules)
  document.adoptedStyleSheets = [...new Set([...document.adoptedStyleSheets, sheet])]
  morph(document.body, page.body)
}
