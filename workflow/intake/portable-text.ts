// Blocks that were read as Portable Text, and what all documents of an intake are made with.
import type {Block, BlockMark} from '@copydesk/intake/types'

export type Node = Record<string, unknown> & {_type: string; _key: string}

/** Keys in the order in which they are asked for: the same text has the same keys. */
export function keysFrom0(): () => string {
  let keys = 0
  return () => `k${(keys++).toString(36).padStart(4, '0')}`
}

interface Quotation {
  from: number
  to: number
  /** A reference. */
  quote: Record<string, unknown>
}

/** A paragraph, a heading or an item of a list. */
export function textNode(
  {style, level = 1, text, marks}: Extract<Block, {kind: 'text'}>,
  newKey: () => string,
  quotations: readonly Quotation[] = [],
): Node {
  const markDefs: Node[] = []
  const annotations = [
    ...quotations.map(({from, to, quote}) => {
      const key = newKey()
      markDefs.push({_type: 'quotation', _key: key, quote})
      return {from, to, mark: key}
    }),
    ...marks.flatMap((mark) => markOf(mark, markDefs, newKey)),
  ]
  const isItem = style === 'bullet' || style === 'number'
  return {
    _type: 'block',
    _key: newKey(),
    style: isItem ? 'normal' : style,
    ...(isItem ? {listItem: style, level} : {}),
    markDefs,
    children: spans(text, annotations, newKey),
  }
}

interface Annotation {
  from: number
  to: number
  mark: string
}

function markOf(
  {kind, from, to, href}: BlockMark,
  markDefs: Node[],
  newKey: () => string,
): Annotation[] {
  if (kind !== 'link') return [{from, to, mark: kind}]
  if (!href) return []
  const key = newKey()
  markDefs.push({_type: 'link', _key: key, href})
  return [{from, to, mark: key}]
}

/** The text, divided where a mark begins or ends. */
function spans(text: string, marks: readonly Annotation[], newKey: () => string): Node[] {
  const borders = [...new Set([0, text.length, ...marks.flatMap(({from, to}) => [from, to])])]
    .filter((at) => at >= 0 && at <= text.length)
    .toSorted((a, b) => a - b)
  const divided = borders.slice(0, -1).map((from, index): Node => {
    const to = borders[index + 1] ?? text.length
    const own = marks.filter((mark) => mark.from <= from && mark.to >= to).map(({mark}) => mark)
    return {_type: 'span', _key: newKey(), text: text.slice(from, to), marks: own}
  })
  return divided.length > 0 ? divided : [{_type: 'span', _key: newKey(), text, marks: []}]
}

/** A reference to a draft that is published together with what refers to it. */
export const toDraft = (id: string, type: string): Record<string, unknown> => ({
  _type: 'reference',
  _ref: id,
  _weak: true,
  _strengthenOnPublish: {type, template: {id: type}},
})

/** Without fields that nothing was found for. */
export function filled<T extends Record<string, unknown>>(document: T): T {
  const kept = Object.entries(document).filter(
    ([, value]) =>
      value !== undefined &&
      value !== null &&
      value !== '' &&
      !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(kept) as T
}
