// Makes one element like another by the fewest changes: what stays the same stays the same node, with
// its focus, its selection and its loaded picture.
import {isTold} from './ago.ts'
import {align} from './align.ts'
import {similarity} from './similarity.ts'

/** @returns the elements in which readers find something new */
export function morph(old: Element, next: Element): Set<Element> {
  const changed = new Set<Element>()
  morphElement(old, next, changed)
  return changed
}

function morphElement(old: Element, next: Element, changed: Set<Element>): void {
  // A copy: the list shrinks under the loop.
  for (const {name} of Array.from(old.attributes))
    if (!next.hasAttribute(name) && !isReaders(old, name)) old.removeAttribute(name)
  for (const {name, value} of next.attributes) {
    if (old.getAttribute(name) === value || isReaders(old, name)) continue
    old.setAttribute(name, value)
    if (name === 'src' || name === 'alt') changed.add(old)
  }
  morphChildren(old, next, changed)
}

/** What the reader opened or closed stays so, and what the browser says of a time. */
const isReaders = (element: Element, name: string): boolean =>
  (name === 'open' && element.nodeName === 'DETAILS') || isTold(element, name)

function morphChildren(parent: Element, next: Element, changed: Set<Element>): void {
  const {old, wanted, after} = differing([...parent.childNodes], [...next.childNodes])
  const matched = new Map(
    align(old, wanted, similarity).map(([i, j]) => [wanted[j], old[i]] as const),
  )
  const staying = new Set(matched.values())
  for (const node of old) {
    if (staying.has(node)) continue
    node.remove()
    if (wanted.length === 0) changed.add(parent)
  }
  // From the end: the nodes behind are in place already.
  let behind: ChildNode | null = after
  for (const node of wanted.toReversed()) {
    const mine: ChildNode = matched.get(node) ?? document.importNode(node, true)
    if (!mine.isConnected) {
      parent.insertBefore(mine, behind)
      changed.add(mine instanceof Element ? mine : parent)
    } else if (mine instanceof Element && node instanceof Element) morphElement(mine, node, changed)
    else if (mine instanceof Text && mine.data !== node.nodeValue) {
      retype(mine, node.nodeValue ?? '')
      changed.add(parent)
    }
    behind = mine
  }
}

/** Both lists without what is the same at their beginnings and ends. */
function differing(old: ChildNode[], wanted: ChildNode[]) {
  let start = 0
  const shorter = Math.min(old.length, wanted.length)
  while (start < shorter && old[start]?.isEqualNode(wanted[start] ?? null)) start++
  let end = 0
  while (end < shorter - start && old.at(-1 - end)?.isEqualNode(wanted.at(-1 - end) ?? null)) end++
  return {
    old: old.slice(start, old.length - end),
    wanted: wanted.slice(start, wanted.length - end),
    after: old[old.length - end] ?? null,
  }
}

/** Only the part that differs, so that a selection in the rest stays where it is. */
function retype(node: Text, text: string): void {
  const {start, end} = differingPart(node.data, text)
  node.replaceData(start, node.data.length - end - start, text.slice(start, text.length - end))
}

/** How many characters two texts share at their beginnings and, beyond those, at their ends. */
export function differingPart(old: string, text: string): {start: number; end: number} {
  const shorter = Math.min(old.length, text.length)
  let start = 0
  while (start < shorter && old[start] === text[start]) start++
  let end = 0
  while (end < shorter - start && old.at(-1 - end) === text.at(-1 - end)) end++
  return {start, end}
}
