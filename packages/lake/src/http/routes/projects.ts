// /projects/… — the one project, its datasets, and the grants that drive the studio's buttons.
import {Hono} from 'hono'
import type {Access} from '../../access/access.ts'
import type {DatasetList} from '../../datasets/dataset-list.ts'
import {LakeError, NotFound} from '../../errors.ts'
import type {GrantsOf} from '../../dataset-grants.ts'
import {isReader} from '../../grants.ts'
import type {Actor, Role} from '../../types.ts'
import type {LakeEnv} from '../context.ts'
import {signedIn} from './users.ts'

export interface ProjectsDeps {
  access: Access
  grantsOf: GrantsOf
  roles: readonly Role[]
  datasets: Pick<DatasetList, 'all' | 'has'>
  projectId: string
  title: () => string
}

/** The studio looks by these for the dataset of the comments beside its own. */
const FILTERS = ['datasetProfile', 'addonFor']

/**
 * Its 404 carries what the studio tells a missing project by (`classifyConfigError`).
 *
 * @throws LakeError 404 `projectNotFound`
 */
export function assertProject(asked: string, projectId: string): void {
  if (asked === projectId) return
  const beside = {errorCode: 'SIO-404-PNF', attributes: {type: 'project'}}
  throw new LakeError(404, 'projectNotFound', `There is no project "${asked}".`, {}, beside)
}

export function projectsRoutes(deps: ProjectsDeps): Hono<LakeEnv> {
  const {grantsOf, projectId, roles} = deps
  const checkProject = (asked: string): void => assertProject(asked, projectId)
  const datasets = (): Record<string, unknown>[] =>
    deps.datasets.all().map(({name, aclMode, description, createdAt, createdBy, addon}) => ({
      name,
      aclMode,
      description,
      createdAt,
      createdByUserId: createdBy,
      datasetProfile: addon?.profile ?? 'content',
      addonFor: addon?.addonFor ?? null,
      features: [],
      tags: [],
    }))

  const project = (actor: Actor): Record<string, unknown> => ({
    id: projectId,
    displayName: deps.title(),
    // Without an organization the studio asks for nothing that belongs to one.
    organizationId: null,
    studioHost: null,
    isBlocked: false,
    isDisabled: false,
    metadata: {},
    features: [],
    members: members(actor, deps),
  })

  return new Hono<LakeEnv>()
    .get('/datasets', (c) => {
      signedIn(c.get('actor'))
      return c.json(datasets())
    })
    .get('/projects', (c) => {
      const {members, ...rest} = project(signedIn(c.get('actor')))
      const without = c.req.query('includeMembers') === 'false'
      return c.json([without ? rest : {...rest, members}])
    })
    .get('/projects/:project', (c) => {
      checkProject(c.req.param('project'))
      return c.json(project(c.get('actor')))
    })
    .get('/projects/:project/roles', (c) => {
      checkProject(c.req.param('project'))
      signedIn(c.get('actor'))
      return c.json(
        roles.map(({name, title, description}) => ({name, title, description, isCustom: true})),
      )
    })
    .get('/projects/:project/datasets', (c) => {
      checkProject(c.req.param('project'))
      signedIn(c.get('actor'))
      const asked = Object.entries(c.req.query()).filter(([name]) => FILTERS.includes(name))
      return c.json(datasets().filter((one) => asked.every(([name, value]) => one[name] === value)))
    })
    .get('/projects/:project/datasets/:dataset/acl', (c) => {
      checkProject(c.req.param('project'))
      const dataset = c.req.param('dataset')
      if (!deps.datasets.has(dataset)) {
        throw new NotFound(`There is no dataset "${dataset}".`, 'datasetNotFound')
      }
      return c.json(grantsOf(dataset).of(c.get('actor')))
    })
    .get('/projects/:project/grants', (c) => {
      checkProject(c.req.param('project'))
      signedIn(c.get('actor'))
      // The studio's own way to invite leads to Sanity; ours is routes/people.ts.
      const read = {name: 'sanity-project-read', grants: [{name: 'read', params: {}}]}
      return c.json({'sanity.project': [read], 'sanity.project.members': []})
    })
    .get('/projects/:project/user-applications', (c) => {
      checkProject(c.req.param('project'))
      return c.json([])
    })
}

/** Colleagues, for those who work here; nobody for readers, a front end's token among them. */
function members(actor: Actor, {access, roles}: ProjectsDeps): Record<string, unknown>[] {
  if (isReader(actor)) return []
  const titled = (names: string[]) =>
    roles
      .filter(({name}) => names.includes(name))
      .map(({name, title, description}) => ({name, title, description}))
  return access.users
    .list()
    .filter((user) => !user.disabled)
    .map((user) => ({
      id: user.id,
      role: user.roles[0],
      roles: titled(user.roles),
      isRobot: false,
      isCurrentUser: user.id === actor.id,
      createdAt: user.createdAt,
    }))
}
