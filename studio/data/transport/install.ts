// Must be the first import. In a browser it installs the transport before another module can keep a reference to the native
// functions.
import {
  askBeforeLeaving,
  hostedLake,
  installTransport,
  isBrowserPage,
} from '@copydesk/lake/transport'
import {workspaceMode} from '../workspace-mode.ts'
import {pageTransport} from './page-transport.ts'
import {returnFromSignIn, signInPage} from './sign-in-window.ts'

const {embedded, projectId} = workspaceMode()

if (isBrowserPage()) {
  // Hot reloading runs this file again; the page keeps the first transport.
  if (!pageTransport.get()) {
    const {protocol, host} = window.location
    const lake = embedded ? {protocol, host, projectId} : hostedLake(projectId)
    // Instead of the studio's page that offers the only provider. The other tabs are notified first.
    const onSignedOut = () => setTimeout(() => window.location.assign(signInPage()), 300)
    const transport = installTransport(window, lake, {
      askBeforeLeaving,
      holdsEndedSession: true,
      ...(embedded && {onSignedOut}),
    })
    pageTransport.set(transport)
  }
  // Closes the small window in which somebody signed in again.
  if (embedded) returnFromSignIn(window)
}
