// Whether a page's words can still be read and its links hit, however a reader has set their browser.
import type {Page} from 'playwright-core'

/** What WCAG 1.4.12 lets readers set. A style sheet of the browser's own: the page's policy admits none. */
export async function spaceOutText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      `* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important}
       p {margin-bottom: 2em !important}`,
    )
    document.adoptedStyleSheets.push(sheet)
  })
}

/** What a font takes up, in hundredths of its size. */
export interface FontShape {
  /** Above and below the baseline. */
  above: number
  below: number
  /** How wide they are, compared with a common font. */
  width: number
}

/** Sets all words in a font of this shape, whatever fonts the machine has. */
export async function setInFont(page: Page, shape: FontShape): Promise<void> {
  await page.evaluate(async ({above, below, width}) => {
    const name = `shaped-${above}-${below}-${width}`
    // The packaged browser brings the first; one of the others is on every machine with a Chrome.
    const known = ['Open Sans', 'Arial', 'Helvetica', 'Liberation Sans', 'DejaVu Sans']
    const scale = width / 100
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      `@font-face {
        font-family: ${name};
        src: ${known.map((font) => `local("${font}")`).join()};
        size-adjust: ${width}%;
        ascent-override: ${above / scale}%;
        descent-override: ${below / scale}%;
        line-gap-override: 0%;
      }
      * {font-family: ${name} !important}`,
    )
    document.adoptedStyleSheets.push(sheet)
    await document.fonts.load(`100px ${name}`)
    const block = document.body.appendChild(document.createElement('div'))
    const probe = block.appendChild(document.createElement('span'))
    probe.style.fontSize = '100px'
    probe.textContent = 'x'
    const {height} = probe.getBoundingClientRect()
    block.remove()
    if (Math.abs(height - above - below) > 2)
      throw new Error(`The font takes up ${height} pixels in place of ${above + below}.`)
  }, shape)
}

/** Lines of text that are cut off, pushed off the page to either side, or overlap. */
export async function lostText(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const lines: {text: string; of: Element; box: DOMRect}[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const of = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (
        !of ||
        !text ||
        of.closest('.skip, .photo--uncredited > figcaption') ||
        !of.checkVisibility()
      )
        continue
      range.selectNodeContents(node)
      for (const box of range.getClientRects())
        if (box.width > 0) lines.push({text: text.slice(0, 40), of, box})
    }
    if (lines.length < 5) throw new Error('The page has next to no text')
    const faults: string[] = []
    for (const {text, of, box} of lines) {
      // A row that scrolls sideways by itself holds more than the window.
      const isInRow = of.closest('.sections, .strip') !== null
      if (!isInRow && (box.left < -1 || box.right > innerWidth + 1))
        faults.push(`beside the window: ${text}`)
      const cut = cutterOf(of)?.getBoundingClientRect()
      if (
        cut &&
        (box.bottom > cut.bottom + 1 || box.right > cut.right + 1 || box.left < cut.left - 1)
      )
        faults.push(`cut off: ${text}`)
    }
    lines.sort((a, b) => a.box.top - b.box.top)
    lines.forEach(({text, of, box}, index) => {
      for (const other of lines.slice(index + 1)) {
        // The boxes of lines overlap although their characters do not.
        if (other.box.top > box.bottom - box.height / 3) break
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
        if (across > 2 && !(of === other.of && other.box.top - box.top > box.height / 2))
          faults.push(`on one another: ${text} | ${other.text}`)
      }
    })
    return faults

    function cutterOf(element: Element): Element | undefined {
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement)
        if (/hidden|clip/.test(getComputedStyle(at).overflow)) return at
    }
  })
}

/** Links and controls below 24 by 24 pixels (WCAG 2.5.8) that do not stand within a line of words. */
export async function smallTargets(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const faults: string[] = []
    let looked = 0
    for (const target of document.querySelectorAll('a[href], button, input, select, summary')) {
      if (target.matches('.skip') || !target.checkVisibility()) continue
      looked++
      const {width, height} = boxOf(target)
      if ((width < 24 || height < 24) && !isInText(target))
        faults.push(
          `${Math.round(width)} × ${Math.round(height)}: ${target.closest('[class]')?.className ?? ''} “${target.textContent.slice(0, 30)}”`,
        )
    }
    if (looked < 2) throw new Error('The page has next to no links')
    return faults

    /** With what is laid over a whole card, so that all of it can be hit. */
    function boxOf(target: Element): {width: number; height: number} {
      const {content, position, width, height} = getComputedStyle(target, '::after')
      if (content === 'none' || position !== 'absolute') return target.getBoundingClientRect()
      return {width: parseFloat(width), height: parseFloat(height)}
    }

    /** Among words of the same line, which its size cannot but follow. */
    function isInText(target: Element): boolean {
      if (getComputedStyle(target).display !== 'inline') return false
      let block = target.parentElement
      while (block && getComputedStyle(block).display === 'inline') block = block.parentElement
      return block !== null && block.textContent.trim() !== target.textContent.trim()
    }
  })
}

/** What moves on the page, or would: animations, transitions, scrolling that glides. */
export async function movements(page: Page): Promise<string[]> {
  return await page.evaluate(() => [
    ...document.getAnimations().map((animation) => `runs: ${animation.id || animation.playState}`),
    ...[...document.querySelectorAll('*')].flatMap((element) => {
      const {transitionDuration, animationName, scrollBehavior} = getComputedStyle(element)
      const moves = /[1-9]/.test(transitionDuration) || animationName !== 'none'
      return moves || scrollBehavior === 'smooth' ? element.outerHTML.slice(0, 80) : []
    }),
  ])
}
