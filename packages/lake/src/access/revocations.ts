// Tells whoever holds something open for a credential (event streams) that it is over.

export interface Endings {
  /** Calls `listener` with each credential that ends in this process. Answers the way to stop. */
  onEnded(listener: (credential: string) => void): () => void
  announce(credential: string): void
  close(): void
}

/** One list of listeners, shared by everything in access/ that can end a credential. */
export function createEndings(): Endings {
  const listeners = new Set<(credential: string) => void>()
  return {
    onEnded(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    announce(credential) {
      for (const listener of listeners) listener(credential)
    },
    close: () => listeners.clear(),
  }
}
