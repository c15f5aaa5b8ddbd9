// Reads the blocks of a text. Pure.

/** A block of the text: a paragraph, or a photo and the like. */
export type Block = Record<string, unknown> & {_type: string; _key: string}

/** The words of a paragraph; null for other blocks and for an empty one. */
export function wordsOf(block: object): string | null {
  const {children} = block as {children?: unknown}
  if (!Array.isArray(children)) return null
  const text = (children as {text?: string}[]).map((child) => child.text ?? '').join('')
  return text.trim() === '' ? null : text
}
