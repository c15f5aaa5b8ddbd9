// Sets who asks, once per request.
import type {Context} from 'hono'
import {createMiddleware} from 'hono/factory'
import type {Actor} from '../../types.ts'
import type {LakeEnv} from '../context.ts'

export interface Authenticator {
  /** Anonymous without credentials; throws `SessionEnded` for a session or token that is no more. */
  authenticate(credentials: {cookieHeader?: string; authorization?: string}): Actor
}

/**
 * `c.get('actor')` for every route below the API.
 *
 * @param besideHeaders what counts as the `Authorization` header of a request that a page makes by
 *   itself, as it does for pictures
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
