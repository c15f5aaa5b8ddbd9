// Which action leads from one state of a release to another. All others are refused.
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {LakeError} from '../../src/errors.ts'
import {actor, dataset, openActions} from './world.ts'

const LATER = '2026-11-26T10:00:00.000Z'
let world: ReturnType<typeof openActions>
beforeEach(() => {
  world = openActions()
})
afterEach(() => world.database.close())

const about = (name: string) => ({
  actionType: `sanity.action.release.${name}`,
  releaseId: 'r',
  ...(name === 'schedule' ? {publishAt: LATER} : {}),
  ...(name === 'edit' ? {patch: {set: {'metadata.releaseType': 'asap'}}} : {}),
})
const VERSION = {
  actionType: 'sanity.action.document.version.create',
  publishedId: 'a',
  document: {_id: 'versions.r.a', _type: 'note', text: 'In the release'},
}
const does = (...actions: object[]) => world.run({dataset, actor, actions})

/** The actions that lead to each state. */
const ROADS: Record<string, string[]> = {
  active: [],
  scheduled: ['schedule'],
  published: ['publish'],
  archived: ['archive'],
}
/** The state after an action; null for a deleted release, nothing for a refusal. */
const LEADS: Record<string, Record<string, string | null>> = {
  active: {edit: 'active', schedule: 'scheduled', publish: 'published', archive: 'archived'},
  scheduled: {unschedule: 'active', publish: 'published'},
  published: {delete: null},
  archived: {unarchive: 'active', delete: null},
}
const ACTIONS = ['edit', 'schedule', 'unschedule', 'publish', 'archive', 'unarchive', 'delete']

describe.each(Object.entries(ROADS))('A release that is %s', (state, road) => {
  beforeEach(async () => {
    await does(about('create'), VERSION)
    for (const name of road) await does(about(name))
    expect(world.documents.get(dataset, '_.releases.r')).toMatchObject({state})
  })

  it.each(ACTIONS)('%s', async (name) => {
    const leads = LEADS[state]?.[name]
    const before = world.log.last()
    const done = await does(about(name)).then(
      () => true,
      (error: unknown) => error,
    )
    if (leads === undefined) {
      expect(done).toBeInstanceOf(LakeError)
      expect(done).toMatchObject({status: 409, type: 'invalidReleaseState', details: {state}})
      expect(world.log.last()).toBe(before)
      return
    }
    expect(done).toBe(true)
    const release = world.documents.get(dataset, '_.releases.r')
    expect(release?.['state'] ?? null).toBe(leads)
    const isOpen = leads === 'active' || leads === 'scheduled'
    expect(world.documents.get(dataset, 'versions.r.a') !== null).toBe(isOpen)
    expect(world.documents.get(dataset, 'a') !== null).toBe([state, leads].includes('published'))
  })

  it('has versions that can be changed only while it is active', async () => {
    const id = 'versions.r.b'
    const add = does({...VERSION, publishedId: 'b', document: {_id: id, _type: 'note'}})
    if (state === 'active') {
      await add
      expect(world.documents.get(dataset, id)).not.toBeNull()
    } else {
      await expect(add).rejects.toMatchObject({status: 409, type: 'invalidReleaseState'})
    }
  })

  it('cannot be created again under its name', async () => {
    await expect(does(about('create'))).rejects.toMatchObject({status: 409})
  })
})

it('A document follows its release when a version leaves', async () => {
  await does({
    actionType: 'sanity.action.document.create',
    publishedId: 'a',
    attributes: {_id: 'drafts.a', _type: 'note', text: 'Live'},
  })
  await does({actionType: 'sanity.action.document.publish', publishedId: 'a', draftId: 'drafts.a'})
  await does(about('create'), {
    actionType: 'sanity.action.document.version.unpublish',
    publishedId: 'a',
    versionId: 'versions.r.a',
  })
  expect(world.documents.get(dataset, 'versions.r.a')).toMatchObject({
    text: 'Live',
    _system: {createdBy: 'u1', delete: true},
  })
  await does(about('publish'))
  expect(world.documents.get(dataset, 'a')).toBeNull()
  expect(world.documents.get(dataset, 'drafts.a')).toMatchObject({text: 'Live'})
})
