// Blocks of WordPress's editor: HTML between comments that name them.

export interface WpBlock {
  /** As in the comment: `image`, `jetpack/slideshow`. Null for HTML outside of all blocks. */
  name: string | null
  attributes: Readonly<Record<string, unknown>>
  inner: (string | WpBlock)[]
}

const COMMENT = /<!--\s+(\/?)wp:([a-z][\w/-]*)\s+(?:(\{[^]*?\})\s+)?(\/?)-->/g

/** Blocks at the top of a text, and the HTML between them. What is never closed ends with the text. */
export function blocksIn(text: string): WpBlock[] {
  const root: WpBlock = {name: null, attributes: {}, inner: []}
  const open = [root]
  let from = 0
  const addText = (to: number): void => {
    if (to > from) open.at(-1)?.inner.push(text.slice(from, to))
  }
  for (const found of text.matchAll(COMMENT)) {
    const [whole, closes, name = '', json, isEmpty] = found
    addText(found.index)
    from = found.index + whole.length
    if (closes) {
      const at = open.findLastIndex((block) => block.name === name)
      if (at > 0) open.length = at
      continue
    }
    const block: WpBlock = {name, attributes: attributesOf(json), inner: []}
    open.at(-1)?.inner.push(block)
    if (!isEmpty && open.length < DEPTH) open.push(block)
  }
  addText(text.length)
  return root.inner.flatMap((one): WpBlock[] => {
    if (typeof one !== 'string') return [one]
    return one.trim() === '' ? [] : [{name: null, attributes: {}, inner: [one]}]
  })
}

const DEPTH = 200

function attributesOf(json: string | undefined): Readonly<Record<string, unknown>> {
  if (json === undefined) return {}
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? {...value} : {}
  } catch {
    return {}
  }
}
