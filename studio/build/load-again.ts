// Loads the studio's page again if one of its first scripts does not arrive. None of the studio runs then: the window would
// stay white.

/** It must refer to nothing outside of itself. */
function loadAgain(studio: string, patience: number): void {
  const isMissing = ({target}: Event): boolean =>
    target instanceof HTMLScriptElement && target.src.includes(studio)
  const answers = (): Promise<boolean> =>
    fetch(location.href, {cache: 'no-store'}).then(
      ({ok}) => ok,
      () => false,
    )
  const wait = (): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, patience)
    })
  const again = async (): Promise<void> => {
    const line = document.createElement('p')
    line.role = 'status'
    line.textContent = 'The studio did not load completely. Loading it again …'
    line.style.cssText =
      'position: fixed; inset: 0; margin: 0; display: grid; place-content: center; text-align: center; font: 16px/1.5 system-ui, sans-serif; color-scheme: light dark; color: CanvasText'
    document.body.prepend(line)
    // While the server does not answer, the browser would put its own page in place of this one.
    do await wait()
    while (!(await answers()))
    location.reload()
  }
  // An element's error reaches its document on the way down only.
  const listen = (event: Event): void => {
    if (!isMissing(event)) return
    document.removeEventListener('error', listen, true)
    void again()
  }
  document.addEventListener('error', listen, true)
}

/** Milliseconds between two attempts. */
const PATIENCE = 2000

/**
 * Adds a script to the built `index.html` that runs before the studio's own.
 *
 * @param build the script that the build begins with
 */
export function addLoadAgain(html: string, build: string): string {
  const script = `<script>(${String(loadAgain)})(${JSON.stringify(build)}, ${PATIENCE})</script>`
  return html.replace('</head>', () => `${script}</head>`)
}
