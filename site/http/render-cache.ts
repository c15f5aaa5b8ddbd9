// Rendered pages and feeds. The lake is asked each time; what was rendered is used while its results are the same,
// so a reader never gets an old page.
import {LRUCache} from 'lru-cache'
import {digest} from './digest.ts'

/** Bytes, because a text with one curly quotation mark takes two bytes for each character in memory. */
interface Body {
  body: Uint8Array
}

/** Bytes of all entries. */
const LIMIT = 8 * 1024 * 1024

/** Returns what was rendered for `key` from equal `results`, or renders it. */
export function createRenderCache<T extends Body>({
  limit = LIMIT,
}: {limit?: number | undefined} = {}) {
  const entries = new LRUCache<string, {results: string; rendered: T}>({
    maxSize: limit,
    sizeCalculation: ({results, rendered}, key) =>
      key.length + results.length + rendered.body.length,
  })
  return async (key: string, results: string, render: () => Promise<T>): Promise<T> => {
    const known = entries.get(key)
    const digested = await digest(results)
    if (known?.results === digested) return known.rendered
    const rendered = await render()
    entries.set(key, {results: digested, rendered})
    return rendered
  }
}
