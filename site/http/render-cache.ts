// Rendered pages and feeds. The lake is asked each time; the cached text is used while its results are the
// same, so a reader never gets an old page.
import {LRUCache} from 'lru-cache'

export interface RenderCacheOptions<T> {
  /** The length of a rendered entry, in characters. */
  length: (rendered: T) => number
  /** The most characters that the cache holds, results included. */
  limit?: number
}

const LIMIT = 32 * 1024 * 1024

/** Returns what was rendered for `key` from equal `results`, or renders it. */
export function createRenderCache<T>({length, limit = LIMIT}: RenderCacheOptions<T>) {
  const entries = new LRUCache<string, {results: string; rendered: T}>({
    maxSize: limit,
    sizeCalculation: ({results, rendered}, key) => key.length + results.length + length(rendered),
  })
  return async (key: string, results: string, render: () => T | Promise<T>): Promise<T> => {
    const known = entries.get(key)
    if (known?.results === results) return known.rendered
    const rendered = await render()
    entries.set(key, {results, rendered})
    return rendered
  }
}
