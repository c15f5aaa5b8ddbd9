// /auth/…: the studio's requests about the session itself (core/store/authStore).
import {Hono, type Context} from 'hono'
import type {Access} from '../../access/access.ts'
import {Forbidden, NotFound, Unauthenticated} from '../../errors.ts'
import type {Product} from '../../product.ts'
import type {LakeEnv} from '../context.ts'

export interface AuthDeps {
  access: Access
  /** Its prefix is the sign-in provider's name. */
  product: Pick<Product, 'prefix'>
  /** The label of the studio's sign-in button. */
  title: () => string
  /** The public origin, if it is set. By default that of the request. */
  publicOrigin?: string
}

/** Whether people use https: then cookies are marked Secure. */
export const comesOverHttps = (url: string, publicOrigin: string | undefined): boolean =>
  new URL(publicOrigin ?? url).protocol === 'https:'

/**
 * The studio's client sends the first header, Sanity's client without a project hostname the
 * second.
 */
const SCRIPT_HEADERS = ['x-sanity-app', 'x-sanity-project-id']

/**
 * A link must not sign a person in as another person. Links, forms and embedded files cannot send
 * such a header. A page of another origin can only if its origin is listed (CORS). `Sec-Fetch-Mode`
 * is not enough, because browsers send it only over https and to localhost.
 */
function assertSentByScript(c: Context): void {
  if (SCRIPT_HEADERS.some((name) => c.req.header(name) !== undefined)) return
  throw new Forbidden(
    `Only the script of a studio can get this session. Its request has the header "X-Sanity-App", and this request does not. If you came here by a link, close this page and sign in from the studio.`,
    'foreignForm',
  )
}

/**
 * `/auth/logout` must work without a valid session, because the studio signs out when the session
 * has ended.
 */
export function authRoutes({access, product, title, publicOrigin}: AuthDeps): Hono<LakeEnv> {
  const secure = (url: string): {secure: boolean} => ({secure: comesOverHttps(url, publicOrigin)})

  return new Hono<LakeEnv>()
    .get('/auth/id', (c) => {
      const {id, credential} = c.get('actor')
      if (!credential) throw new Unauthenticated()
      const session = access.sessions.findByCredential(credential)
      const expiry = session ? new Date(session.expiresAt).toISOString() : null
      return c.json({id, expiry})
    })
    .get('/auth/fetch', (c) => {
      assertSentByScript(c)
      const secret = access.handovers.take(c.req.query('sid') ?? '')
      const session = secret ? access.sessions.find(secret) : null
      if (!secret || !session?.live) {
        throw new NotFound('This sign-in was used already or took too long. Sign in again.')
      }
      c.header('Set-Cookie', access.cookie.set(secret, secure(c.req.url)))
      c.header('Cache-Control', 'no-store')
      return c.json({token: secret, label: session.name})
    })
    .post('/auth/logout', (c) => {
      // The studio sends it twice, with the token and with the cookie. Each request ends its own.
      const bearer = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
      const secret = bearer ?? access.cookie.read(c.req.header('cookie'))
      const session = secret ? access.sessions.find(secret) : null
      if (session) access.sessions.end(session.credential)
      if (!bearer) c.header('Set-Cookie', access.cookie.clear(secure(c.req.url)))
      return c.body(null, 204)
    })
    .get('/auth/providers', (c) => {
      const url = `${publicOrigin ?? new URL(c.req.url).origin}/login`
      return c.json({
        thirdPartyLogin: false,
        providers: [{name: product.prefix, title: title(), url}],
      })
    })
}
