// Requests of the studio to the hosted platform, with minimal responses.
import {Hono} from 'hono'
import type {Access} from '../../access/access.ts'
import {NotFound} from '../../errors.ts'
import type {Addon} from '../../types.ts'
import type {LakeEnv} from '../context.ts'
import {signedIn} from './users.ts'

export interface PlatformDeps {
  access: Access
  /** Add-on datasets. With one for comments, the studio has comments and tasks. */
  addons?: readonly Addon[]
  /** The public origin: our own pages come from there, even if a proxy sets another Host. */
  publicOrigin?: string
}

/**
 * Releases of one document (`singleDocRelease`) are off, because the studio would schedule
 * publications without the product's rules.
 */
export function platformRoutes({access, addons = [], publicOrigin}: PlatformDeps): Hono<LakeEnv> {
  const features = [
    'contentReleases',
    // Without it `sanity datasets create --visibility private` creates a public one.
    'privateDataset',
    ...(addons.length > 0 ? ['studioComments', 'sanityTasks'] : []),
  ]
  return (
    new Hono<LakeEnv>()
      .get('/ping', (c) => {
        c.header('Timing-Allow-Origin', '*')
        return c.json({pong: true})
      })
      // The studio asks this after a failed request, to see whether the lake is back.
      .get('/data/ping/:dataset', (c) => c.json({pong: true}))
      .get('/features', (c) => c.json(features))
      // Entries of the help menu besides versions: none, and so no links for buyers
      // (ResourcesMenuItems).
      .get('/help', (c) => c.json({resources: {sectionArray: []}}))
      // Requests for another role. The studio offers none here (InsufficientPermissionBanner).
      .get('/access/requests/me', (c) => {
        signedIn(c.get('actor'))
        return c.json([])
      })
      // The old plugin for scheduled publishing is not used.
      .get('/schedules/:project/:dataset', (c) => {
        signedIn(c.get('actor'))
        return c.json({schedules: []})
      })
      // One line of the help menu's diagnostics. Locations are not looked up.
      .get('/geoip/country', (c) => c.json({isoCode: null}))
      // The studio sets up the dataset of comments if it finds none. It always exists here.
      .post('/comments/:dataset/setup', (c) => {
        signedIn(c.get('actor'))
        const dataset = c.req.param('dataset')
        const addon = addons.find(({addonFor}) => addonFor === dataset)
        if (!addon) throw new NotFound(`There are no comments beside "${dataset}".`)
        return c.json({datasetName: addon.name})
      })
      .get('/check/cors', (c) => {
        const origin = c.req.header('origin')
        const host = new URL(c.req.url).host
        const own = !origin || origin === publicOrigin || URL.parse(origin)?.host === host
        const listed = own ? {credentials: true} : access.cors.allows(origin)
        // Anonymous reads are open to every origin. Only the session may be missing.
        return c.json({result: {allowed: true, withCredentials: listed?.credentials === true}})
      })
      // No telemetry leaves this server.
      .all('/intake/*', (c) => c.json({status: 'denied'}))
      .get('/journey/announcements', (c) => c.json([]))
      // Offers of paid features: none (upsell/useUpsellData takes null).
      .get('/journey/*', (c) => c.json(null))
  )
}
