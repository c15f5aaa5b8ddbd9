// GET /passes/:dataset/:id — the secret of a pass, for who may give it to others.
import {Hono} from 'hono'
import type {PassSecrets} from '../../access/passes.ts'
import {Forbidden, NotFound, Unauthenticated} from '../../errors.ts'
import {isStranger, type Grants} from '../../grants.ts'
import type {DocumentTable} from '../../store/documents.ts'
import type {Passes} from '../../types.ts'
import type {LakeEnv} from '../context.ts'
import {existingDataset} from '../existing-dataset.ts'

export interface PassRoutesDeps {
  passes: Passes | undefined
  secrets: PassSecrets
  grants: Pick<Grants, 'has'>
  documents: Pick<DocumentTable, 'get'>
  hasDataset: (name: string) => boolean
}

/** Answers `{secret}`: what comes with it as a bearer may read what the pass opens. */
export function passesRoutes({
  passes,
  secrets,
  grants,
  documents,
  hasDataset,
}: PassRoutesDeps): Hono<LakeEnv> {
  return new Hono<LakeEnv>().get('/passes/:dataset/:id', (c) => {
    const dataset = existingDataset(c, hasDataset)
    const actor = c.get('actor')
    if (isStranger(actor)) throw new Unauthenticated()
    if (!grants.has(actor, 'passes.issue'))
      throw new Forbidden('You may not give passes to others.')
    const id = c.req.param('id')
    if (!passes || !id.startsWith(passes.idPrefix) || !documents.get(dataset, id)) {
      throw new NotFound('There is no such pass.')
    }
    c.header('Cache-Control', 'private, no-store')
    return c.json({secret: secrets.secretOf(dataset, id)})
  })
}
