// Releases, comments and tasks between two lakes of ours, by the commands as people run them.
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import type {LakeDocument, Mutation} from '@copydesk/lake/types'
import {createNewsroomLake} from '../../../../server/newsroom-lake.ts'
import {startLake, type Role, type TestLake} from '../../../support/lake.ts'
import {COMMENTS} from '../../../support/comments.ts'
import {copydesk, temporaryFolder, type Outcome} from '../../support.ts'

const open: TestLake[] = []
afterAll(async () => {
  for (const one of open) await one.close()
})

async function newsroom(): Promise<TestLake> {
  const lake = await startLake({serve: false})
  open.push(lake)
  return lake
}

const text = ({code, stderr, stdout}: Outcome): string => `${code} ${stderr}${stdout}`

/** From a data folder to a lake that serves. */
const push = async (
  from: TestLake,
  to: TestLake,
  args: string[],
  role: Role | 'importer' = 'importer',
): Promise<Outcome> =>
  await copydesk(['push', '--to', to.origin, '--data', from.folder, ...args], {
    COPYDESK_REMOTE_TOKEN: to.token(role),
  })

async function write(lake: TestLake, mutations: Mutation[], dataset = 'production') {
  const {commit} = lake.lake.services
  await commit({dataset, actor: SYSTEM_ACTOR, act: 'fill', steps: [() => ({mutations})]})
}

async function act(lake: TestLake, ...actions: object[]): Promise<void> {
  const response = await lake.fetch('/v2025-02-19/data/actions/production', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${lake.token('editor')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({actions}),
  })
  expect(response.status, await response.text()).toBe(200)
}

const about = (name: string, releaseId: string, more: object = {}) => ({
  actionType: `sanity.action.release.${name}`,
  releaseId,
  ...more,
})
const versionOf = (releaseId: string, id: string, title: string) => ({
  actionType: 'sanity.action.document.version.create',
  publishedId: id,
  document: {_id: `versions.${releaseId}.${id}`, _type: 'topic', title},
})

const PUBLISH_AT = '2027-01-01T10:00:00.000Z'

/** One release of each state, with a version in each that is open. */
async function withReleases(): Promise<TestLake> {
  const lake = await newsroom()
  await write(lake, [{create: {_id: 'ports', _type: 'topic', title: 'Ports'}}])
  await act(
    lake,
    about('create', 'open', {metadata: {title: 'Open', description: 'All of it'}}),
    versionOf('open', 'ports', 'Ports, anew'),
    {
      actionType: 'sanity.action.document.version.unpublish',
      publishedId: 'ports',
      versionId: 'versions.open.ports',
    },
    versionOf('open', 'ships', 'Ships'),
    about('create', 'planned', {metadata: {title: 'Planned'}}),
    versionOf('planned', 'boats', 'Boats'),
  )
  await act(lake, about('schedule', 'planned', {publishAt: PUBLISH_AT}))
  await act(
    lake,
    about('create', 'out'),
    versionOf('out', 'gulls', 'Gulls'),
    about('publish', 'out'),
  )
  await act(
    lake,
    about('create', 'away'),
    versionOf('away', 'fog', 'Fog'),
    about('archive', 'away'),
  )
  return lake
}

const get = (lake: TestLake, id: string, dataset = 'production'): LakeDocument | null =>
  lake.lake.services.documents.get(dataset, id)
const idsOf = (lake: TestLake, dataset = 'production'): string[] =>
  lake.lake.services.documents
    .all(dataset)
    .filter(({_type}) => _type !== 'ledgerEntry')
    .map(({_id}) => _id)
    .toSorted()

describe('releases', () => {
  it('stay where nobody asks for them, and are counted', async () => {
    const [here, there] = [await withReleases(), await newsroom()]
    const pushed = await push(here, there, [])
    expect(text(pushed)).toMatch(/^0 [^]*4 releases \(--releases\), 3 versions in releases/)
    expect(idsOf(there)).toEqual(['gulls', 'ports'])
  }, 30_000)

  it('move with what is in them, none is scheduled, and a second time there is nothing to do', async () => {
    const [here, there] = [await withReleases(), await newsroom()]
    const dry = await push(here, there, ['--releases', '--dry-run'])
    expect(dry.stdout).toContain('create  _.releases.open  (system.release)\n')
    expect(idsOf(there)).toEqual([])
    expect(text(await push(here, there, ['--releases']))).toMatch(/^0 [^]*9 created/)
    expect(get(there, '_.releases.open')).toMatchObject({
      state: 'active',
      metadata: {title: 'Open', description: 'All of it'},
    })
    expect(get(there, '_.releases.planned')).toMatchObject({
      state: 'active',
      metadata: {title: 'Planned', releaseType: 'scheduled', intendedPublishAt: PUBLISH_AT},
    })
    expect(get(there, '_.releases.planned')).not.toHaveProperty('publishAt')
    expect(get(there, '_.releases.out')).toMatchObject({state: 'published'})
    expect(get(there, '_.releases.away')).toMatchObject({state: 'archived'})
    expect(get(there, 'versions.open.ships')).toMatchObject({title: 'Ships'})
    expect(get(there, 'versions.open.ports')).toMatchObject({_system: {delete: true}})
    expect(get(there, 'versions.planned.boats')).toMatchObject({title: 'Boats'})
    expect(text(await push(here, there, ['--releases']))).toMatch(/^0 [^]*0 created, 0 changed/)

    // Somebody scheduled it on the other side: the sync does not undo that.
    await act(there, about('schedule', 'planned', {publishAt: PUBLISH_AT}))
    expect(text(await push(here, there, ['--releases']))).toMatch(/^0 [^]*0 created, 0 changed/)
    expect(get(there, '_.releases.planned')).toMatchObject({state: 'scheduled'})
  }, 60_000)

  it('that changed come again, and those of the other side stay whole', async () => {
    const [here, there] = [await withReleases(), await newsroom()]
    await push(here, there, ['--releases'])
    await act(there, about('create', 'theirs'), versionOf('theirs', 'kelp', 'Kelp'))
    await act(there, versionOf('open', 'extra', 'Extra'))
    await act(here, about('edit', 'open', {patch: {set: {'metadata.title': 'Wide open'}}}))
    const again = await push(here, there, ['--releases', '--delete'])
    expect(text(again)).toMatch(/^0 [^]*0 created, 1 changed, 1 deleted/)
    expect(get(there, '_.releases.open')).toMatchObject({metadata: {title: 'Wide open'}})
    expect(idsOf(there)).toEqual(
      expect.arrayContaining(['_.releases.theirs', 'versions.theirs.kelp']),
    )
    expect(get(there, 'versions.open.extra')).toBeNull()
  }, 60_000)

  it('are refused to a token that may not import them, before anything is written', async () => {
    const [here, there] = [await withReleases(), await newsroom()]
    const refused = await push(here, there, ['--releases'], 'administrator')
    expect(text(refused)).toMatch(/^1 [^]*may not write there: [^]*system\.release/)
    expect(idsOf(there)).toEqual([])
  }, 30_000)
})

const said = (_id: string, about: string | null, more: object = {}): Mutation => ({
  create: {
    _id,
    _type: 'comment',
    authorId: 'somebody',
    status: 'open',
    message: `About ${about}`,
    ...(about === null
      ? {}
      : {
          target: {
            documentType: 'topic',
            document: {
              _type: 'crossDatasetReference',
              _ref: about,
              _weak: true,
              _dataset: 'production',
              _projectId: 'copydesk',
            },
          },
        }),
    ...more,
  },
})

async function withComments(): Promise<TestLake> {
  const lake = await newsroom()
  await write(lake, [
    {create: {_id: 'ports', _type: 'topic', title: 'Ports'}},
    {create: {_id: 'drafts.ships', _type: 'topic', title: 'Ships'}},
  ])
  const onTask = (id: string, task: string): Mutation => {
    const target = {documentType: 'tasks.task', document: {_ref: task, _dataset: 'production'}}
    return said(id, null, {target})
  }
  await write(
    lake,
    [
      said('c-ports', 'ports', {_createdAt: '2026-01-01T00:00:00.000Z'}),
      said('c-ships', 'ships'),
      said('task-ports', 'ports', {_type: 'tasks.task', title: 'Call the harbour'}),
      said('task-ships', 'ships', {_type: 'tasks.task', title: 'Call the ship'}),
      said('task-free', null, {_type: 'tasks.task', title: 'Water the plants'}),
      onTask('c-task-ports', 'task-ports'),
      onTask('c-task-ships', 'task-ships'),
    ],
    COMMENTS,
  )
  return lake
}

describe('comments and tasks', () => {
  it('about what moves go along when one asks, as they were said', async () => {
    const [here, there] = [await withComments(), await newsroom()]
    expect(text(await push(here, there, []))).toMatch(/^0 [^]*1 created/)
    expect(idsOf(there, COMMENTS)).toEqual([])

    const dry = await push(here, there, ['--comments', '--dry-run'])
    expect(dry.stdout).toContain('create  c-ports  (comment)\n')
    expect(dry.stdout).not.toContain('ships')
    expect(idsOf(there, COMMENTS)).toEqual([])

    const pushed = await push(here, there, ['--comments'])
    expect(text(pushed)).toMatch(
      /^0 [^]*Comments and tasks: 4 created[^]*3 comments and tasks about what does not move/,
    )
    expect(idsOf(there, COMMENTS)).toEqual(['c-ports', 'c-task-ports', 'task-free', 'task-ports'])
    const {_rev: _a, ...comment} = get(there, 'c-ports', COMMENTS) ?? {_rev: ''}
    const {_rev: _b, ...own} = get(here, 'c-ports', COMMENTS) ?? {_rev: ''}
    expect({...comment, _updatedAt: ''}).toEqual({...own, _updatedAt: ''})

    // Somebody writes on the other side, too.
    await write(there, [said('c-theirs', 'ports')], COMMENTS)
    const all = await push(here, there, ['--all', '--delete'])
    expect(text(all)).toMatch(/^0 [^]*Comments and tasks: 3 created, 0 changed, 0 deleted/)
    expect(idsOf(there, COMMENTS)).toHaveLength(8)
    const again = await push(here, there, ['--all'])
    expect(text(again)).toMatch(/Comments and tasks: 0 created, 0 changed, 0 deleted/)
  }, 60_000)

  it('come here by pull, into a newsroom that is made by it', async () => {
    const there = await withComments()
    const data = join(temporaryFolder(), 'data')
    const pulled = await copydesk(['pull', '--from', there.origin, '--all', '--data', data], {
      COPYDESK_REMOTE_TOKEN: there.token('importer'),
    })
    expect(text(pulled)).toMatch(/^0 [^]*Comments and tasks: 7 created/)
    const lake = createNewsroomLake({dataFolder: data, origin: 'http://127.0.0.1:3333'})
    const all = lake.services.documents.all(COMMENTS).map(({_id}) => _id)
    await lake.close()
    expect(all.toSorted()).toEqual(idsOf(there, COMMENTS))
  }, 30_000)

  it('that the other side refuses stop the whole sync', async () => {
    const [here, there] = [await withComments(), await newsroom()]
    const refused = await push(here, there, ['--comments'], 'editor')
    expect(text(refused)).toMatch(/^1 [^]*Comments and tasks cannot go along\. [^]*leave them out/)
    expect(idsOf(there)).toEqual([])
    expect(idsOf(there, COMMENTS)).toEqual([])
  }, 30_000)
})
