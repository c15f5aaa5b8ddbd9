// GET /passes/:dataset/:id: the token of a share, for people who may send it. GET /passes/me: the
// share's note for the holder of its token.
import {Hono} from 'hono'
import type {ShareTokens} from '../../access/share-tokens.ts'
import {Forbidden, NotFound, Unauthenticated} from '../../errors.ts'
import {isStranger, type Grants} from '../../grants.ts'
import type {DocumentTable} from '../../store/documents.ts'
import type {Shares} from '../../types.ts'
import type {LakeEnv} from '../context.ts'
import {existingDataset} from '../existing-dataset.ts'

export interface ShareTokensDeps {
  shares: Shares | undefined
  access: {shareTokens: ShareTokens}
  grants: Pick<Grants, 'has'>
  documents: Pick<DocumentTable, 'get'>
  hasContent: (name: string) => boolean
}

/**
 * The first returns `{secret}`, the share token. A request with it as its bearer token can read the
 * documents that the share opens. The second returns the share's note, because such a request
 * cannot read the share's document.
 */
export function shareTokensRoutes({
  shares,
  access,
  grants,
  documents,
  hasContent,
}: ShareTokensDeps): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()
  routes.get('/passes/me', (c) => {
    const {share} = c.get('actor')
    if (!share) throw new Unauthenticated('Send a share token as the bearer token.')
    return c.json(share)
  })
  return routes.get('/passes/:dataset/:id', (c) => {
    const dataset = existingDataset(c, hasContent)
    const actor = c.get('actor')
    if (isStranger(actor)) throw new Unauthenticated()
    if (!grants.has(actor, 'passes.issue')) throw new Forbidden('Your role cannot share previews.')
    const id = c.req.param('id')
    if (!shares || !id.startsWith(shares.idPrefix) || !documents.get(dataset, id)) {
      throw new NotFound(`There is no share "${id}".`)
    }
    c.header('Cache-Control', 'private, no-store')
    return c.json({secret: access.shareTokens.tokenOf(dataset, id)})
  })
}
