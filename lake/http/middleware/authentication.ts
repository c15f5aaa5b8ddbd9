// Sets who asks, once per request.
import {createMiddleware} from 'hono/factory'
import type {Actor} from '../../types.ts'
import type {LakeEnv} from '../context.ts'

export interface Authenticator {
  /** Anonymous without credentials; throws `SessionEnded` for a session or token that is no more. */
  authenticate(credentials: {cookieHeader?: string; authorization?: string}): Actor
}

/** `c.get('actor')` for every route below the API. */
export function authentication(access: Authenticator) {
  return createMiddleware<LakeEnv>(async function authenticate(c, next) {
    const cookieHeader = c.req.header('cookie')
    const authorization = c.req.header('authorization')
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
