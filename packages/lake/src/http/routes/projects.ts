// /projects/…: the one project, its datasets, and the grants that enable the studio's buttons.
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

/** The studio finds the dataset of comments by these parameters. */
const FILTERS = ['datasetProfile', 'addonFor']

/**
 * The 404 has the members by which the studio recognizes a missing project (`classifyConfigError`).
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
  return new Hono<LakeEnv>()
    .get('/datasets', (c) => {
      signedIn(c.get('actor'))
      return c.json(datasetsOf(deps))
    })
    .get('/projects', (c) => {
      const {members, ...rest} = projectFor(signedIn(c.get('actor')), deps)
      const without = c.req.query('includeMembers') === 'false'
      return c.json([without ? rest : {...rest, members}])
    })
    .get('/projects/:project', (c) => {
      checkProject(c.req.param('project'))
      return c.json(projectFor(c.get('actor'), deps))
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
      return c.json(
        datasetsOf(deps).filter((one) => asked.every(([name, value]) => one[name] === value)),
      )
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
      // The studio's own invitations lead to Sanity. Ours are in routes/people.ts.
      const read = {name: 'sanity-project-read', grants: [{name: 'read', params: {}}]}
      return c.json({'sanity.project': [read], 'sanity.project.members': []})
    })
    .get('/projects/:project/user-applications', (c) => {
      checkProject(c.req.param('project'))
      return c.json([])
    })
}

/** The datasets as Sanity's API lists them. */
const datasetsOf = ({datasets}: ProjectsDeps): Record<string, unknown>[] =>
  datasets.all().map(({name, aclMode, description, createdAt, createdBy, addon}) => ({
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

const projectFor = (actor: Actor, deps: ProjectsDeps): Record<string, unknown> => ({
  id: deps.projectId,
  displayName: deps.title(),
  // Without an organization, the studio requests nothing of an organization.
  organizationId: null,
  studioHost: null,
  isBlocked: false,
  isDisabled: false,
  metadata: {},
  features: [],
  members: members(actor, deps),
})

/** All people, for members of staff. Empty for readers and for the token of a front end. */
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
