// Knows the requests of the reading site of this process. They come over HTTP as everybody's do, and bring a
// secret that was made at the start and has never left the process.
import {createMiddleware} from 'hono/factory'
import {timingSafeEqual} from 'node:crypto'
import type {LakeEnv} from '../context.ts'

/**
 * Sets `c.get('isSite')`. Without a key no request is the site's.
 *
 * @param prefix the product's: the header is `x-<prefix>-site`
 */
export function ownSite(key: string | undefined, prefix: string) {
  const header = `x-${prefix}-site`
  const expected = key ? Buffer.from(key) : undefined
  return createMiddleware<LakeEnv>(async function ownSite(c, next) {
    const given = Buffer.from(c.req.header(header) ?? '')
    const isSite = expected?.length === given.length && timingSafeEqual(expected, given)
    if (isSite) c.set('isSite', true)
    await next()
  })
}
