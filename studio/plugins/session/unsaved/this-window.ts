// Tells the windows of this browser from each other. A reload makes another window.
import {uuid} from '@sanity/uuid'

export const WINDOW = uuid()

const NAME = 'copydesk-window'
const QUESTION = 'which windows are open?'
/** How long a window may take to answer, in milliseconds. */
const PATIENCE = 1000

const lockOf = (window: string): string => `${NAME}-${window}`

/** Until it closes, other windows see that this one is open. */
export function announceWindow(): void {
  // A lock holds in a window that sleeps too. Browsers have locks on https and localhost only.
  if ('locks' in navigator)
    void navigator.locks.request(lockOf(WINDOW), () => new Promise(() => {}))
  new BroadcastChannel(NAME).addEventListener('message', ({data, target}: MessageEvent) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is a window's
    if (data === QUESTION) (target as BroadcastChannel).postMessage(WINDOW)
  })
}

/** @returns the other windows that are open */
export async function otherWindows(): Promise<(window: string) => boolean> {
  if ('locks' in navigator) {
    const {held = []} = await navigator.locks.query()
    const names = new Set(held.map(({name}) => name))
    return (window) => window !== WINDOW && names.has(lockOf(window))
  }
  const open = new Set<unknown>()
  const channel = new BroadcastChannel(NAME)
  channel.addEventListener('message', ({data}: MessageEvent) => open.add(data))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is a window's
  channel.postMessage(QUESTION)
  await new Promise((resolve) => setTimeout(resolve, PATIENCE))
  channel.close()
  return (window) => window !== WINDOW && open.has(window)
}
