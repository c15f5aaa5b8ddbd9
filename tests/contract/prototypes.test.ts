// No request can change the prototype of an object that the rules read.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startLake, type TestLake} from '../support/lake.ts'
import {openDesk, type Desk, type Voice} from '../support/piece.ts'

let lake: TestLake
let desk: Desk
const UNTIL = '2027-01-01T00:00:00Z'
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  await desk.mutate(desk.importer, [
    {create: {_id: 'drafts.held', _type: 'article', embargo: {until: UNTIL}}},
    {create: {_id: 'drafts.photo', _type: 'photoWithCredit', rights: {clearance: 'denied'}}},
  ])
})
afterAll(() => lake.close())

/** As text: a JSON object with a member called `__proto__`. */
const planted = (members: string): object => JSON.parse(`{"__proto__": {${members}}}`) as object
const edit = (patch: object) => [
  {
    actionType: 'sanity.action.document.edit',
    publishedId: 'held',
    draftId: 'drafts.held',
    patch,
  },
]
const patchHeld = (patch: object) => ({patch: {id: 'drafts.held', ...patch}})
const lifted = {unset: ['embargo.until']}
const disguised = {set: {'embargo.__proto__': {until: UNTIL}}}

const DOORS: [string, (who: Voice) => Promise<Response>][] = [
  [
    'two patches of a mutation',
    (who) => desk.mutate(who, [patchHeld(lifted), patchHeld(disguised)]),
  ],
  ['two edit actions', (who) => desk.actions(who, [...edit(lifted), ...edit(disguised)])],
  [
    'the clearance of a photo',
    (who) =>
      desk.mutate(who, [
        {patch: {id: 'drafts.photo', unset: ['rights.clearance']}},
        {patch: {id: 'drafts.photo', set: {"rights['__proto__']": {clearance: 'denied'}}}},
      ]),
  ],
  [
    'a value with a planted member',
    (who) => desk.mutate(who, [patchHeld({set: {embargo: planted(`"until": "${UNTIL}"`)}})]),
  ],
  [
    'a planted member that a later patch copies',
    (who) =>
      desk.mutate(who, [
        patchHeld({set: {embargo: planted(`"until": "${UNTIL}"`)}}),
        patchHeld({set: {'embargo.note': 'x'}}),
      ]),
  ],
  [
    'a document with a planted member',
    (who) =>
      desk.mutate(who, [
        {createOrReplace: {_id: 'drafts.held', _type: 'article', embargo: planted('"until": "x"')}},
      ]),
  ],
  [
    'a restored draft',
    (who) =>
      desk.actions(who, [
        {
          actionType: 'sanity.action.document.replaceDraft',
          publishedId: 'held',
          attributes: {_id: 'drafts.held', _type: 'article', embargo: planted('"until": "x"')},
        },
      ]),
  ],
  [
    'a version',
    (who) =>
      desk.actions(who, [
        {
          actionType: 'sanity.action.document.version.create',
          publishedId: 'held',
          document: {
            _id: 'versions.summer.held',
            _type: 'article',
            embargo: planted('"until": "x"'),
          },
        },
      ]),
  ],
  [
    'the metadata of a release',
    (who) =>
      desk.actions(who, [
        {
          actionType: 'sanity.action.release.edit',
          releaseId: 'summer',
          patch: {set: {'metadata.__proto__': {title: 'x'}}},
        },
      ]),
  ],
]

describe.each(DOORS)('%s', (_name, send) => {
  it.each(['journalist', 'editor', 'importer'] as const)('is refused to a %s', async (role) => {
    await desk.actions(desk.editor, [
      {
        actionType: 'sanity.action.release.create',
        releaseId: 'summer',
        metadata: {title: 'Summer'},
      },
    ])
    const before = desk.everything()
    const response = await send(desk[role])
    expect([response.status, await response.json()]).toMatchObject([
      400,
      {error: {description: expect.stringMatching(/__proto__/)}},
    ])
    expect(desk.everything()).toBe(before)
  })
})

it('a stored document with a field "constructor" can be opened and edited', async () => {
  const stored = {_id: 'honest', _type: 'article', team: {constructor: 'Red Bull'}, _rev: 'r'}
  const times = {_createdAt: UNTIL, _updatedAt: UNTIL}
  lake.lake.services.documents.put('production', {...stored, ...times}, [])
  const client = lake.client('importer')
  expect(await client.getDocument('honest')).toMatchObject({team: {constructor: 'Red Bull'}})
  expect(await client.fetch('*[_id == "honest"][0].team')).toEqual({constructor: 'Red Bull'})
  await client.patch('honest').set({headline: 'A race'}).commit()
  await client.create({
    ...(await client.getDocument('honest')),
    _id: 'drafts.honest',
    _type: 'article',
  })
  expect(await client.getDocument('drafts.honest')).toMatchObject({headline: 'A race'})
})
