// A guarded field on every way to a draft or version: the rules get what the document continues from, be it
// stored, copied or deleted. tests/workflow/rules/guarded-fields.test.ts has every field and role.
import {afterAll, beforeAll, expect, it} from 'vitest'
import {startLake, type TestLake} from '../support/lake.ts'
import {ok, openDesk, refusedWhole, type Desk, type Fields, type Voice} from '../support/piece.ts'

let lake: TestLake
let desk: Desk
let count = 0
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
})
afterAll(() => lake.close())

const photo = (_id: string, clearance: string): Fields => ({
  _id,
  _type: 'photoWithCredit',
  caption: 'A ferry',
  rights: {clearance},
})
const decided = (id: string) => photo(id, 'denied')
const forged = (id: string) => photo(id, 'cleared')

/** Puts a decision there, as an import does. */
const given = (document: Fields) => ok(desk.mutate(desk.importer, [{createOrReplace: document}]))
const remove = (id: string) => ok(desk.mutate(desk.importer, [{delete: {id}}]))
const stored = (id: string) => desk.get(id) as Fields

/** Writes a draft or version; `id` is a published id that nothing has yet. */
type Way = [name: string, take: (who: Voice, id: string) => Promise<Response>]

const action = (who: Voice, actionType: string, id: string, more: Fields) =>
  desk.actions(who, [
    {actionType: `sanity.action.document.${actionType}`, publishedId: id, ...more},
  ])
const edit = (who: Voice, id: string, set: Fields) =>
  action(who, 'edit', id, {draftId: `drafts.${id}`, patch: {set}})

const REFUSED: Way[] = [
  ['a new document', (who, id) => desk.mutate(who, [{create: forged(`drafts.${id}`)}])],
  [
    'a first edit',
    async (who, id) => {
      await given(decided(id))
      return await edit(who, id, {'rights.clearance': 'cleared'})
    },
  ],
  [
    'a patch that takes all rights away',
    async (who, id) => {
      await given(decided(`drafts.${id}`))
      return await desk.mutate(who, [{patch: {id: `drafts.${id}`, unset: ['rights']}}])
    },
  ],
  [
    'a duplicate that says something else',
    async (who, id) => {
      await given(decided(`drafts.${id}`))
      const {_rev} = stored(`drafts.${id}`)
      return await desk.mutate(who, [{create: {...forged(`drafts.copy-of-${id}`), _rev}}])
    },
  ],
  [
    'a restored revision',
    async (who, id) => {
      await given(decided(`drafts.${id}`))
      return await action(who, 'replaceDraft', id, {attributes: forged(`drafts.${id}`)})
    },
  ],
  [
    'creating it again after a deletion',
    async (who, id) => {
      await given(decided(`drafts.${id}`))
      await remove(`drafts.${id}`)
      return await desk.mutate(who, [{create: forged(`drafts.${id}`)}])
    },
  ],
]

it.each(REFUSED)('nobody without the right clears a photo by %s', async (_name, take) => {
  const response = await take(desk.journalist, `refused${++count}`)
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({
    error: {
      type: 'editorialRule',
      description: expect.stringContaining('photo desk'),
      reasons: [{code: 'fieldOwnership', path: 'rights.clearance'}],
    },
  })
})

const KEPT: [...Way, draftOf: (id: string) => string][] = [
  [
    'a first edit',
    async (who, id) => {
      await given(decided(id))
      return await edit(who, id, {caption: 'Two ferries'})
    },
    (id) => `drafts.${id}`,
  ],
  [
    'a duplicate',
    async (who, id) => {
      await given(decided(`drafts.${id}`))
      const {_createdAt, _updatedAt, _system, ...source} = stored(`drafts.${id}`)
      return await desk.mutate(who, [{create: {...source, _id: `drafts.copy-of-${id}`}}])
    },
    (id) => `drafts.copy-of-${id}`,
  ],
  [
    'a deleted document that is restored',
    async (who, id) => {
      await given(decided(`drafts.${id}`))
      const {_system, ...attributes} = stored(`drafts.${id}`)
      await remove(`drafts.${id}`)
      return await action(who, 'create', id, {attributes})
    },
    (id) => `drafts.${id}`,
  ],
]

it.each(KEPT)('a decision comes along by %s', async (_name, take, draftOf) => {
  const id = `kept${++count}`
  await ok(take(desk.journalist, id))
  expect(desk.get(draftOf(id))).toMatchObject({rights: {clearance: 'denied'}})
})

it('a photo editor clears a photo', async () => {
  await given(decided('drafts.mine'))
  await ok(edit(desk.photoEditor, 'mine', {'rights.clearance': 'cleared'}))
  expect(desk.get('drafts.mine')).toMatchObject({rights: {clearance: 'cleared'}})
})

it('a draft keeps the type of its published document', async () => {
  await given({_id: 'typed', _type: 'source', name: 'Prof. Source'})
  const attempt = () => desk.mutate(desk.journalist, [{create: forged('drafts.typed')}])
  await refusedWhole(desk, attempt, 'typeChanged')
})
