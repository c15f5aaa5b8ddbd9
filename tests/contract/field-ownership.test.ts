// Fields that belong to some roles, whichever road a change takes.
import {afterAll, beforeAll, expect, it} from 'vitest'
import {startLake, type Role, type TestLake} from '../support/lake.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
  const importer = lake.client('importer')
  const rights = {clearance: 'denied'}
  await importer.create({_id: 'photo', _type: 'photoWithCredit', rights})
  await importer.create({_id: 'drafts.photo', _type: 'photoWithCredit', rights})
  await importer.create({_id: 'other', _type: 'photoWithCredit', rights})
})
afterAll(() => lake.close())

const send = (endpoint: string, body: object, role: Role): Promise<Response> =>
  lake.fetch(`/v2025-02-19/data/${endpoint}/production`, {
    method: 'POST',
    headers: {cookie: lake.person(role).cookie},
    body: JSON.stringify(body),
  })
const edit = (id: string, clearance: string) => ({
  actions: [
    {
      actionType: 'sanity.action.document.edit',
      publishedId: id,
      draftId: `drafts.${id}`,
      patch: {set: {'rights.clearance': clearance}},
    },
  ],
})
const replaced = {_id: 'drafts.photo', _type: 'photoWithCredit', rights: {clearance: 'cleared'}}
const WAYS: [string, string, object][] = [
  ['an edit', 'actions', edit('photo', 'cleared')],
  ['the first edit of a published photo', 'actions', edit('other', 'cleared')],
  ['a patch', 'mutate', {mutations: [{patch: {id: 'drafts.photo', unset: ['rights']}}]}],
  ['replacing it', 'mutate', {mutations: [{createOrReplace: replaced}]}],
  [
    'restoring',
    'actions',
    {
      actions: [
        {
          actionType: 'sanity.action.document.replaceDraft',
          publishedId: 'photo',
          attributes: replaced,
        },
      ],
    },
  ],
]

it.each(WAYS)('a journalist clears no photo by %s', async (_name, endpoint, body) => {
  const before = lake.lake.services.log.last()
  const response = await send(endpoint, body, 'journalist')
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({
    error: {
      type: 'editorialRule',
      description: expect.stringContaining('photo desk'),
      reasons: [{code: 'fieldOwnership', path: 'rights.clearance'}],
    },
  })
  expect(lake.lake.services.log.last()).toBe(before)
})

it('a journalist goes on with everything else on the same draft', async () => {
  const mutations = [{patch: {id: 'drafts.photo', set: {caption: 'A ferry'}}}]
  expect((await send('mutate', {mutations}, 'journalist')).status).toBe(200)
})

it('a photo editor clears it', async () => {
  expect((await send('actions', edit('photo', 'cleared'), 'photoEditor')).status).toBe(200)
})
