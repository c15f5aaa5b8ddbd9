// GET /passes/:dataset/:id — the secret of a pass, for those who may give it to others.
// GET /passes/me — what a pass says to its holder.
import {Hono} from 'hono'
import type {PassSecrets} from '../../access/share-tokens.ts'
import {Forbidden, NotFound, Unauthenticated} from '../../errors.ts'
import {isStranger, type Grants} from '../../grants.ts'
import type {DocumentTable} from '../../store/documents.ts'
import type {Passes} from '../../types.ts'
import type {LakeEnv} from '../context.ts'
import {existingDataset} from '../existing-dataset.ts'

export interface PassRoutesDeps {
  passes: Passes | undefined
  access: {passes: PassSecrets}
  grants: Pick<Grants, 'has'>
  documents: Pick<DocumentTable, 'get'>
  hasContent: (name: string) => boolean
}

/**
 * The first answers `{secret}`: a request with it as its bearer token may read what the pass opens. The
 * second answers what such a request may know of the pass itself, whose document stays closed to it.
 */
export function passesRoutes({
  passes,
  access,
  grants,
  documents,
  hasContent,
}: PassRoutesDeps): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()
  routes.get('/passes/me', (c) => {
    const {pass} = c.get('actor')
    if (!pass) throw new Unauthenticated('Send the secret of a pass as the bearer token.')
    return c.json(pass)
  })
  return routes.get('/passes/:dataset/:id', (c) => {
    const dataset = existingDataset(c, hasContent)
    const actor = c.get('actor')
    if (isStranger(actor)) throw new Unauthenticated()
    if (!grants.has(actor, 'passes.issue'))
      throw new Forbidden('You may not give passes to others.')
    const id = c.req.param('id')
    if (!passes || !id.startsWith(passes.idPrefix) || !documents.get(dataset, id)) {
      throw new NotFound('There is no such pass.')
    }
    c.header('Cache-Control', 'private, no-store')
    return c.json({secret: access.passes.secretOf(dataset, id)})
  })
}
