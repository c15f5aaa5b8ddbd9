// How similar two nodes are: whether one became the other, or was replaced.

/** Below this a paragraph is a new one, not an edited one. */
const SAME_TEXT = 0.25
/** Han and kana have no spaces: each character counts as a word. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu

/** The share of common words of two texts, from 0 to 1. */
export function sharedWordRatio(one: string, other: string): number {
  const a = new Set(one.toLowerCase().match(WORD))
  const b = new Set(other.toLowerCase().match(WORD))
  const shared = [...a].filter((word) => b.has(word)).length
  return a.size + b.size === 0 ? 1 : shared / Math.max(a.size, b.size)
}

/** 0 if `next` replaces `old`. */
export function similarity(old: Node, next: Node): number {
  if (old.nodeName !== next.nodeName) return 0
  if (!(old instanceof Element) || !(next instanceof Element)) return 0.6
  if (old.id !== next.id) return 0
  const shared = sharedWordRatio(old.textContent, next.textContent)
  if (old.childElementCount === 0 && old.textContent.trim())
    return shared < SAME_TEXT && old.parentElement?.childElementCount !== 1 ? 0 : shared + 0.1
  const address = (element: Element) => element.getAttribute('src') ?? element.getAttribute('href')
  const sameAddress = address(old) === address(next) ? 0.3 : 0
  return shared + sameAddress + (old.className === next.className ? 0.5 : 0.1)
}
