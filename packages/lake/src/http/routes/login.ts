// /login and /sign-in/:token: sign-in pages, without an API version and without scripts.
import {Hono, type Context} from 'hono'
import {bodyLimit} from 'hono/body-limit'
import {LinkIsDead} from '../../access/links.ts'
import type {Sso} from '../../access/sso.ts'
import {BadRequest, Forbidden, type LakeError, TooLarge} from '../../errors.ts'
import type {Role} from '../../types.ts'
import {clientAddress} from '../client-address.ts'
import type {LakeEnv} from '../context.ts'
import {deadLinkPage, setPasswordPage} from '../sign-in-pages/set-password-page.ts'
import {
  createSignInFlow,
  noPasswords,
  type SignInFlow,
  type SignInFlowOptions,
} from '../sign-in-flow.ts'
import {oidcRoutes} from './oidc.ts'

export interface LoginDeps extends Omit<SignInFlowOptions, 'hasSso'> {
  roles: readonly Role[]
  /** The identity provider. */
  sso?: Sso
}

/**
 * Mounted at the root and outside authentication, because a person with an ended session must be
 * able to sign in.
 */
export function loginRoutes(deps: LoginDeps): Hono<LakeEnv> {
  const {product, sso, hasPasswords} = deps
  const flow = createSignInFlow({...deps, hasSso: sso !== undefined})
  const app = new Hono<LakeEnv>()
  if (sso) app.route('/', oidcRoutes({...deps, sso, flow}))
  app.get('/login', (c) => flow.answerPage(c))
  if (hasPasswords) return app.route('/', passwordRoutes(deps, flow))
  // For old links and forms after passwords were switched off.
  const refuse = (c: Context) =>
    flow.answerPage(c, {error: new Forbidden(noPasswords(product.place))})
  return app.post('/login', refuse).all('/sign-in/:token', refuse)
}

/** E-mail address and password, and the links that set one. */
function passwordRoutes({access, roles}: LoginDeps, flow: SignInFlow): Hono<LakeEnv> {
  const {enter, ownOrigins, targetOf, errorForPage} = flow
  const app = new Hono<LakeEnv>()

  const answerLink = (c: Context, token: string, error?: LakeError): Promise<Response> => {
    try {
      const user = access.signIn.ownerOfLink(token)
      const titles = user.roles.map(
        (name) => roles.find((role) => role.name === name)?.title ?? name,
      )
      const body = setPasswordPage({
        action: `/sign-in/${encodeURIComponent(token)}`,
        name: user.name,
        email: user.email,
        roles: titles,
        ...(error ? {error: error.message} : {}),
      })
      return flow.show(c, {title: 'Set your password', body}, error?.status ?? 200)
    } catch (dead) {
      if (!(dead instanceof LinkIsDead)) throw dead
      const body = deadLinkPage(dead.message)
      return flow.show(c, {title: 'This link does not open', body}, dead.status)
    }
  }

  const smallForm = bodyLimit({
    maxSize: 16 * 1024,
    onError: () => {
      throw new TooLarge('The form is larger than it can be.')
    },
  })

  app.post('/login', smallForm, async (c) => {
    checkOwnForm(c, ownOrigins(c))
    const {email, password} = await readForm(c, ['email', 'password'])
    try {
      const address = clientAddress(c)
      return enter(c, await access.signIn.withPassword({email, password, address}), targetOf(c))
    } catch (error) {
      return flow.answerPage(c, {email, error: errorForPage(error)})
    }
  })
  app.get('/sign-in/:token', (c) => answerLink(c, c.req.param('token')))
  app.post('/sign-in/:token', smallForm, async (c) => {
    checkOwnForm(c, ownOrigins(c))
    const secret = c.req.param('token')
    const {password, again} = await readForm(c, ['password', 'again'])
    try {
      if (password !== again)
        throw new BadRequest('The two passwords are not the same. Type them again.')
      const signedIn = await access.signIn.withLink({secret, password})
      return enter(c, signedIn, flow.homeOf(c))
    } catch (error) {
      return answerLink(c, secret, errorForPage(error))
    }
  })
  return app
}

/** A form of another site must not sign anybody in. Browsers send the form's origin. */
function checkOwnForm(c: Context, own: readonly string[]): void {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  // On plain http to an address of the local network, browsers send only Origin.
  const fine = site
    ? site === 'same-origin' || site === 'none'
    : origin === undefined || own.includes(origin)
  if (!fine) throw new Forbidden('This form was sent from another site.', 'foreignForm')
}

async function readForm<Name extends string>(
  c: Context,
  names: Name[],
): Promise<Record<Name, string>> {
  const form: Record<string, unknown> = await c.req.parseBody().catch(() => ({}))
  const text = (name: Name): string => {
    const value = form[name]
    return typeof value === 'string' ? value : ''
  }
  return Object.fromEntries(names.map((name) => [name, text(name)])) as Record<Name, string>
}
