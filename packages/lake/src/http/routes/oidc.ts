// /login/sso: redirects to the identity provider and back. The page at /login has the button.
import {Hono} from 'hono'
import {deleteCookie, setCookie} from 'hono/cookie'
import type {Access} from '../../access/access.ts'
import type {Sso} from '../../access/sso.ts'
import type {LakeEnv} from '../context.ts'
import {SSO_PATH, type SignInFlow} from '../sign-in-flow.ts'
import {comesOverHttps} from './auth.ts'

export interface OidcDeps {
  access: Pick<Access, 'signIn'>
  sso: Sso
  flow: SignInFlow
  publicOrigin?: string
}

/** Mounted beside the other sign-in routes. */
export function oidcRoutes({access, sso, flow, publicOrigin}: OidcDeps): Hono<LakeEnv> {
  return new Hono<LakeEnv>()
    .get(SSO_PATH, async (c) => {
      try {
        const {url, ticket} = await sso.begin(flow.returnQuery(c))
        const {name, value, maxAgeSeconds} = ticket
        setCookie(c, name, value, {
          path: SSO_PATH,
          httpOnly: true,
          // Lax: the cookie must be sent when the provider sends the browser back.
          sameSite: 'Lax',
          maxAge: maxAgeSeconds,
          secure: comesOverHttps(c.req.url, publicOrigin),
        })
        return c.body(null, 302, {
          Location: url.href,
          'Cache-Control': 'no-store',
          'Referrer-Policy': 'no-referrer',
        })
      } catch (error) {
        return flow.answerPage(c, {error: flow.errorForPage(error)})
      }
    })
    .get(`${SSO_PATH}/callback`, async (c) => {
      try {
        const answer = new URL(c.req.url).searchParams
        const {target, ...person} = await sso.finish(answer, (name) =>
          // It works once.
          deleteCookie(c, name, {path: SSO_PATH}),
        )
        const signedIn = access.signIn.withIdentity(person)
        const query = new URLSearchParams(target)
        const kept = (name: string): string | undefined => query.get(name) ?? undefined
        return flow.enter(c, signedIn, flow.targetOf(c, kept))
      } catch (error) {
        return flow.answerPage(c, {error: flow.errorForPage(error)})
      }
    })
}
