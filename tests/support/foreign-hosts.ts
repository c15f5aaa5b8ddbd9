// Everything in a browser that leads to another host, by name, so that a test can expect none.
import type {BrowserContext, Page} from 'playwright-core'

/** The binding by which a page reports its own elements. */
const TELL = 'tellOfOutside'

/**
 * Watches every page of the context from its beginning. The list that is returned grows by requests
 * (those of frames, pop-ups, beacons and workers too), WebSockets, workers of other hosts, elements that
 * fetch, prepare a connection or send a form, fonts, and what the pages' policy refused.
 *
 * @param origin the only address that is not foreign
 */
export async function watchOutside(context: BrowserContext, origin: string): Promise<string[]> {
  const found: string[] = []
  const {host} = new URL(origin)
  const note = (kind: string, url: string): void => {
    const problem = `${kind}: ${url}`
    if (isOutside(url, host) && !found.includes(problem)) found.push(problem)
  }
  context.on('request', (request) => note('foreign request', request.url()))
  context.on('serviceworker', (worker) => note('foreign service worker', worker.url()))
  const watchPage = (page: Page): void => {
    page.on('websocket', (socket) => note('foreign socket', socket.url()))
    page.on('worker', (worker) => note('foreign worker', worker.url()))
  }
  context.on('page', watchPage)
  await context.exposeBinding(TELL, (_, kind: string, url: string) => {
    if (kind === 'refused') found.push(`refused by the policy: ${url}`)
    else note(`foreign ${kind}`, url)
  })
  await context.addInitScript(observeElements, TELL)
  return found
}

function isOutside(url: string, host: string): boolean {
  const parsed = URL.parse(url)
  return parsed !== null && /^(https?|wss?):$/.test(parsed.protocol) && parsed.host !== host
}

/** Runs in the page: must refer to nothing outside of itself. */
function observeElements(binding: string): void {
  const tell = (kind: string, url: string): void => {
    const {[binding]: told} = window as unknown as Record<
      string,
      ((kind: string, url: string) => Promise<void>) | undefined
    >
    void told?.(kind, url)
  }
  const fetching =
    'link[href], script[src], img, iframe[src], source, audio[src], video, embed[src]'
  const selector = `${fetching}, object[data], form[action], [formaction], image, use`
  const addressed = (text: string): string[] =>
    /^\s*(data|blob):/.test(text) ? [] : (text.match(/(?:https?:)?\/\/[^\s"'),]+/g) ?? [])
  const look = (element: Element): void => {
    // What says where else a page is to be found is fetched by nobody.
    if (/canonical|alternate|license/.test(element.getAttribute('rel') ?? '')) return
    for (const name of ['href', 'src', 'srcset', 'poster', 'data', 'action', 'formaction']) {
      for (const url of addressed(element.getAttribute(name) ?? '')) {
        tell(`<${element.localName} ${name}>`, new URL(url, document.baseURI).href)
      }
    }
  }
  const sweep = (root: Element | Document): void => {
    if (root instanceof Element && root.matches(selector)) look(root)
    for (const element of root.querySelectorAll(selector)) look(element)
  }
  new MutationObserver((records) => {
    for (const {target, addedNodes} of records) {
      if (target instanceof Element && target.matches(selector)) look(target)
      for (const node of addedNodes) if (node instanceof Element) sweep(node)
    }
  }).observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: ['href', 'src', 'srcset', 'poster', 'data', 'action', 'formaction'],
  })
  document.addEventListener('securitypolicyviolation', ({blockedURI, effectiveDirective}) => {
    tell('refused', `${effectiveDirective} ${blockedURI}`)
  })
  window.addEventListener('load', () => {
    sweep(document)
    for (const sheet of document.styleSheets) {
      for (const rule of sheet.cssRules) {
        if (!(rule instanceof CSSFontFaceRule) && !(rule instanceof CSSImportRule)) continue
        for (const url of addressed(rule.cssText)) tell('font or style', url)
      }
    }
  })
}
