// The site's one script: an open page follows what is published, and says how long ago that was. Without it the page is
// fresh on reload.
import {tellTimes} from './ago.ts'
import {connect} from './connection.ts'
import {morph} from './morph.ts'
import {createUpdateNotice} from './update-notice.ts'
import {parsePage} from './parse-page.ts'
import {keepScrollPosition} from './keep-scroll-position.ts'

const A_MINUTE_MS = 60_000
const PARTS = ['body > header', 'body > main', 'body > footer']

const find = (from: Document) => from.querySelector<HTMLMetaElement>('meta[name="copydesk-live"]')

const meta = find(document)
const main = document.querySelector('main')
if (meta && main) follow(meta, main)
tellTimes(Date.now())
setInterval(() => tellTimes(Date.now()), A_MINUTE_MS)

function follow(live: HTMLMetaElement, text: HTMLElement): void {
  const note = createUpdateNotice()
  const sheet = new CSSStyleSheet()
  let checking: Promise<void> | undefined
  /** The event after which the page was not asked for yet. */
  let due: string | undefined

  const connection = connect(live.dataset['events'] ?? '', async (eventId, tags) => {
    const ours = live.content.split(' ')
    if (tags && !tags.some((tag) => ours.includes(tag))) return
    due = eventId
    checking ??= checkAll().finally(() => (checking = undefined))
    await checking
  })

  async function checkAll(): Promise<void> {
    while (due !== undefined) {
      const eventId = due
      due = undefined
      await check(eventId)
    }
  }

  async function check(eventId: string): Promise<void> {
    // Of several servers one may answer that has not heard of the change yet.
    const headers = {'Last-Event-ID': eventId}
    // Uses the browser's cache, so that an unchanged page is only a 304.
    const response = await fetch(location.href, {cache: 'no-cache', headers})
    const isPage = response.headers.get('content-type')?.startsWith('text/html')
    if (response.status >= 500 || !isPage) throw new Error(`${response.status}`)
    const {page: next, rules} = parsePage(await response.text())
    const version = find(next)?.dataset['version']
    if (version && version === live.dataset['version']) return
    if (response.redirected) history.replaceState(history.state, '', response.url)
    show(next, rules)
  }

  function show(next: Document, rules: string): void {
    const state = find(next)
    const restore = keepScrollPosition(text)
    const {lang, dir} = next.documentElement
    Object.assign(document.documentElement, {lang, dir})
    document.title = next.title
    // The policy admits no other inline sheet than the first, but takes rules from the page's script.
    sheet.replaceSync(rules)
    document.adoptedStyleSheets = [sheet]
    const changed = PARTS.flatMap((part) => {
      const [mine, theirs] = [document.querySelector(part), next.querySelector(part)]
      return mine && theirs ? [...morph(mine, theirs)] : []
    })
    tellTimes(Date.now())
    restore()
    if (!state) {
      // Taken down: there is no place left to keep.
      connection.end()
      window.scrollTo({top: 0, behavior: 'instant'})
      return note.say(document.title, [])
    }
    for (const {name, value} of state.attributes) live.setAttribute(name, value)
    const subject = text.querySelector(live.dataset['subject'] ?? '*') ?? text
    const visible = changed.filter((element) => subject.contains(element))
    if (visible.length > 0) note.say(live.dataset['words'] ?? '', visible)
  }
}
