// Definitions of variants over HTTP, with Sanity's own client: who writes them, who sees them, and
// queries for a variant.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {SanityClient} from '@sanity/client'
import {startLake, type TestLake} from '../support/lake.ts'

/** The query of the studio's variants tool. */
const ALL =
  '*[_type=="system.variant" && _id in path("_.variants.*")] {_id, name, conditions, "priority": coalesce(priority, 0), metadata} | order(_createdAt desc)'
const LOYAL = {
  _id: '_.variants.loyal',
  name: 'loyal',
  conditions: {audience: 'loyal'},
  priority: 0,
  metadata: {title: 'Loyal readers'},
}

let lake: TestLake
let editor: SanityClient
beforeAll(async () => {
  lake = await startLake()
  editor = lake.client('editor', {apiVersion: 'X'})
  await lake.client('importer').create({_id: 'world', _type: 'topic', title: 'World'})
  await editor.action({
    actionType: 'sanity.action.variant.definition.create',
    variantId: 'loyal',
    conditions: LOYAL.conditions,
    priority: 0,
    metadata: LOYAL.metadata,
  })
})
afterAll(() => lake.close())

const edit = (client: SanityClient) =>
  client.action({
    actionType: 'sanity.action.variant.definition.edit',
    variantId: 'loyal',
    patch: {set: {priority: 5}},
  })

describe('A variant definition', () => {
  it.each(['raw', 'published', 'drafts'] as const)(
    'is visible in the perspective %s',
    async (perspective) => {
      expect(await editor.fetch(ALL, {}, {perspective})).toEqual([LOYAL])
    },
  )

  it.each(['journalist', 'photoEditor', 'developer', 'administrator'] as const)(
    'can be read by a %s, and not written',
    async (role) => {
      const client = lake.client(role, {apiVersion: 'X'})
      expect(await client.fetch(ALL)).toEqual([LOYAL])
      await expect(edit(client)).rejects.toMatchObject({statusCode: 403})
      expect(await client.fetch(ALL)).toEqual([LOYAL])
    },
  )

  it('is invisible to readers', async () => {
    expect(await lake.client().fetch(ALL)).toEqual([])
    await expect(edit(lake.client())).rejects.toMatchObject({statusCode: 401})
  })

  it('is sent to listeners when it is edited and deleted', async () => {
    const heard: string[] = []
    const listening = editor
      .listen('*[_type == "system.variant"]', {}, {events: ['welcome', 'mutation']})
      .subscribe((event) => {
        heard.push(
          event.type === 'mutation' ? `${event.transition} ${event.documentId}` : event.type,
        )
      })
    await expect.poll(() => heard).toEqual(['welcome'])
    await edit(editor)
    await editor.action({
      actionType: 'sanity.action.variant.definition.delete',
      variantId: 'loyal',
    })
    const events = ['welcome', 'update _.variants.loyal', 'disappear _.variants.loyal']
    await expect.poll(() => heard).toEqual(events)
    listening.unsubscribe()
  })
})

it.each(['loyal', {audience: 'loyal'}])(
  'A query for the variant %j returns the document itself, because documents have no variants',
  async (variant) => {
    const query = '*[_id == "world"][0].title'
    expect(await lake.client().fetch(query, {}, {variant})).toBe('World')
  },
)
