// PUT, PATCH and DELETE /datasets/:dataset, for `client.datasets`.
import {Hono, type Context} from 'hono'
import type {DatasetChange} from '../../access/datasets.ts'
import type {DatasetAdmin} from '../../datasets/dataset-admin.ts'
import type {ListedDataset} from '../../datasets/dataset-list.ts'
import {BadRequest, Forbidden} from '../../errors.ts'
import type {Grants} from '../../grants.ts'
import type {AclMode, Manager} from '../../types.ts'
import {readJsonBody} from '../body.ts'
import type {LakeEnv} from '../context.ts'
import {assertProject} from './projects.ts'
import {signedIn} from './users.ts'

export interface DatasetRoutesDeps {
  datasets: DatasetAdmin
  grants: Pick<Grants, 'has'>
  projectId: string
}

const MAX_BYTES = 16 * 1024
const LONGEST_DESCRIPTION = 1_000
const ACL_MODES: readonly AclMode[] = ['public', 'private', 'custom']
const PATHS = ['/datasets/:dataset', '/projects/:project/datasets/:dataset']

/** For actors whose role has the ability `datasets.manage`. */
export function datasetsRoutes({datasets, grants, projectId}: DatasetRoutesDeps): Hono<LakeEnv> {
  const nameOf = (c: Context<LakeEnv>): string => c.req.param('dataset') ?? ''
  const manager = (c: Context<LakeEnv>): Manager => {
    const actor = signedIn(c.get('actor'))
    if (!grants.has(actor, 'datasets.manage')) {
      throw new Forbidden('Only administrators create, change and delete datasets.')
    }
    const project = c.req.param('project')
    if (project !== undefined) assertProject(project, projectId)
    return {account: actor.id}
  }

  /** Sanity's client sends no body without options. */
  const changeIn = async (c: Context<LakeEnv>): Promise<DatasetChange> => {
    if (c.req.header('content-type') === undefined) return {}
    return parseChange((await readJsonBody(c, MAX_BYTES)).value)
  }

  const routes = new Hono<LakeEnv>()
  routes.on('PUT', PATHS, async (c) => {
    const by = manager(c)
    const dataset = {...(await changeIn(c)), name: nameOf(c)}
    return c.json(answerOf(await datasets.create(dataset, by)))
  })
  routes.on('PATCH', PATHS, async (c) => {
    const by = manager(c)
    return c.json(answerOf(await datasets.change(nameOf(c), await changeIn(c), by)))
  })
  routes.on('DELETE', PATHS, async (c) => {
    await datasets.delete(nameOf(c), manager(c))
    return c.json({deleted: true})
  })
  return routes
}

const answerOf = ({name, aclMode, description}: ListedDataset) => ({
  datasetName: name,
  aclMode,
  description,
})

function parseChange({aclMode, description, embeddings}: Record<string, unknown>): DatasetChange {
  const mode = ACL_MODES.find((one) => one === aclMode)
  if (aclMode !== undefined && !mode) {
    throw new BadRequest(`"aclMode" must be one of ${ACL_MODES.join(', ')}.`, 'invalidDataset')
  }
  if (isEnabled(embeddings)) {
    throw new Forbidden('This Content Lake has no embeddings.', 'notOffered')
  }
  return {...(mode && {aclMode: mode}), ...parseDescription(description)}
}

function parseDescription(given: unknown): Pick<DatasetChange, 'description'> {
  if (given === undefined) return {}
  if (given === null || given === '') return {description: null}
  if (typeof given === 'string' && given.length <= LONGEST_DESCRIPTION) return {description: given}
  throw new BadRequest(
    `"description" must be a text of at most ${LONGEST_DESCRIPTION} characters, or null.`,
    'invalidDataset',
  )
}

const isEnabled = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && 'enabled' in given && given.enabled === true
