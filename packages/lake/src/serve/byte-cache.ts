// Caches compressed bodies in memory, up to a number of bytes.
import {LRUCache} from 'lru-cache'

type Bytes = Uint8Array<ArrayBuffer>
type Make = (bytes: Uint8Array) => Promise<Bytes>

const MOST_BYTES = 8 * 1024 * 1024
const MOST_ENTRIES = 5_000

/** The returned function makes the bytes of a key once; calls at the same time share the work. */
export function createByteCache({most = MOST_BYTES}: {most?: number} = {}) {
  const entries = new LRUCache<string, Bytes>({
    max: MOST_ENTRIES,
    maxSize: most,
    sizeCalculation: ({length}) => length || 1,
  })
  const underWay = new Map<string, Promise<Bytes>>()

  return async (key: string, response: Response, make: Make): Promise<Bytes> => {
    const known = entries.get(key) ?? underWay.get(key)
    if (known) {
      // An unread body would leave its file open.
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
