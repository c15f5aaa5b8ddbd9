// Bytes that take long to make, kept while there is room for them.
import {LRUCache} from 'lru-cache'

type Bytes = Uint8Array<ArrayBuffer>
type Make = (bytes: Uint8Array) => Promise<Bytes>

const MOST_BYTES = 32 * 1024 * 1024
const MOST_ENTRIES = 5_000

/** Answers what was made of a body under this key, or makes it: once for all who ask at the same time. */
export function createKeptBytes({most = MOST_BYTES}: {most?: number} = {}) {
  const entries = new LRUCache<string, Bytes>({
    max: MOST_ENTRIES,
    maxSize: most,
    sizeCalculation: ({length}) => length || 1,
  })
  const underWay = new Map<string, Promise<Bytes>>()

  return async (key: string, response: Response, make: Make): Promise<Bytes> => {
    const known = entries.get(key) ?? underWay.get(key)
    if (known) {
      // Nobody reads it: an open file would stay open.
      void response.body?.cancel()
      return await known
    }
    const making = response.bytes().then(make)
    underWay.set(key, making)
    try {
      const bytes = await making
      entries.set(key, bytes)
      return bytes
    } finally {
      underWay.delete(key)
    }
  }
}
