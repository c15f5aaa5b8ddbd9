// Authenticates each request once.
import type {Context} from 'hono'
import {createMiddleware} from 'hono/factory'
import type {Actor} from '../../types.ts'
import type {LakeEnv} from '../context.ts'

export interface Authenticator {
  /** Anonymous without credentials. Throws `SessionEnded` for a session or token that has ended. */
  authenticate(credentials: {cookieHeader?: string; authorization?: string}): Actor
}

/**
 * `c.get('actor')` for every route below the API.
 *
 * @param besideHeaders a substitute for the `Authorization` header, for requests that a page makes by itself, such as
 *   pictures
 */
export function authentication(
  access: Authenticator,
  besideHeaders: (c: Context) => string | undefined = () => undefined,
) {
  return createMiddleware<LakeEnv>(async function authenticate(c, next) {
    const cookieHeader = c.req.header('cookie')
    const authorization = c.req.header('authorization') ?? besideHeaders(c)
    c.set(
      'actor',
      access.authenticate({
        ...(cookieHeader ? {cookieHeader} : {}),
        ...(authorization ? {authorization} : {}),
      }),
    )
    await next()
  })
}
