// Imported before anything of Sanity's, for its effect: in embedded mode, and in a browser, the
// transport is in place before the first module can keep a reference to the native functions.
import {askBeforeLeaving} from './ask-before-leaving.ts'
import {returnFromSignIn} from './sign-in-window.ts'
import {workspaceMode} from '../workspace-mode.ts'
import {installTransport} from './install.ts'
import {pageTransport} from './page-transport.ts'

const mode = workspaceMode()
// The CLI loads the workspace with a stand-in for `window` that cannot fetch (`sanity schema extract`).
const inBrowser =
  typeof window !== 'undefined' &&
  typeof window.location?.host === 'string' &&
  typeof window.fetch === 'function'

// Hot reloading runs this file again; the page keeps the first transport.
if (mode.embedded && inBrowser && window.location.host && !pageTransport.get()) {
  pageTransport.set(installTransport(window, mode.projectId, askBeforeLeaving))
}

// The small window in which somebody signed in again has done its work.
if (mode.embedded && inBrowser) returnFromSignIn(window)
