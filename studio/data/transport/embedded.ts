// Imported before anything of Sanity's, for its effect: in embedded mode, and in a browser, the
// transport is in place before the first module can keep a reference to the native functions.
import {askBeforeLeaving, installTransport, isBrowserPage} from '@copydesk/lake/transport'
import {workspaceMode} from '../workspace-mode.ts'
import {pageTransport} from './page-transport.ts'
import {returnFromSignIn} from './sign-in-window.ts'

const {embedded, projectId} = workspaceMode()

if (embedded && isBrowserPage()) {
  // Hot reloading runs this file again; the page keeps the first transport.
  if (!pageTransport.get()) {
    const {protocol, host} = window.location
    const transport = installTransport(
      window,
      {protocol, host, projectId},
      {
        askBeforeLeaving,
        holdsEndedSession: true,
        // Instead of the studio's choice between one provider. First it tells its other tabs.
        onSignedOut: () => setTimeout(() => window.location.assign('/login?to=/studio'), 300),
      },
    )
    pageTransport.set(transport)
  }
  // The small window in which somebody signed in again has done its work.
  returnFromSignIn(window)
}
