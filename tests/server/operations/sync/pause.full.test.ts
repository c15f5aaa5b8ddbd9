// A restored newsroom beside the original: nobody gets a message twice, and nothing is published twice.
import {existsSync, mkdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {backUp} from '../../../../server/operations/backup/back-up.ts'
import {restoreBackup} from '../../../../server/operations/backup/restore-backup.ts'
import {ROOT} from '../../../../server/paths.ts'
import {type Receiver, startReceiver} from '@copydesk/lake/tests/webhooks/receiver.ts'
import {START, startLake, type TestLake} from '../../../support/lake.ts'
import {startNewsroomWithMail, subjectsOf} from '../../mail/support.ts'
import {onFolder, temporaryFolder} from '../../support.ts'

const MINUTE = 60_000
const at = (minutes: number): string => new Date(START + minutes * MINUTE).toISOString()

let lake: TestLake
let receiver: Receiver
const open: TestLake[] = []
beforeEach(async () => {
  lake = await startLake({webhooksPrivate: 'allow', serve: false})
  receiver = await startReceiver()
  lake.lake.services.webhooks.add({name: 'Index', url: receiver.url, dataset: 'production'})
  await schedule(lake)
})
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  await lake.close()
  await receiver.close()
})

/** A release with one version, planned in ten minutes by an editor. */
async function schedule({lake: {services}, person, fetch}: TestLake): Promise<void> {
  const {cookie} = person('editor')
  const actions = [
    {actionType: 'sanity.action.release.create', releaseId: 'ten', metadata: {title: 'Ten'}},
    {
      actionType: 'sanity.action.document.version.create',
      publishedId: 'ports',
      document: {_id: 'versions.ten.ports', _type: 'topic', title: 'Ports'},
    },
    {actionType: 'sanity.action.release.schedule', releaseId: 'ten', publishAt: at(10)},
  ]
  const response = await fetch('/v2025-02-19/data/actions/production', {
    method: 'POST',
    headers: {cookie, 'content-type': 'application/json'},
    body: JSON.stringify({actions}),
  })
  expect(response.status, await response.text()).toBe(200)
  expect(services.documents.get('production', '_.releases.ten')).toMatchObject({state: 'scheduled'})
}

async function restored(options: {awake?: boolean} = {}): Promise<TestLake> {
  const {folder: backup} = await backUp({dataFolder: lake.folder, place: temporaryFolder()})
  const dataFolder = join(temporaryFolder(), 'restored')
  await restoreBackup({backup, dataFolder, clock: () => START, ...options})
  const copy = await startLake({dataFolder, webhooksPrivate: 'allow', serve: false})
  open.push(copy)
  return copy
}

const topic = (id: string) => ({_id: id, _type: 'topic', title: id})
const look = async ({lake: {services}}: TestLake): Promise<void> => {
  await services.timer.check()
  await services.webhooks.check()
}
const published = ({lake: {services}}: TestLake): boolean =>
  services.documents.get('production', 'ports') !== null
const told = (): string[] => receiver.received.map(({json}) => (json as {_id: string})._id)

describe('a copy', () => {
  it('sends nothing that the newsroom sends, and publishes nothing that is scheduled', async () => {
    receiver.answer(503)
    await lake.client('editor').create(topic('waits'))
    await look(lake)
    receiver.answer(200)
    const before = receiver.received.length
    const copy = await restored()
    await copy.client('editor').create(topic('of-the-copy'))
    for (const one of [lake, copy]) one.setTime(START + 11 * MINUTE)

    await look(copy)
    expect(receiver.received).toHaveLength(before)
    expect(published(copy)).toBe(false)
    await look(lake)
    expect(published(lake)).toBe(true)
    expect(told().slice(before)).toEqual(['waits', 'ports'])
    await look(copy)
    expect(told().slice(before)).toEqual(['waits', 'ports'])
  })

  it('that is resumed publishes what fell due, once, and sends nothing that is older', async () => {
    receiver.answer(503)
    await lake.client('editor').create(topic('waits'))
    await look(lake)
    receiver.answer(200)
    const before = receiver.received.length
    const copy = await restored()
    await copy.client('editor').create(topic('while-paused'))
    copy.setTime(START + 11 * MINUTE)
    await look(copy)

    // Another process resumes it while the server has it open.
    const run = onFolder(copy.folder)
    expect((await run('doctor')).stdout).toContain(`It is paused since ${at(0)}`)
    expect((await run('resume')).stdout).toBe('It is the newsroom now.\n')
    // The name of 0.4.
    expect((await run('wake')).stdout).toBe('It was not paused.\n')
    expect((await run('doctor')).stdout).not.toContain('paused')
    await look(copy)
    await look(copy)
    expect(published(copy)).toBe(true)
    expect(told().slice(before)).toEqual(['ports'])
    await copy.client('editor').create(topic('afterwards'))
    await look(copy)
    expect(told().slice(before)).toEqual(['ports', 'afterwards'])
    const log = copy.lake.services.log.since(0, 1_000)
    const publications = log.filter(({changes}) => changes.some(({id}) => id === 'ports'))
    expect(publications).toHaveLength(1)
  }, 30_000)

  it('that takes the newsroom’s place is not paused, and drops waiting deliveries', async () => {
    receiver.answer(503)
    await lake.client('editor').create(topic('waits'))
    await look(lake)
    receiver.answer(200)
    const before = receiver.received.length
    const copy = await restored({awake: true})
    copy.setTime(START + 11 * MINUTE)
    await look(copy)
    await look(copy)
    expect(published(copy)).toBe(true)
    expect(told().slice(before)).toEqual(['ports'])
  })

  it('made by hand is paused by a command', async () => {
    const run = onFolder(lake.folder)
    receiver.answer(503)
    await lake.client('editor').create(topic('waits'))
    await look(lake)
    const paused = await run('pause')
    expect(paused.stdout).toMatch(/^It is paused, as a copy should be/)
    expect(paused.stderr).toContain('1 deliveries')
    lake.setTime(START + 11 * MINUTE)
    await look(lake)
    expect(published(lake)).toBe(false)
    expect((await onFolder(join(temporaryFolder(), 'none'))('rest')).stderr).toContain(
      'There is no newsroom in',
    )
  }, 30_000)
})

it('says so when it is restored, unless it takes the place', async () => {
  const {folder} = await backUp({dataFolder: lake.folder, place: temporaryFolder()})
  const target = join(temporaryFolder(), 'restored')
  const first = await onFolder(target)('restore', folder)
  expect(first.stderr).toMatch(
    /It is paused, as a copy should be: it sends no webhooks .* -- resume --data [^"]+"/,
  )
  expect(existsSync(join(target, 'lake.sqlite'))).toBe(true)
  const second = await onFolder(target)('restore', folder, '--force', '--awake')
  expect(second.stderr).toContain('It is the newsroom now.')
  expect((await onFolder(target)('resume')).stdout).toBe('It was not paused.\n')
}, 30_000)

it('is paused, too, when a Copydesk without webhooks wrote it', async () => {
  const old = temporaryFolder()
  mkdirSync(join(old, 'assets'))
  // Its tables stand in alphabetical order.
  const database = new DatabaseSync(join(old, 'lake.sqlite'), {enableForeignKeyConstraints: false})
  database.exec(readFileSync(join(ROOT, 'tests/fixtures/database-0.1.0.sql'), 'utf8'))
  expect(database.prepare('PRAGMA user_version').get()).toEqual({user_version: 1})
  database.close()
  const {folder: backup} = await backUp({dataFolder: old, place: temporaryFolder()})
  const dataFolder = join(temporaryFolder(), 'restored')
  const {givenUp} = await restoreBackup({backup, dataFolder, clock: () => START})
  expect(givenUp).toBe(0)
  const copy = await startLake({dataFolder, serve: false})
  open.push(copy)
  expect(copy.lake.services.pause.since()).toBe(at(0))
})

it('sends no e-mail while it is paused, and none about what is older than its end', async () => {
  const {open: start, notify, server, testLake} = await startNewsroomWithMail()
  const {pause} = testLake.lake.services
  await notify('before')
  testLake.setTime(START + MINUTE)
  pause.begin(at(1))
  const mail = start()
  await notify('meanwhile')
  await mail.look()
  expect(server.connections).toBe(0)
  testLake.setTime(START + 2 * MINUTE)
  pause.end(at(2))
  await mail.look()
  expect(server.connections).toBe(0)
  testLake.setTime(START + 3 * MINUTE)
  await notify('afterwards')
  await mail.look()
  expect(subjectsOf(server)).toEqual(['Submitted: Headline afterwards'])
})
