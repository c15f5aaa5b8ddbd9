// Bytes that take long to make, kept while there is room for them.

type Make = (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>

const MOST_BYTES = 32 * 1024 * 1024
const MOST_ENTRIES = 5_000

/** Answers what was made of a body under this key, or makes it: once for all who ask at the same time. */
export function createKeptBytes({most = MOST_BYTES}: {most?: number} = {}) {
  const entries = new Map<string, {made: Promise<Uint8Array<ArrayBuffer>>; size: number}>()
  let total = 0

  const forget = (key: string): void => {
    total -= entries.get(key)?.size ?? 0
    entries.delete(key)
  }

  const makeRoom = (): void => {
    for (const oldest of entries.keys()) {
      if (total <= most && entries.size <= MOST_ENTRIES) return
      forget(oldest)
    }
  }

  return async (key: string, response: Response, make: Make): Promise<Uint8Array<ArrayBuffer>> => {
    const known = entries.get(key)
    if (known) {
      // Nobody reads it: an open file would stay open.
      void response.body?.cancel()
      // The one asked for last goes last.
      entries.delete(key)
      entries.set(key, known)
      return await known.made
    }
    const entry = {made: response.bytes().then(make), size: 0}
    entries.set(key, entry)
    try {
      const bytes = await entry.made
      if (entries.get(key) === entry) {
        entry.size = bytes.length
        total += bytes.length
        makeRoom()
      }
      return bytes
    } catch (error) {
      if (entries.get(key) === entry) forget(key)
      throw error
    }
  }
}
