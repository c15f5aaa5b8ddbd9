// Requests that wait until something is over. Each can be given up by its caller.

export interface WaitingRequests {
  readonly size: number
  /**
   * Resolves once the request may go on.
   *
   * @param onLeave called where the caller aborts, once the request no longer counts
   * @throws the signal's reason where the caller aborts
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
