// How long the server has been away: a short restart is waited for, a journey is not.
import type {PageTransport} from '@copydesk/lake/transport'

export interface Absence {
  /** Resolves once the server has been away for a while. */
  begins: () => Promise<void>
  isNow: () => boolean
  subscribe: (listener: () => void) => () => void
}

/** Milliseconds. */
const GRACE = 5000

/** @param isNewPage whether the page has never heard of the server: then nobody waits */
export function createAbsence(
  connection: Pick<PageTransport['connection'], 'state' | 'subscribe'>,
  isNewPage: () => boolean,
): Absence {
  let isAway = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let beginning = Promise.withResolvers<void>()
  const listeners = new Set<() => void>()
  const become = (next: boolean): void => {
    isAway = next
    if (next) beginning.resolve()
    else beginning = Promise.withResolvers()
    for (const listener of listeners) listener()
  }
  connection.subscribe(() => {
    clearTimeout(timer)
    if (connection.state() === 'lost') {
      timer = setTimeout(() => become(true), isNewPage() ? 0 : GRACE)
    } else if (isAway) become(false)
  })
  return {
    begins: () => beginning.promise,
    isNow: () => isAway,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
