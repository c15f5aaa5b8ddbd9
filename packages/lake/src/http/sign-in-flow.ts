// Shared by all ways to sign in: the redirect afterwards, the session cookie, and the page with an
// error.
import type {Context} from 'hono'
import type {Access} from '../access/access.ts'
import {TooManyAttempts} from '../access/sign-in-throttle.ts'
import type {SignedIn} from '../access/sign-in.ts'
import {LakeError} from '../errors.ts'
import type {Product} from '../product.ts'
import {storageTrouble} from '../store/storage-trouble.ts'
import {answerPage, type Page} from './sign-in-pages/frame.ts'
import {signInPage} from './sign-in-pages/sign-in-page.ts'
import {comesOverHttps} from './routes/auth.ts'
import {signInTarget, TARGET_PARAMETERS, type SignInTarget} from './sign-in-target.ts'

export interface SignInFlowOptions {
  access: Access
  product: Pick<Product, 'place' | 'tagline' | 'home'>
  /** The heading of the pages. */
  title: () => string
  /** The public origin, if it is set. */
  publicOrigin?: string
  /** Whether people can sign in through an identity provider. */
  hasSso: boolean
  /** Whether people can sign in by password. */
  hasPasswords: boolean
}

export interface SignInFlow {
  /** The origins of this server for this request. */
  ownOrigins(c: Context): string[]
  /** @param query the parameters of `/login`, possibly returned by a provider */
  targetOf(c: Context, query?: (name: string) => string | undefined): SignInTarget
  /** Where people go by default. */
  homeOf(c: Context): SignInTarget
  /** The parameters of the address that a sign-in must keep, as `?to=…` or nothing. */
  returnQuery(c: Context): string
  /** Sets the session's cookie, and redirects the person. */
  enter(c: Context, signedIn: SignedIn, target: SignInTarget): Response
  /** The page at `/login`. */
  answerPage(c: Context, given?: {email?: string; error?: LakeError}): Promise<Response>
  /** Another page of signing in. */
  show(c: Context, page: Pick<Page, 'title' | 'body'>, status: number): Promise<Response>
  /** The error to show on the page. Throws errors that are not for people. */
  errorForPage(error: unknown): LakeError
}

/** The error for setting a password, or for creating a link to set one. */
export const noPasswords = (place: string): string =>
  `This ${place} has no passwords: people sign in with their work account.`

/** The path where sign-in through a provider begins. */
export const SSO_PATH = '/login/sso'

export function createSignInFlow(options: SignInFlowOptions): SignInFlow {
  const {access, product, title, publicOrigin, hasSso, hasPasswords} = options
  const {place, tagline, home} = product

  const ownOrigins = (c: Context): string[] => [
    new URL(c.req.url).origin,
    ...(publicOrigin ? [publicOrigin] : []),
  ]
  const targetOf: SignInFlow['targetOf'] = (c, query = (key) => c.req.query(key)) =>
    signInTarget(query, ownOrigins(c), access.cors, home)
  const homeOf = (c: Context): SignInTarget => targetOf(c, () => undefined)

  return {
    ownOrigins,
    targetOf,
    homeOf,
    returnQuery,
    enter(c, {secret}, target) {
      const secure = comesOverHttps(c.req.url, publicOrigin)
      const sid = target.handover ? `#sid=${access.handovers.give(secret)}` : ''
      c.header('Set-Cookie', access.cookie.set(secret, {secure}), {append: true})
      return c.body(null, 303, {Location: target.url + sid, 'Cache-Control': 'no-store'})
    },
    answerPage(c, given = {}) {
      const target = targetOf(c)
      const notes = []
      if (c.req.query('ended') !== undefined && !given.error) {
        notes.push('Your session has ended. Sign in again: nothing you typed is lost.')
      }
      if (target.refused) {
        notes.push(
          `${target.refused} is not a studio of this ${place}. After sign-in you continue in the ${place}’s own.`,
        )
      }
      const name = whoIs(access, c)
      const body = signInPage({
        action: `/login${returnQuery(c)}`,
        notes,
        ...(given.email ? {email: given.email} : {}),
        ...(given.error ? {error: given.error.message} : {}),
        ...(name && !target.handover ? {already: {name, to: target.url}} : {}),
        ...(hasSso ? {sso: `${SSO_PATH}${returnQuery(c)}`} : {}),
        hasPasswords,
        place,
      })
      if (given.error instanceof TooManyAttempts) {
        c.header('Retry-After', String(given.error.retryAfter))
      }
      const page = {name: title(), tagline, title: 'Sign in', body}
      return answerPage(c, page, given.error?.status ?? 200, target.origin)
    },
    show: (c, page, status) =>
      answerPage(c, {name: title(), tagline, ...page}, status, homeOf(c).origin),
    errorForPage(error) {
      const told = error instanceof LakeError ? error : storageTrouble(error, place)
      if (!told) throw error
      return told
    },
  }
}

function returnQuery(c: Context): string {
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
