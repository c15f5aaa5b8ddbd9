// The order of the HTTP surface: middleware, then the route table (route-table.ts).
import {Hono, type Context} from 'hono'
import {getPath} from 'hono/utils/url'
import type {Logger} from 'pino'
import {SHARE_TOKEN_PREFIX} from '../access/share-tokens.ts'
import {LakeError, NotFound} from '../errors.ts'
import {ANONYMOUS_ACTOR} from '../grants.ts'
import type {Product} from '../product.ts'
import type {Clustering} from '../parts/clustering.ts'
import type {Health} from './health.ts'
import type {LakeEnv} from './context.ts'
import {answerError} from './errors.ts'
import type {UnknownEndpoints} from './unknown-endpoints.ts'
import {authentication, type Authenticator} from './middleware/authentication.ts'
import {securityHeaders, noStore} from './middleware/security-headers.ts'
import {ownHostOnly, type HostRules} from './middleware/hosts.ts'
import {inTouch} from './middleware/in-touch.ts'
import {observe, type ObservedRequest} from './middleware/observe.ts'
import {corsAndCsrf, type OriginRules} from './middleware/origins.ts'
import type {RouteTable} from './route-table.ts'
import {createVersionRouter, VERSION} from './version-router.ts'

export interface AppOptions extends RouteTable {
  hosts: HostRules
  origins: OriginRules
  access: Authenticator
  /** Called after each request, except those for `/healthz` and `/metrics`. */
  onAnswered?: (request: ObservedRequest) => void
  /** Whether people come only over https. */
  https?: boolean
  product: Pick<Product, 'place' | 'prefix'>
  health: () => Health
  /** Of a node of a cluster. */
  clustering?: Clustering | null
  unknownEndpoints: UnknownEndpoints
  logger?: Logger
}

/** How Hono lists middleware, and the routes that catch the rest. */
const MIDDLEWARE = /^ALL \/(\*|auth\/\*|people\/\*|hooks\/\S*)$/
const ROOT_MIDDLEWARE = /^ALL \/(\*|images\/\*|files\/\*|metrics)$/

/**
 * Builds the app; `app.fetch` answers a Request without a port. A host may add routes of its own to it before
 * the first request: they have the same host check, origins, headers and log.
 */
export function createApp(options: AppOptions): Hono<LakeEnv> {
  const {access, unknownEndpoints, logger, product} = options
  const app = new Hono<LakeEnv>({
    router: createVersionRouter(),
    // @sanity/migrate joins host and path by two slashes (fetch-utils/sanityRequestOptions).
    getPath: (request) => getPath(request).replace(/^\/\/+(?=v[\dX])/, '/'),
  })
  const answer = (error: unknown, c: Context): Response =>
    answerError(error, c, {logger, place: product.place})
  app.onError(answer)

  app.use(securityHeaders({https: options.https ?? false}))
  app.get('/healthz', (c) => {
    const health = options.health()
    return c.json(health, health.status === 'ok' ? 200 : 503)
  })
  if (options.metrics) app.use('/metrics', ownHostOnly(options.hosts)).route('/', options.metrics)
  if (options.onAnswered) app.use(observe(options.onAnswered))
  app.use(ownHostOnly(options.hosts))
  app.use(corsAndCsrf(options.origins))
  if (options.clustering) {
    app.use(inTouch(options.clustering, {prefix: product.prefix, https: options.https ?? false}))
  }

  const strict = authentication(access)
  const api = new Hono<LakeEnv>()
  api.use(noStore)
  api.use('/auth/*', softAuthentication(access))
  api.use(async (c, next) => {
    // People can sign out after their session has ended.
    if (c.get('actor')) return await next()
    return await strict(c, next)
  })
  for (const routes of options.api) api.route('/', routes)
  const unknown = (c: Context): NotFound => {
    unknownEndpoints.record(c.req.method, c.req.path)
    return new NotFound(`${c.req.method} ${c.req.path} is not part of this Content Lake.`)
  }
  api.all('*', (c) => {
    throw unknown(c)
  })
  app.route(VERSION, api)

  app.use('/images/*', softAuthentication(access, shareTokenInAddress))
  app.use('/files/*', softAuthentication(access, shareTokenInAddress))
  app.route('/', options.files)
  app.route('/', options.signIn)
  // An error that is thrown here would not pass through the middleware.
  app.notFound((c) => answer(unknown(c), c))
  return app
}

/** The endpoints below `/v…` by method and path, as docs/lake.md names them; without middleware. */
export function endpointsOf(app: Hono<LakeEnv>): string[] {
  const below = app.routes.filter(({path}) => path.startsWith(VERSION))
  const named = below.map(({method, path}) => `${method} ${path.slice(VERSION.length)}`)
  return [...new Set(named)].filter((name) => !MIDDLEWARE.test(name))
}

/** The other endpoints: pictures and files, signing in, health and metrics. */
export function rootEndpointsOf(app: Hono<LakeEnv>): string[] {
  const root = app.routes.filter(({path}) => !path.startsWith(VERSION))
  const named = root.map(({method, path}) => `${method} ${path}`)
  return [...new Set(named)].filter((name) => !ROOT_MIDDLEWARE.test(name))
}

/** A shared preview has its share token in the addresses of its pictures: `?pass=cp_…`. */
function shareTokenInAddress(c: Context): string | undefined {
  const token = c.req.query('pass')
  return token?.startsWith(SHARE_TOKEN_PREFIX) ? `Bearer ${token}` : undefined
}

/** An ended session must not turn a public picture into an error: its holder is anonymous. */
function softAuthentication(
  access: Authenticator,
  besideHeaders?: (c: Context) => string | undefined,
) {
  const gentle: Authenticator = {
    authenticate(credentials) {
      try {
        return access.authenticate(credentials)
      } catch (error) {
        if (error instanceof LakeError) return ANONYMOUS_ACTOR
        throw error
      }
    },
  }
  return authentication(gentle, besideHeaders)
}
