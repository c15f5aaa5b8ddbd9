// Requests of the studio to the hosted platform, answered with as little as it needs.
import {Hono} from 'hono'
import type {Access} from '../../access/access.ts'
import {NotFound} from '../../errors.ts'
import type {Addon} from '../../types.ts'
import type {LakeEnv} from '../context.ts'
import {signedIn} from './users.ts'

export interface PlatformDeps {
  access: Access
  /** Further datasets. With one for comments, the studio has comments and tasks. */
  addons?: readonly Addon[]
  /** The origin of PUBLIC_URL: our own pages come from there, also if a proxy sets another Host. */
  publicOrigin?: string
}

/**
 * Releases of one document (`singleDocRelease`) are off: the studio would schedule publications past the rules of the
 * product.
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
      // The studio's question whether the lake is back, after a request that failed.
      .get('/data/ping/:dataset', (c) => c.json({pong: true}))
      .get('/features', (c) => c.json(features))
      // What the help menu lists besides versions: nothing, and so no links for buyers (ResourcesMenuItems).
      .get('/help', (c) => c.json({resources: {sectionArray: []}}))
      // Who asked to be given another role: nobody here does so in the studio (InsufficientPermissionBanner).
      .get('/access/requests/me', (c) => {
        signedIn(c.get('actor'))
        return c.json([])
      })
      // The old plugin for scheduled publishing: nothing is scheduled that way.
      .get('/schedules/:project/:dataset', (c) => {
        signedIn(c.get('actor'))
        return c.json({schedules: []})
      })
      // One line of the help menu's diagnostics. Where somebody sits is looked up nowhere.
      .get('/geoip/country', (c) => c.json({isoCode: null}))
      // The studio makes the dataset of the comments when it does not find one: it is always there.
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
        // Anonymous reads are open to every origin; what may be missing is the session.
        return c.json({result: {allowed: true, withCredentials: listed?.credentials === true}})
      })
      // No telemetry leaves this server.
      .all('/intake/*', (c) => c.json({status: 'denied'}))
      .get('/journey/announcements', (c) => c.json([]))
      // Offers of paid features: none (upsell/useUpsellData takes null).
      .get('/journey/*', (c) => c.json(null))
  )
}
