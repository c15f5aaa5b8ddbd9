// The window in which a person signs in again while their text waits in the other one.
import {workspaceMode} from '../workspace-mode.ts'

const WINDOW_NAME = 'copydesk-sign-in'
const CHANNEL = 'copydesk-session'

/** Where a person signs in. On the hosted lake the studio shows its own sign-in page to a person without a session. */
export const signInPage = (): string => (workspaceMode().embedded ? '/login?to=/studio' : '/studio')

/** Opens the sign-in page beside this one. False if the browser forbids new windows. */
export function openSignIn(page: Window): boolean {
  const opened = page.open(signInPage(), WINDOW_NAME, 'popup,width=480,height=680')
  opened?.focus()
  return opened !== null
}

/** In the window that `openSignIn` opened: notifies the other windows and closes. Elsewhere it does nothing. */
export function returnFromSignIn(page: Window): void {
  if (page.name !== WINDOW_NAME || !page.opener) return
  const channel = new BroadcastChannel(CHANNEL)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is a window's
  channel.postMessage('signed-in')
  channel.close()
  page.close()
}

/** Calls `listener` when somebody may have signed in. Returns a function that ends it. */
export function onPossibleReturn(page: Window, listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', listener)
  page.addEventListener('focus', listener)
  page.document.addEventListener('visibilitychange', listener)
  // A window that this page did not open sends no message.
  const timer = page.setInterval(listener, 4000)
  return () => {
    page.clearInterval(timer)
    page.removeEventListener('focus', listener)
    page.document.removeEventListener('visibilitychange', listener)
    channel.close()
  }
}
