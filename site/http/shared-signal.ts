/** A signal that aborts when all added signals have aborted. */
export interface SharedSignal {
  signal: AbortSignal
  add(signal: AbortSignal): void
}

export function createSharedSignal(): SharedSignal {
  const controller = new AbortController()
  let left = 0
  return {
    signal: controller.signal,
    add(signal) {
      left += 1
      const leave = (): void => {
        left -= 1
        if (left === 0) controller.abort(signal.reason)
      }
      if (signal.aborted) leave()
      else signal.addEventListener('abort', leave, {once: true})
    },
  }
}
