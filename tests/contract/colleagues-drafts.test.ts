// Every journalist may edit a colleague's draft, and none may discard it.
import {afterAll, beforeAll, beforeEach, expect, it} from 'vitest'
import {startLake, type Role, type TestLake} from '../support/lake.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
})
beforeEach(async () => {
  const {cookie} = lake.person('journalist', 'The colleague')
  const body = {mutations: [{createOrReplace: {_id: 'drafts.theirs', _type: 'photoWithCredit'}}]}
  await lake.client('importer').delete('drafts.theirs')
  const response = await lake.fetch('/v2025-02-19/data/mutate/production', {
    method: 'POST',
    headers: {cookie},
    body: JSON.stringify(body),
  })
  expect(response.status).toBe(200)
})
afterAll(() => lake.close())

const document = 'sanity.action.document'
const ids = {publishedId: 'theirs', draftId: 'drafts.theirs'}
const WAYS: [string, string, object][] = [
  ['a mutation', 'mutate', {mutations: [{delete: {id: 'drafts.theirs'}}]}],
  [
    'a mutation by query',
    'mutate',
    {mutations: [{delete: {query: '*[_type == "photoWithCredit"]'}}]},
  ],
  ['discarding', 'actions', {actions: [{actionType: `${document}.discard`, ...ids}]}],
  [
    'discarding a version',
    'actions',
    {actions: [{actionType: `${document}.version.discard`, versionId: 'drafts.theirs'}]},
  ],
  [
    'deleting',
    'actions',
    {actions: [{actionType: `${document}.delete`, ...ids, includeDrafts: ['drafts.theirs']}]},
  ],
  [
    'publishing and deleting in one transaction',
    'actions',
    {
      actions: [
        {actionType: `${document}.publish`, ...ids},
        {actionType: `${document}.delete`, publishedId: 'theirs'},
      ],
    },
  ],
]

const ROLES: Role[] = ['journalist', 'photoEditor', 'developer', 'administrator']
it.each(ROLES.flatMap((role) => WAYS.map((way) => [role, ...way] as const)))(
  'a %s cannot discard it by %s',
  async (role, _name, endpoint, body) => {
    const response = await lake.fetch(`/v2025-02-19/data/${endpoint}/production`, {
      method: 'POST',
      headers: {cookie: lake.person(role).cookie},
      body: JSON.stringify(body),
    })
    expect(response.status).toBe(403)
    expect(lake.lake.services.documents.get('production', 'drafts.theirs')).not.toBeNull()
  },
)

it.each(WAYS)('an editor can by %s', async (_name, endpoint, body) => {
  const response = await lake.fetch(`/v2025-02-19/data/${endpoint}/production`, {
    method: 'POST',
    headers: {cookie: lake.person('editor').cookie},
    body: JSON.stringify(body),
  })
  expect(response.status).toBe(200)
  expect(lake.lake.services.documents.get('production', 'drafts.theirs')).toBeNull()
})
