// For a server around the lake's HTTP API.
export {MUX_PATH} from '../http/mux.ts'
export type {ResponseCachePolicy} from '../http/response-cache-policy.ts'
export {unsupportedRoutes} from '../http/routes/unsupported.ts'
export {guardedLookup} from '../webhooks/guarded-lookup.ts'
export {isPrivateHost} from '../webhooks/private-address.ts'
