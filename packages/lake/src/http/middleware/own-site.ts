// Knows the requests of the reading site of this process. They come over HTTP as everybody's do, and bring a
// secret that was made at the start and has never left the process.
import {createMiddleware} from 'hono/factory'
import {timingSafeEqual} from 'node:crypto'
import type {LakeEnv} from '../context.ts'

/** Named in `site/clients.ts`, too: the rooms do not import each other. */
export const SITE_KEY_HEADER = 'x-copydesk-site'

/** Sets `c.get('isSite')`. Without a key no request is the site's. */
export function ownSite(key: string | undefined) {
  const expected = key ? Buffer.from(key) : undefined
  return createMiddleware<LakeEnv>(async function ownSite(c, next) {
    const given = Buffer.from(c.req.header(SITE_KEY_HEADER) ?? '')
    const isSite = expected?.length === given.length && timingSafeEqual(expected, given)
    if (isSite) c.set('isSite', true)
    await next()
  })
}
