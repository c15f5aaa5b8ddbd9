// How long ago something was, on its first day. A page that is cached cannot know; the reader's browser can.

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const ATTRIBUTE = 'data-ago'

/** `2 hours ago` in this language; `undefined` after a day, and for a time to come. */
export function ago(at: number, now: number, language: string): string | undefined {
  const past = now - at
  if (!(past >= 0 && past < DAY_MS)) return undefined
  const words = new Intl.RelativeTimeFormat(language, {numeric: 'always'})
  return past < HOUR_MS
    ? words.format(-Math.max(1, Math.floor(past / MINUTE_MS)), 'minute')
    : words.format(-Math.floor(past / HOUR_MS), 'hour')
}

/** Writes it beside each time of the page. The style sheet shows it. */
export function tellTimes(now: number): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>('time.time')) {
    const language = time.closest<HTMLElement>('[lang]')?.lang || 'en'
    const words = ago(Date.parse(time.dateTime), now, language)
    if (words) time.setAttribute(ATTRIBUTE, words)
    else time.removeAttribute(ATTRIBUTE)
  }
}

/** Whether an attribute is of the reader's browser, so that a new version of the page has no say in it. */
export const isTold = (element: Element, attribute: string): boolean =>
  attribute === ATTRIBUTE && element.nodeName === 'TIME'
