// Serves a lake in a process: the port, proxies in front of it, and a clean stop.
export {createResponseCache} from '../serve/response-cache.ts'
export {listen, type Listening} from '../serve/listen.ts'
export {stopOnSignal} from '../serve/stop-on-signal.ts'
export {clientBehind, isTrusted, parseTrustProxy, type TrustProxy} from '../serve/trust-proxy.ts'
