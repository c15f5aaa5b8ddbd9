// Where a person was in a form, so that the page shows the same place after it is loaded again. The address names the
// document.

const KEY = 'copydesk.place'
const FORM = '[data-testid="document-panel-scroller"]'
/** Milliseconds. A form that takes longer does not come, or the person has gone elsewhere. */
const PATIENCE = 30_000
/** Milliseconds for which a form that is there still gets fields above the place, or is drawn again. */
const SETTLING = 3_000

type Page = Pick<Window, 'document' | 'location' | 'sessionStorage'>

interface Place {
  path: string
  /** Pixels above the upper edge of each form, from left to right. */
  tops: number[]
}

const formsOf = (page: Page): Element[] => [...page.document.querySelectorAll(FORM)]

export function rememberPlace(page: Page): void {
  const tops = formsOf(page).map(({scrollTop}) => scrollTop)
  const place: Place = {path: page.location.pathname, tops}
  page.sessionStorage.setItem(KEY, JSON.stringify(place))
}

/**
 * Goes to the place that was remembered, once the forms are that long, unless the person does something first.
 *
 * @returns ends it
 */
export function returnToPlace(page: Page): () => void {
  const stored = page.sessionStorage.getItem(KEY)
  if (!stored) return () => {}
  page.sessionStorage.removeItem(KEY)
  const {path, tops} = JSON.parse(stored) as Place
  if (path !== page.location.pathname) return () => {}
  const ending = new AbortController()
  const end = (): void => ending.abort()
  let timer = setTimeout(end, PATIENCE)
  let isSettling = false
  const go = (): void => {
    const forms = formsOf(page)
    for (const [index, top] of tops.entries()) {
      const form = forms[index]
      if (form && form.scrollTop !== top) form.scrollTop = top
    }
    const areThere = tops.every((top, index) => Number(forms[index]?.scrollTop) >= top - 1)
    if (!areThere || isSettling) return
    isSettling = true
    clearTimeout(timer)
    timer = setTimeout(end, SETTLING)
  }
  const observer = new MutationObserver(go)
  observer.observe(page.document.body, {childList: true, subtree: true})
  const {signal} = ending
  page.document.addEventListener('scroll', go, {capture: true, signal})
  for (const event of ['wheel', 'keydown', 'pointerdown']) {
    page.document.addEventListener(event, end, {capture: true, signal})
  }
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(timer)
  })
  return end
}
