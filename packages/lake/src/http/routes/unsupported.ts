// Endpoints of the hosted platform that a lake does not have. Each is refused with advice.
import {Hono, type Context} from 'hono'
import {Forbidden} from '../../errors.ts'
import type {Product} from '../../product.ts'
import type {LakeEnv} from '../context.ts'
import {EVENT_STREAM_HEADERS} from '../event-stream.ts'
import {signedIn} from './users.ts'

const COPIES =
  'This Content Lake cannot copy datasets. Export the dataset, create a new one, and import the file into it.'
const NO_JOBS = 'This Content Lake cannot copy datasets, so there is no such job.'
const ALIASES = 'This Content Lake has no aliases of datasets.'
const BACKUPS = 'Backups are made by a command on the data folder, not over the API.'
const PLACE = 'Tokens and origins are managed by commands on the data folder, not over the API.'
const PEOPLE = 'People are invited in the studio of this Content Lake, or on its data folder.'

const PROJECTS =
  'This Content Lake is one project without an organization. No project can be created over the API.'
const SCHEMA = 'This Content Lake stores no schema. The studio has its own.'
const HOSTING = 'This server itself serves the studio, so it cannot be deployed elsewhere.'
const GRAPHQL = 'This Content Lake has no GraphQL API. Use GROQ.'
const FROM_URL = 'This server does not fetch files from other servers. Send the file itself.'
const SERVICE = 'That is a service of the hosted platform. This Content Lake does not have it.'
const COMMENTS =
  'Comments are documents in their own dataset here. Read and write them as documents.'

const refused = (schedules: string): [method: string, path: string, why: string][] => [
  ['PUT', '/datasets/:dataset/copy', COPIES],
  ['PUT', '/aliases/:alias', ALIASES],
  ['PATCH', '/aliases/:alias', ALIASES],
  ['PATCH', '/aliases/:alias/unlink', ALIASES],
  ['DELETE', '/aliases/:alias', ALIASES],
  ['GET', '/projects/:project/datasets/:dataset/backups', BACKUPS],
  ['GET', '/projects/:project/datasets/:dataset/backups/:backup', BACKUPS],
  ['PUT', '/projects/:project/datasets/:dataset/settings/backups', BACKUPS],
  ['GET', '/access/project/:project/robots', PLACE],
  ['POST', '/access/project/:project/robots', PLACE],
  ['DELETE', '/access/project/:project/robots/:robot', PLACE],
  ['POST', '/access/robots/me/rotate', PLACE],
  ['GET', '/access/project/:project/roles', PLACE],
  ['GET', '/projects/:project/cors', PLACE],
  ['POST', '/projects/:project/cors', PLACE],
  ['DELETE', '/projects/:project/cors/:origin', PLACE],
  ['GET', '/invitations/project/:project', PEOPLE],
  ['POST', '/invitations/project/:project', PEOPLE],
  ['POST', '/projects', PROJECTS],
  ['PATCH', '/projects/:project', PROJECTS],
  ['GET', '/organizations', PROJECTS],
  ['GET', '/projects/:project/datasets/:dataset/schemas', SCHEMA],
  ['PUT', '/projects/:project/datasets/:dataset/schemas', SCHEMA],
  ['GET', '/projects/:project/datasets/:dataset/schemas/:schema', SCHEMA],
  ['DELETE', '/projects/:project/datasets/:dataset/schemas/:schema', SCHEMA],
  ['ALL', '/user-applications/*', HOSTING],
  ['POST', '/projects/:project/user-applications', HOSTING],
  ['ALL', '/apis/graphql/*', GRAPHQL],
  ['POST', '/assets/images/:dataset/from-url', FROM_URL],
  ['POST', '/assets/files/:dataset/from-url', FROM_URL],
  ['GET', '/projects/:project/datasets/:dataset/settings/embeddings', SERVICE],
  ['PUT', '/projects/:project/datasets/:dataset/settings/embeddings', SERVICE],
  ['GET', '/datasets/:dataset/settings/embeddings', SERVICE],
  ['PUT', '/datasets/:dataset/settings/embeddings', SERVICE],
  ['POST', '/schedules/:project/:dataset', schedules],
  ['PATCH', '/schedules/:project/:dataset/:schedule', schedules],
  ['DELETE', '/schedules/:project/:dataset/:schedule', schedules],
  ['POST', '/schedules/:project/:dataset/:schedule/publish', schedules],
  ['ALL', '/agent/*', SERVICE],
  ['ALL', '/functions/*', SERVICE],
  ['ALL', '/blueprints/*', SERVICE],
  ['ALL', '/context/*', SERVICE],
  ['ALL', '/media-libraries/*', SERVICE],
  ['ALL', '/collaboration/*', COMMENTS],
]

const ALL = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** 403 for everybody who is signed in. No role can use them, and the message says so. */
export function unsupportedRoutes({product}: {product: Pick<Product, 'hints'>}): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()
  // `sanity datasets list` shows aliases too.
  routes.get('/aliases', (c) => c.json([]))
  // For `sanity datasets copy --list` and `--attach`. They ask without a token first, and with one
  // after a 401.
  routes.get('/projects/:project/datasets/copy', (c) => {
    signedIn(c.get('actor'))
    return c.json([])
  })
  routes.get('/jobs/:job/listen', (c) =>
    c.body(`event: channel_error\ndata: ${NO_JOBS}\n\n`, 200, EVENT_STREAM_HEADERS),
  )
  for (const [method, path, why] of refused(product.hints.schedule)) {
    routes.on(method === 'ALL' ? ALL : [method], [path], (c: Context<LakeEnv>) => {
      signedIn(c.get('actor'))
      throw new Forbidden(why, 'notOffered')
    })
  }
  return routes
}
