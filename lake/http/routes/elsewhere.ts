// What Sanity's command line asks of the hosted platform and a lake of one house does in another way:
// each refused in a sentence that says how.
import {Hono, type Context} from 'hono'
import {Forbidden} from '../../errors.ts'
import type {LakeEnv} from '../context.ts'
import {signedIn} from './users.ts'

const DATASETS =
  'This Content Lake keeps the datasets that it was opened with: none is created, copied or deleted over the API. A second one is a second data folder.'
const ALIASES = 'This Content Lake has no aliases of datasets.'
const BACKUPS = 'Backups are made on the data folder, by whoever runs this Content Lake.'
const PLACE = 'Tokens and origins are looked after on the data folder, by whoever runs this server.'
const PEOPLE = 'People are invited in the studio of this Content Lake, or on its data folder.'

const SERVICE = 'That is a service of the hosted platform, and no part of this Content Lake.'
const COMMENTS =
  'Comments are documents in a dataset of their own here: they are read and written as documents.'

const REFUSED: [method: string, path: string, why: string][] = [
  ['PUT', '/datasets/:dataset', DATASETS],
  ['DELETE', '/datasets/:dataset', DATASETS],
  ['PATCH', '/datasets/:dataset', DATASETS],
  ['PUT', '/datasets/:dataset/copy', DATASETS],
  ['PUT', '/aliases/:alias', ALIASES],
  ['PATCH', '/aliases/:alias', ALIASES],
  ['PATCH', '/aliases/:alias/unlink', ALIASES],
  ['DELETE', '/aliases/:alias', ALIASES],
  ['GET', '/projects/:project/datasets/:dataset/backups', BACKUPS],
  ['PUT', '/projects/:project/datasets/:dataset/settings/backups', BACKUPS],
  ['GET', '/access/project/:project/robots', PLACE],
  ['POST', '/access/project/:project/robots', PLACE],
  ['DELETE', '/access/project/:project/robots/:robot', PLACE],
  ['GET', '/projects/:project/cors', PLACE],
  ['POST', '/projects/:project/cors', PLACE],
  ['DELETE', '/projects/:project/cors/:origin', PLACE],
  ['GET', '/invitations/project/:project', PEOPLE],
  ['POST', '/invitations/project/:project', PEOPLE],
  ['GET', '/projects/:project/datasets/:dataset/settings/embeddings', SERVICE],
  ['PUT', '/projects/:project/datasets/:dataset/settings/embeddings', SERVICE],
  ['GET', '/datasets/:dataset/settings/embeddings', SERVICE],
  ['PUT', '/datasets/:dataset/settings/embeddings', SERVICE],
  ['ALL', '/agent/*', SERVICE],
  ['ALL', '/functions/*', SERVICE],
  ['ALL', '/blueprints/*', SERVICE],
  ['ALL', '/context/*', SERVICE],
  ['ALL', '/media-libraries/*', SERVICE],
  ['ALL', '/collaboration/*', COMMENTS],
]

const ALL = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** 403 for whoever is signed in: not a role is missing, and the sentence says so. */
export function elsewhereRoutes(): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()
  // `sanity datasets list` shows them beside the datasets.
  routes.get('/aliases', (c) => c.json([]))
  for (const [method, path, why] of REFUSED) {
    routes.on(method === 'ALL' ? ALL : [method], [path], (c: Context<LakeEnv>) => {
      signedIn(c.get('actor'))
      throw new Forbidden(why, 'notOffered')
    })
  }
  return routes
}
