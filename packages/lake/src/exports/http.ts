// What a server needs around the lake's HTTP API: addresses, and what an answer says of itself.
export {MUX_PATH} from '../http/mux.ts'
export type {Another, Repetition} from '../http/response-cache-policy.ts'
export {elsewhereRoutes} from '../http/routes/unsupported.ts'
