// Sends the requests of a studio's page to a lake. Runs in the browser.
export {
  addressOf,
  asksWhoIsSignedIn,
  hostedLake,
  isApi,
  isEventStream,
  originOf,
  type LakeAddress,
} from '../browser/addresses.ts'
export {askBeforeLeaving} from '../browser/ask-before-leaving.ts'
export {installTransport, isBrowserPage, type PageTransport} from '../browser/install.ts'
export {createIdReader} from '../browser/resuming-stream.ts'
export type {SessionGate, SessionState} from '../browser/session-gate.ts'
