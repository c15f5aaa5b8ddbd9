// A studio on another origin gets its session by a short ID in the address, which works once.
import type {Clock} from '../types.ts'
import {newSecret, type RandomBytes} from './secrets.ts'

const LIFETIME = 60_000

export interface Handovers {
  /**
   * Returns an ID (43 characters; the studio needs 20) that can be exchanged for the session within
   * a minute.
   */
  give(sessionSecret: string): string
  /** The session's secret, once; `null` for an ID that is unknown, used or too old. */
  take(id: string): string | null
  close(): void
}

/** In memory only: the exchange follows within a second, in the same process. */
export function createHandovers(clock: Clock, randomBytes: RandomBytes): Handovers {
  const waiting = new Map<string, {secret: string; until: number}>()
  return {
    give(secret) {
      for (const [id, {until}] of waiting) if (until <= clock()) waiting.delete(id)
      const id = newSecret(randomBytes)
      waiting.set(id, {secret, until: clock() + LIFETIME})
      return id
    },
    take(id) {
      const found = waiting.get(id)
      waiting.delete(id)
      return found && found.until > clock() ? found.secret : null
    },
    close: () => waiting.clear(),
  }
}
