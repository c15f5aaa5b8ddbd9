// Announces credentials that are revoked, so that their event streams end.

export interface Revocations {
  /**
   * Calls `listener` with each credential that this process revokes. Returns a function that
   * removes it.
   */
  onRevoked(listener: (credential: string) => void): () => void
  announce(credential: string): void
  close(): void
}

/** All code in access/ that revokes credentials shares one list of listeners. */
export function createRevocations(): Revocations {
  const listeners = new Set<(credential: string) => void>()
  return {
    onRevoked(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    announce(credential) {
      for (const listener of listeners) listener(credential)
    },
    close: () => listeners.clear(),
  }
}
