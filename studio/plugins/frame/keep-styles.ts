// Keeps the style rules that the studio has made for the next window (studio/build/kept-styles.ts).
import {__PRIVATE__, version} from 'styled-components'
import {ownBuildName} from '../../build/build-name.ts'
import {KEPT_STYLES, type KeptStyles} from '../../build/kept-styles.ts'

/** Of styled-components: all rules, in the form in which it reads them. */
const sheet: {toString: () => string} = __PRIVATE__.mainSheet

/** Milliseconds: the studio's first form comes first. */
const PAUSE = 10_000
/** Characters. An article's form needs 200,000, and a browser has room for five million. */
const MOST = 1_000_000
/** Behind each rule, and behind the mark that names the component of the rules before it. */
const END = '/*!sc*/\n'
const MARK = /^data-styled\.g\d+\[id="/

/** Rules of the whole page come and go with the part of the studio that needs them: they are not kept. */
export function withoutGlobalRules(css: string): string {
  const kept: string[] = []
  let rules: string[] = []
  for (const part of css.split(END)) {
    rules.push(part)
    if (!MARK.test(part)) continue
    if (!part.includes('[id="sc-global-')) kept.push(...rules)
    rules = []
  }
  return kept.map((part) => part + END).join('')
}

/**
 * Keeps them once the studio has been open for a moment, and again when the person leaves the window.
 *
 * @returns ends it
 */
export function keepStyles(page: Window): () => void {
  const build = ownBuildName(page.document)
  if (!build) return () => {}
  let kept = ''
  const keep = (): void => {
    const css = withoutGlobalRules(sheet.toString())
    if (css === kept || css.length > MOST) return
    kept = css
    try {
      const value: KeptStyles = {build, version, css}
      page.localStorage.setItem(KEPT_STYLES, JSON.stringify(value))
    } catch {
      // The browser has no room. The next window makes the rules again.
    }
  }
  const timer = page.setTimeout(keep, PAUSE)
  page.addEventListener('pagehide', keep)
  return () => {
    page.clearTimeout(timer)
    page.removeEventListener('pagehide', keep)
  }
}
