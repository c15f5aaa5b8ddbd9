// Whether the server answers. Requests that got no answer wait here until it does.
//
// The studio crashes on a failed read. But it accepts a request that takes long.

import {createWaitingRequests} from './waiting-requests.ts'

export type ConnectionState = 'open' | 'lost'

export interface Connection {
  /** Resolves once the server answers. Rejects with the signal's reason if the caller aborts. */
  wait: (signal?: AbortSignal | null) => Promise<void>
  state: () => ConnectionState
  /** Asks the server at once if it is away, instead of after the pause. */
  askNow: () => void
  subscribe: (listener: () => void) => () => void
}

/** The pause between two questions doubles from the first to the longest. Milliseconds. */
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 4000

/**
 * @param ask resolves to whether the server answers; never rejects
 * @param onReturn called when the server is back, before waiting requests go on
 */
export function createConnection(
  ask: () => Promise<boolean>,
  onReturn: () => void = () => {},
): Connection {
  let state: ConnectionState = 'open'
  let isAsking = false
  let endPause = (): void => {}
  const waiting = createWaitingRequests()
  const listeners = new Set<() => void>()

  const become = (next: ConnectionState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const askUntilBack = async (): Promise<void> => {
    isAsking = true
    let pause = FIRST_PAUSE
    while (!(await ask())) {
      if (state === 'open') become('lost')
      await new Promise<void>((resolve) => {
        endPause = resolve
        setTimeout(resolve, pause)
      })
      pause = Math.min(pause * 2, LONGEST_PAUSE)
    }
    isAsking = false
    if (state === 'lost') {
      onReturn()
      become('open')
    }
    waiting.takeOut()()
  }

  return {
    async wait(signal) {
      signal?.throwIfAborted()
      const released = waiting.wait(signal)
      if (!isAsking) void askUntilBack()
      await released
    },
    state: () => state,
    askNow: () => endPause(),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
