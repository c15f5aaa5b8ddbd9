// Gives a window of the studio the style rules that an earlier window of the same build made, before its first element is
// drawn. Each rule that the studio adds later makes the browser work out the styles of the whole page again, which is a
// third of what opening a form costs. studio/plugins/frame/keep-styles.ts keeps them.

/** The key in the browser's local storage. Its value is `KeptStyles` as JSON. */
export const KEPT_STYLES = 'copydesk-styles'

export interface KeptStyles {
  /** The script that the build begins with. */
  build: string
  /** The version of styled-components: it takes rules of its own version only. */
  version: string
  /** In the form in which styled-components writes rules on a server. */
  css: string
}

/** styled-components takes the rules out of this element when its module is loaded. */
function restoreStyles(key: string, ownBuild: string): void {
  try {
    const {build, version, css} = JSON.parse(localStorage.getItem(key) ?? '{}') as KeptStyles
    if (build !== ownBuild) return
    const element = document.createElement('style')
    // Not a style sheet: the browser need not read the rules twice.
    element.type = 'text/plain'
    element.dataset['styled'] = 'true'
    element.dataset['styledVersion'] = version
    element.textContent = css
    document.head.append(element)
  } catch {
    // Without them the studio makes the rules again.
  }
}

/**
 * Adds a script to the built `index.html` that runs before the studio's own.
 *
 * @param build the script that the build begins with
 */
export function addKeptStyles(html: string, build: string): string {
  const [key, own] = [KEPT_STYLES, build].map((text) => JSON.stringify(text))
  const script = `<script>(${String(restoreStyles)})(${key}, ${own})</script>`
  return html.replace('</head>', () => `${script}</head>`)
}
