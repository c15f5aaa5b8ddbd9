// What the actions on variant definitions write, and what they refuse.
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {actor, dataset, openActions} from './world.ts'

let world: ReturnType<typeof openActions>
beforeEach(() => {
  world = openActions()
})
afterEach(() => world.database.close())

const about = (name: string, more: object = {}) => ({
  actionType: `sanity.action.variant.definition.${name}`,
  variantId: 'loyal',
  ...more,
})
const does = (...actions: object[]) => world.run({dataset, actor, actions})
const stored = () => world.documents.get(dataset, '_.variants.loyal')
const SAID = {conditions: {audience: 'loyal'}, priority: 2, metadata: {title: 'Loyal readers'}}

describe('A variant definition', () => {
  it('is created in the studio’s format', async () => {
    await does(about('create', SAID))
    expect(stored()).toEqual({
      _id: '_.variants.loyal',
      _type: 'system.variant',
      _rev: 'tx1',
      _createdAt: '2026-11-25T10:00:00.000Z',
      _updatedAt: '2026-11-25T10:00:00.000Z',
      name: 'loyal',
      ...SAID,
    })
  })

  it('has no conditions and the priority 0 by default', async () => {
    await does(about('create'))
    expect(stored()).toMatchObject({conditions: {}, priority: 0})
    expect(stored()).not.toHaveProperty('metadata')
  })

  it.each([
    ['a name that is taken', {variantId: 'taken'}, 409],
    ['no name', {variantId: ''}, 400],
    ['a name with a dot', {variantId: 'a.b'}, 400],
    ['the ID of the document as a name', {variantId: '_.variants.loyal'}, 400],
    ['conditions that are a list', {conditions: ['a']}, 400],
    ['a condition with a capital letter', {conditions: {Audience: 'a'}}, 400],
    ['a condition that begins with a digit', {conditions: {'1st': 'a'}}, 400],
    ['a reserved condition', {conditions: {_audience: 'a'}}, 400],
    ['another reserved condition', {conditions: {$audience: 'a'}}, 400],
    ['a condition of 65 letters', {conditions: {['a'.repeat(65)]: 'a'}}, 400],
    ['an empty value', {conditions: {audience: ''}}, 400],
    ['a value that is a number', {conditions: {audience: 1}}, 400],
    ['a value that is not UTF-8', {conditions: {audience: '\ud800'}}, 400],
    ['a priority that is a text', {priority: 'high'}, 400],
    ['metadata that is a text', {metadata: 'Loyal'}, 400],
  ])('is not created with %s', async (_what, more, status) => {
    await does(about('create', {variantId: 'taken'}))
    const before = world.log.last()
    await expect(does(about('create', more))).rejects.toMatchObject({status})
    expect(world.log.last()).toBe(before)
  })

  it.each<[string, object, object]>([
    [
      'all that it says',
      {set: {conditions: {locale: 'fr'}, priority: 10, metadata: {title: 'French'}}},
      {conditions: {locale: 'fr'}, priority: 10, metadata: {title: 'French'}},
    ],
    [
      'one condition in place of another',
      {set: {'conditions.locale': 'fr'}, unset: ['conditions.audience']},
      {...SAID, conditions: {locale: 'fr'}},
    ],
    ['its title', {set: {'metadata.title': 'Fans'}}, {...SAID, metadata: {title: 'Fans'}}],
    ['its priority', {inc: {priority: 1}}, {...SAID, priority: 3}],
    ['no metadata any more', {unset: ['metadata']}, {conditions: SAID.conditions, priority: 2}],
    [
      'a list in its metadata',
      {setIfMissing: {'metadata.tags': []}, insert: {after: 'metadata.tags[-1]', items: ['new']}},
      {...SAID, metadata: {title: 'Loyal readers', tags: ['new']}},
    ],
  ])('is edited: %s', async (_what, patch, expected) => {
    await does(about('create', SAID))
    await does(about('edit', {patch, ifRevisionId: 'tx1'}))
    const {_id, _type, _rev, _createdAt, _updatedAt, name, ...said} = stored()!
    expect([_rev, name, said]).toEqual(['tx2', 'loyal', expected])
  })

  it.each([
    ['its name', {patch: {set: {name: 'other'}}}, 400],
    ['its name as it is', {patch: {set: {name: 'loyal'}}}, 400],
    ['its type', {patch: {set: {_type: 'article'}}}, 400],
    ['when it was made', {patch: {set: {_createdAt: '2020-01-01T00:00:00Z'}}}, 400],
    ['a member of its own', {patch: {setIfMissing: {secret: 1}}}, 400],
    ['a member whose name only begins alike', {patch: {set: {prioritySecret: 1}}}, 400],
    ['every member, by a search', {patch: {set: {'..name': 'other'}}}, 400],
    ['its name, by brackets', {patch: {unset: ["['name']"]}}, 400],
    ['a list of its own', {patch: {insert: {after: 'tags[-1]', items: [1]}}}, 400],
    ['a condition that cannot be', {patch: {set: {'conditions.Audience': 'a'}}}, 400],
    ['its conditions, taken away', {patch: {unset: ['conditions']}}, 400],
    ['its priority, taken away', {patch: {unset: ['priority']}}, 400],
    ['another revision', {patch: {set: {priority: 1}}, ifRevisionId: 'tx0'}, 409],
    ['no patch', {}, 400],
    ['a variant that there is not', {variantId: 'none', patch: {set: {priority: 1}}}, 404],
  ])('is not edited: %s', async (_what, more, status) => {
    await does(about('create', SAID))
    const before = stored()
    await expect(does(about('edit', more))).rejects.toMatchObject({status})
    expect(stored()).toEqual(before)
  })

  it('is deleted at the expected revision', async () => {
    await does(about('create', SAID))
    await expect(does(about('delete', {ifRevisionId: 'tx0'}))).rejects.toMatchObject({status: 409})
    await does(about('delete', {ifRevisionId: 'tx1'}))
    expect(stored()).toBeNull()
    await expect(does(about('delete'))).rejects.toMatchObject({status: 404})
  })

  it('is not deleted while a document refers to it', async () => {
    await does(about('create', SAID))
    const document = {_id: 'a', _type: 'note', for: {_ref: '_.variants.loyal'}}
    await world.commit({dataset, actor, steps: [() => ({mutations: [{create: document}]})]})
    await expect(does(about('delete'))).rejects.toMatchObject({
      status: 409,
      details: {items: [{error: {type: 'documentHasExistingReferencesError'}}]},
    })
    expect(stored()).not.toBeNull()
  })
})

it.each(['create', 'edit', 'delete', 'publish', 'unpublish'])(
  'A variant of a document is refused with a reason: %s',
  async (name) => {
    const action = {actionType: `sanity.action.document.variant.${name}`, publishedId: 'a'}
    await expect(does({...action, variantId: 'loyal'})).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('no variants of documents'),
    })
  },
)
