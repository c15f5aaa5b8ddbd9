// Keeps the reader's position while a page changes.

const BLOCKS = 'p, h1, h2, h3, h4, figure, figcaption, li, blockquote, dt, dd'
/** If the block at the top is removed, one below it gives the position. */
const REMEMBERED = 40

/**
 * Call the returned function when the page has changed: the block that was at the top of the window is
 * there again.
 */
export function keepScrollPosition(root: Element): () => void {
  const focused = document.activeElement
  const blocks = window.scrollY > 0 ? visibleBlocks(root) : []
  // The browser's own scroll anchoring would be added to ours.
  const page = document.documentElement
  page.style.overflowAnchor = 'none'
  return () => {
    const block = blocks.find(({element}) => element.isConnected)
    if (block) {
      const moved = block.element.getBoundingClientRect().top - block.top
      if (moved) window.scrollBy({top: moved, behavior: 'instant'})
    }
    if (focused && !focused.isConnected && root instanceof HTMLElement)
      root.focus({preventScroll: true})
    requestAnimationFrame(() => requestAnimationFrame(() => (page.style.overflowAnchor = '')))
  }
}

function visibleBlocks(root: Element): {element: Element; top: number}[] {
  const visible: {element: Element; top: number}[] = []
  for (const element of root.querySelectorAll(BLOCKS)) {
    const {top, bottom, height} = element.getBoundingClientRect()
    if (height === 0 || bottom <= 0) continue
    // What is inside of a block stays nearer to what is read than the block's beginning.
    if (visible.at(-1)?.element.contains(element)) visible.pop()
    visible.push({element, top})
    if (visible.length === REMEMBERED) break
  }
  return visible
}
