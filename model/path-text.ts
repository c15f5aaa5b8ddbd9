// Paths into a document, in the notation of links and reasons.

/** A field, the position or the key of an item of a list, or Sanity's range of items, which the text leaves out. */
export type PathSegment = string | number | {_key: string} | [number | '', number | '']

/** `body[_key=="a1"].caption` */
export function pathText(path: readonly PathSegment[]): string {
  return path.reduce<string>((text, segment) => {
    if (typeof segment === 'string') return text === '' ? segment : `${text}.${segment}`
    if (typeof segment === 'number') return `${text}[${segment}]`
    return '_key' in segment ? `${text}[_key=="${segment._key}"]` : text
  }, '')
}

/** An item of a list in a path: its key, or its position. */
export function itemSegment(item: unknown, index: number): PathSegment {
  const key = typeof item === 'object' && item !== null && '_key' in item ? item._key : undefined
  return typeof key === 'string' && key !== '' ? {_key: key} : index
}
