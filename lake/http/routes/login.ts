// /login and /sign-in/:token — pages for people, below no version, without script.
import {Hono, type Context} from 'hono'
import {bodyLimit} from 'hono/body-limit'
import type {Access} from '../../access/access.ts'
import {TooManyAttempts} from '../../access/attempts.ts'
import {sessionCookie} from '../../access/cookie.ts'
import {LinkIsDead} from '../../access/links.ts'
import type {SignedIn} from '../../access/sign-in.ts'
import {BadRequest, Forbidden, LakeError, TooLarge} from '../../errors.ts'
import type {Role} from '../../types.ts'
import {clientAddress} from '../client-address.ts'
import type {LakeEnv} from '../context.ts'
import {answerPage} from '../pages/frame.ts'
import {deadLinkPage, setPasswordPage} from '../pages/set-password-page.ts'
import {signInPage} from '../pages/sign-in-page.ts'
import {signInTarget, TARGET_PARAMETERS, type SignInTarget} from '../sign-in-target.ts'
import {comesOverHttps} from './auth.ts'

export interface LoginDeps {
  access: Access
  roles: readonly Role[]
  newsroomName: () => string
  /** PUBLIC_URL's origin, where one is set. */
  publicOrigin?: string
  /** Where people go who asked for nothing else. */
  home?: string
}

/** Mounted at the root and outside authentication: an ended session must be able to sign in. */
export function loginRoutes(deps: LoginDeps): Hono<LakeEnv> {
  const {access, roles, newsroomName, publicOrigin, home = '/studio'} = deps
  const app = new Hono<LakeEnv>()

  const ownOrigins = (c: Context): string[] => [
    new URL(c.req.url).origin,
    ...(publicOrigin ? [publicOrigin] : []),
  ]
  const enter = (c: Context, {secret}: SignedIn, target: SignInTarget): Response => {
    const secure = comesOverHttps(c.req.url, publicOrigin)
    const sid = target.handover ? `#sid=${access.handovers.give(secret)}` : ''
    return c.body(null, 303, {
      Location: target.url + sid,
      'Set-Cookie': sessionCookie(secret, {secure}),
      'Cache-Control': 'no-store',
    })
  }
  const answerSignIn = (
    c: Context,
    given: {email?: string; error?: LakeError} = {},
  ): Promise<Response> => {
    const target = targetOf(c)
    const notes = []
    if (c.req.query('ended') !== undefined && !given.error) {
      notes.push('Your session has ended. Sign in again: nothing you typed is lost.')
    }
    if (target.refused) {
      notes.push(
        `${target.refused} is no studio of this newsroom. Once signed in, you go on in the newsroom’s own.`,
      )
    }
    const name = whoIs(access, c)
    const body = signInPage({
      action: `/login${keptQuery(c)}`,
      notes,
      ...(given.email ? {email: given.email} : {}),
      ...(given.error ? {error: given.error.message} : {}),
      ...(name && !target.handover ? {already: {name, to: target.url}} : {}),
    })
    if (given.error instanceof TooManyAttempts) {
      c.header('Retry-After', String(given.error.retryAfter))
    }
    const page = {newsroom: newsroomName(), title: 'Sign in', body}
    return answerPage(c, page, given.error?.status ?? 200, target.origin)
  }
  const targetOf = (c: Context): SignInTarget =>
    signInTarget((key) => c.req.query(key), ownOrigins(c), access.cors, home)

  const answerLink = (c: Context, token: string, error?: LakeError): Promise<Response> => {
    const newsroom = newsroomName()
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
      return answerPage(c, {newsroom, title: 'Set your password', body}, error?.status ?? 200)
    } catch (dead) {
      if (!(dead instanceof LinkIsDead)) throw dead
      const body = deadLinkPage(dead.message)
      return answerPage(c, {newsroom, title: 'This link does not open', body}, dead.status)
    }
  }

  const smallForm = bodyLimit({
    maxSize: 16 * 1024,
    onError: () => {
      throw new TooLarge('The form is larger than it can be.')
    },
  })

  app.get('/login', (c) => answerSignIn(c))
  app.post('/login', smallForm, async (c) => {
    checkOwnForm(c, ownOrigins(c))
    const {email, password} = await readForm(c, ['email', 'password'])
    try {
      const address = clientAddress(c)
      return enter(c, await access.signIn.withPassword({email, password, address}), targetOf(c))
    } catch (error) {
      if (error instanceof LakeError) return answerSignIn(c, {email, error})
      throw error
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
      const target = {url: home, handover: false}
      return enter(c, await access.signIn.withLink({secret, password}), target)
    } catch (error) {
      if (error instanceof LakeError) return answerLink(c, secret, error)
      throw error
    }
  })
  return app
}

/** A form of another site must not sign anybody in. Browsers say where a form comes from. */
function checkOwnForm(c: Context, own: readonly string[]): void {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  // On plain http to an address of the network browsers send Origin alone.
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

function keptQuery(c: Context): string {
  const kept = new URLSearchParams()
  for (const name of TARGET_PARAMETERS) {
    const value = c.req.query(name)
    if (value !== undefined) kept.set(name, value)
  }
  return kept.size > 0 ? `?${kept}` : ''
}

function whoIs(access: Access, c: Context): string | null {
  try {
    const actor = access.authenticate({cookieHeader: c.req.header('cookie')})
    return actor.kind === 'user' ? actor.name : null
  } catch {
    return null
  }
}
