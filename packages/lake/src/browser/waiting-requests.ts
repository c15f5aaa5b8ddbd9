// Requests that wait until the server or session is back. Callers can abort them.

export interface WaitingRequests {
  readonly size: number
  /**
   * Resolves once the request may go on.
   *
   * @param onLeave called if the caller aborts, after the request was removed
   * @throws the signal's reason if the caller aborts
   */
  wait: (signal?: AbortSignal | null, onLeave?: () => void) => Promise<void>
  /** Takes all requests out, and returns the function that lets them go on. */
  takeOut: () => () => void
}

export function createWaitingRequests(): WaitingRequests {
  const waiting = new Set<() => void>()
  return {
    get size() {
      return waiting.size
    },
    wait: (signal, onLeave) =>
      new Promise<void>((resolve, reject) => {
        const leave = (): void => {
          waiting.delete(resume)
          onLeave?.()
          reject(signal?.reason as Error)
        }
        const resume = (): void => {
          signal?.removeEventListener('abort', leave)
          resolve()
        }
        signal?.addEventListener('abort', leave, {once: true})
        waiting.add(resume)
      }),
    takeOut() {
      const taken = [...waiting]
      waiting.clear()
      return () => {
        for (const resume of taken) resume()
      }
    },
  }
}
