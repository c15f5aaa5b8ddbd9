// A page as somebody meets it who goes through it with the Tab key.
import type {Page} from 'playwright-core'

export interface TabStop {
  /** The element and what it says, e.g. `a “Politics” in navigation`. */
  what: string
  /** What is wrong with it as it has the focus. */
  faults: string[]
}

const FOCUSABLE =
  'a[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [contenteditable], [tabindex]'
/** Past this many stops a page holds its reader, or is not to be gone through. */
const MANY = 400

/**
 * Presses Tab until the page is left, and says of each stop what keeps a reader from seeing or
 * following it; then Shift and Tab back. The first stop is the top of the page.
 */
export async function tabThrough(page: Page): Promise<TabStop[]> {
  const expected = await page.evaluate(prepare, FOCUSABLE)
  // The page looks at each stop by itself: asked after each press, it would take several times as long.
  await page.evaluate(`window.onkeyup = () => window.walk.stops.push((${lookAtFocus})())`)
  const stops = await press(page, expected + 1)
  while (!stops.includes(null)) {
    if (stops.length > MANY)
      throw new Error(`${page.url()} is not left after ${MANY} stops: ${stops.at(-1)?.what}`)
    stops.push(...(await press(page, 1)))
  }
  const reached = stops.slice(0, stops.indexOf(null)).filter((stop) => stop !== null)
  return [...reached, ...(await page.evaluate(neverReached))]
}

/** Presses Shift and Tab from the bottom to the top, as often as there are stops. */
export async function tabBack(page: Page, stops: number): Promise<string[]> {
  const back = await press(page, stops, SHIFT)
  return back.map((stop) => stop?.what ?? 'nothing')
}

/** What DevTools call the key. */
const TAB = {key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9}
const SHIFT = 8

/** Presses Tab so often, without a pause, and answers where the focus was each time; `null` is outside of the page. */
async function press(page: Page, times: number, modifiers = 0): Promise<(TabStop | null)[]> {
  const devtools = await page.context().newCDPSession(page)
  const events = Array.from({length: times}, () => ['rawKeyDown', 'keyUp'] as const).flat()
  await Promise.all(
    events.map((type) => devtools.send('Input.dispatchKeyEvent', {type, modifiers, ...TAB})),
  )
  await devtools.detach()
  const stops = await page.evaluate(() => {
    const {walk} = window as unknown as {walk: Walk}
    return walk.stops.splice(0)
  })
  if (stops.length !== times)
    throw new Error(`${page.url()} noticed ${stops.length} of ${times} presses.`)
  return stops
}

interface Walk {
  elements: Element[]
  unfocused: Map<Element, string[]>
  /** Where the focus was at each press. */
  stops: (TabStop | null)[]
  reached: Element[]
  looks: (element: Element) => string[]
  describe: (element: Element) => string
}

/** In the page: how everything looks that does not have the focus, to compare with. Answers how much there is. */
function prepare(focusable: string): number {
  const looks = (element: Element): string[] =>
    [null, '::before', '::after'].map((part) => {
      const style = getComputedStyle(element, part)
      if (part && style.content === 'none') return ''
      const outline = style.outlineStyle === 'none' ? '' : `${style.outline} ${style.outlineOffset}`
      return `${outline}|${style.boxShadow}`
    })
  const describe = (element: Element): string => {
    const words = element.getAttribute('aria-label') ?? element.textContent
    const place =
      element.closest('nav, main, body > header, body > footer')?.localName ?? 'the page'
    return `${element.localName} “${words.trim().slice(0, 60)}” in ${place}`
  }
  const isThere = (element: Element) =>
    element.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}) &&
    !element.matches(':disabled, [tabindex^="-"]')
  const elements = [...document.querySelectorAll(focusable)].filter(isThere)
  const unfocused = new Map(elements.map((element) => [element, looks(element)]))
  const walk: Walk = {elements, unfocused, stops: [], reached: [], looks, describe}
  Object.assign(window, {walk})
  return elements.length
}

/** In the page: what has the focus now, `null` where nothing has. Must refer to nothing outside of itself. */
function lookAtFocus(): TabStop | null {
  const {walk} = window as unknown as {walk: Walk}
  const element = document.activeElement
  if (!element || element === document.body || element === document.documentElement) return null
  const faults: string[] = []
  const at = walk.elements.indexOf(element)
  const before = walk.reached.at(-1)
  if (walk.reached.includes(element)) return {what: walk.describe(element), faults}
  if (at !== walk.reached.length) faults.push('is not the next one in the document')

  const shown = element.getBoundingClientRect()
  const {opacity, visibility} = getComputedStyle(element)
  if (shown.width < 2 || shown.height < 2 || opacity === '0' || visibility !== 'visible')
    faults.push('cannot be seen')
  // The first line of it: a link that is broken over two lines has nothing in its middle.
  const line = element.getClientRects()[0] ?? shown
  const middle = [line.x + line.width / 2, line.y + line.height / 2] as const
  const hit = document.elementFromPoint(...middle)
  if (!hit || !(element.contains(hit) || hit.contains(element)))
    faults.push(`is out of sight or covered by ${hit?.outerHTML.slice(0, 60) ?? 'nothing'}`)

  const looks = walk.looks(element)
  const ring = looks.find((look, index) => look !== walk.unfocused.get(element)?.[index])
  if (!ring) faults.push('looks the same with the focus')
  else if (matchMedia('(forced-colors: active)').matches) {
    if (ring.startsWith('|')) faults.push('shows the focus in a way that forced colours take away')
  } else if (contrast(ring, element) < 3) faults.push(`shows the focus faintly: ${ring}`)
  const flows = !/absolute|fixed/.test(before ? getComputedStyle(before).position : 'absolute')
  if (before && flows && !follows(before, element))
    faults.push(`stands before ${walk.describe(before)}`)
  walk.reached.push(element)
  return {what: walk.describe(element), faults}

  /** The contrast between the ring and its background. */
  function contrast(ring: string, element: Element): number {
    let behind = element.parentElement
    while (behind && getComputedStyle(behind).backgroundColor.endsWith(', 0)'))
      behind = behind.parentElement
    const paper = behind ? getComputedStyle(behind).backgroundColor : 'rgb(255, 255, 255)'
    const [a, b] = [ring, paper].map(luminance)
    return (Math.max(a ?? 0, b ?? 0) + 0.05) / (Math.min(a ?? 0, b ?? 0) + 0.05)
  }

  function luminance(colour: string): number {
    const parts = /rgba?\((\d+), (\d+), (\d+)/.exec(colour)?.slice(1) ?? []
    const [red = 0, green = 0, blue = 0] = parts.map((part) => {
      const value = Number(part) / 255
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }

  /** Below, or beside in the direction of reading; compared are the largest parts that do not hold both. */
  function follows(one: Element, other: Element): boolean {
    let [a, b] = [one, other]
    while (a.parentElement && !a.parentElement.contains(other)) a = a.parentElement
    const common = a.parentElement
    while (b.parentElement && b.parentElement !== common) b = b.parentElement
    const [first, second] = [boxOf(a, false), boxOf(b, true)]
    const isLeftward = getComputedStyle(common ?? a).direction === 'rtl'
    const beside = isLeftward ? second.right <= first.left + 2 : second.left >= first.right - 2
    if (second.top >= first.bottom - 2 || beside) return true
    // A float is beside the text that begins after it.
    return getComputedStyle(a).float !== 'none' && second.top >= first.top - 2
  }

  /** The last line of what comes before, the first line of what follows. */
  function boxOf(element: Element, isFirst: boolean): DOMRect {
    const {display, position} = getComputedStyle(element)
    if (display === 'inline')
      return (
        element.getClientRects()[isFirst ? 0 : element.getClientRects().length - 1] ??
        element.getBoundingClientRect()
      )
    if (display !== 'contents' || position === 'fixed') return element.getBoundingClientRect()
    const range = document.createRange()
    range.selectNodeContents(element)
    return range.getBoundingClientRect()
  }
}

/** In the page: what could be used, and was no stop. */
function neverReached(): TabStop[] {
  const {walk} = window as unknown as {walk: Walk}
  const missed = walk.elements.filter((element) => !walk.reached.includes(element))
  return missed.map((element) => ({what: walk.describe(element), faults: ['was never reached']}))
}
