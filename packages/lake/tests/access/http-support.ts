// The lake's real app with only the routes of access, called without a port.
import {Hono} from 'hono'
import {createGrantsOf} from '../../src/dataset-grants.ts'
import {createDatasetList} from '../../src/datasets/dataset-list.ts'
import {createApp} from '../../src/http/app.ts'
import type {LakeEnv} from '../../src/http/context.ts'
import {createUnknownEndpoints} from '../../src/http/unknown-endpoints.ts'
import type {ObservedRequest} from '../../src/http/middleware/observe.ts'
import {authRoutes} from '../../src/http/routes/auth.ts'
import {loginRoutes} from '../../src/http/routes/login.ts'
import {platformRoutes} from '../../src/http/routes/platform.ts'
import {projectsRoutes} from '../../src/http/routes/projects.ts'
import {usersRoutes} from '../../src/http/routes/users.ts'
import {productOf} from '../../src/product.ts'
import type {Role} from '../../src/types.ts'
import {addRosa, testAccess} from './support.ts'

export const ORIGIN = 'http://127.0.0.1:3333'
export const ROLES: Role[] = [
  {
    name: 'journalist',
    title: 'Journalist',
    description: 'Writes.',
    grants: [{filter: '_id in path("drafts.**")', permissions: ['read', 'create', 'update']}],
  },
  {
    name: 'editor',
    title: 'Editor',
    description: 'Publishes.',
    grants: [{filter: 'true', permissions: ['read', 'update']}],
  },
  {
    name: 'reader',
    title: 'Reader',
    description: 'Reads.',
    grants: [{filter: '_id in path("*")', permissions: ['read']}],
  },
]

const PRODUCT = productOf({home: '/studio'})

/** `name`, `publicOrigin` and `home` as an operator may have set them. */
export function testApp(options: {name?: string; publicOrigin?: string; home?: string} = {}) {
  const product = {...PRODUCT, home: options.home ?? PRODUCT.home}
  const test = testAccess()
  const {access, clock} = test
  const {name = 'The Harbour Courier', publicOrigin} = options
  const title = (): string => name
  const signIn = {access, title, ...(publicOrigin ? {publicOrigin} : {})}
  const grantsOf = createGrantsOf({roles: ROLES}, clock)
  const project = {
    access,
    grantsOf,
    roles: ROLES,
    datasets: createDatasetList({table: access.datasets, opened: ['production'], addons: []}),
    projectId: 'example',
    title,
  }
  const unknownEndpoints = createUnknownEndpoints()
  const observed: ObservedRequest[] = []
  const app = createApp({
    hosts: {
      projectId: 'example',
      hostNames: ['news.example.org'],
      onNetwork: true,
      hint: PRODUCT.hints.hostName,
    },
    origins: {
      lookup(origin) {
        const listed = access.cors.allows(origin)
        return {allowed: listed !== null, credentials: listed?.credentials === true}
      },
      hint: PRODUCT.hints.allowOrigin,
    },
    product: PRODUCT,
    access,
    api: [
      authRoutes({...signIn, product: PRODUCT}),
      usersRoutes({access, roles: ROLES, product: PRODUCT}),
      projectsRoutes(project),
      platformRoutes({access}),
    ],
    files: new Hono<LakeEnv>(),
    signIn: loginRoutes({...signIn, roles: ROLES, product, hasPasswords: true}),
    health: () => ({status: 'ok'}),
    unknownEndpoints,
    onAnswered: (request) => void observed.push(request),
  })
  const rosa = addRosa(access)
  const send = async (
    path: string,
    init: RequestInit & {bindings?: object} = {},
  ): Promise<Response> => await app.request(`${ORIGIN}${path}`, init, init.bindings)
  return {
    ...test,
    app,
    unknownEndpoints,
    observed,
    rosa,
    send,
    /** Headers of Rosa's browser after she signed in. */
    signedIn: () => ({cookie: `lake_session=${access.sessions.start(rosa).secret}`}),
    token: (role = 'editor') => {
      const {id, secret} = access.tokens.create({name: 'bot', role})
      return {id, headers: {authorization: `Bearer ${secret}`}}
    },
  }
}

/** A form as a browser sends it from this server's own page. */
export function form(fields: Record<string, string>, headers: Record<string, string> = {}) {
  return {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: {origin: ORIGIN, 'sec-fetch-site': 'same-origin', ...headers},
  }
}
