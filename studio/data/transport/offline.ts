// Whether the studio works without the server. For `useSyncExternalStore`.
import {useSyncExternalStore} from 'react'

export interface Offline {
  /** Whether reads are answered by what this browser has kept. */
  isAway: boolean
  /** Whether something on the page waits for the server, because nothing is kept for it. */
  isIncomplete: boolean
}

let state: Offline = {isAway: false, isIncomplete: false}
const listeners = new Set<() => void>()

export const offline = {
  get: (): Offline => state,
  become(next: Partial<Offline>): void {
    state = {...state, ...next}
    for (const listener of listeners) listener()
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

export const useOffline = (): Offline =>
  useSyncExternalStore(offline.subscribe, offline.get, offline.get)
