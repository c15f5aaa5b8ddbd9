// What the operator types to see how much there is to merge, and to merge it.
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {compactHistoryCommand} from '../../server/commands/compact-history.ts'
import {readEnvironment} from '../../server/environment.ts'
import {startLake} from '../support/lake.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const LONG_AGO = Date.parse('2025-01-01T10:00:00.000Z')

let folder: string
let said: string[]

beforeEach(async () => {
  folder = temporaryFolder()
  said = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  const lake = await startLake({dataFolder: folder, time: LONG_AGO})
  const importer = lake.client('importer')
  await importer.create({_id: 'drafts.a', _type: 'topic', title: ''})
  for (const title of ['T', 'Ti', 'Tid', 'Tide']) {
    await importer.patch('drafts.a').set({title}).commit()
  }
  await lake.close()
})
afterEach(() => vi.restoreAllMocks())

const run = async (...args: string[]): Promise<string> => {
  said = []
  await compactHistoryCommand().parseAsync(['--data', folder, ...args], {from: 'user'})
  return said.join('\n')
}

describe('compact-history', () => {
  it('says what there is, merges it, and has nothing to do then', async () => {
    expect(await run('--dry-run')).toBe('To be merged: 4 edits of one draft into 1.')
    expect(await run('--dry-run')).toBe('To be merged: 4 edits of one draft into 1.')
    expect(await run()).toBe('Merged: 4 edits of one draft into 1.')
    expect(await run()).toMatch(/^Nothing is to be merged/)
    const lake = await startLake({dataFolder: folder, time: LONG_AGO})
    expect(lake.lake.services.log.since(0, 100)).toHaveLength(2)
    expect(await lake.client('editor').getDocument('drafts.a')).toMatchObject({title: 'Tide'})
    await lake.close()
  })

  it('wants a newsroom', async () => {
    const missing = join(folder, 'missing')
    const command = compactHistoryCommand().parseAsync(['--data', missing], {from: 'user'})
    await expect(command).rejects.toThrow('There is no newsroom')
  })
})

describe('COPYDESK_HISTORY_DAYS', () => {
  it('is thirty unless it is set', () => {
    expect(readEnvironment({}).historyDays).toBe(30)
    expect(readEnvironment({COPYDESK_HISTORY_DAYS: '365'}).historyDays).toBe(365)
  })

  it.each(['0', '-1', '1.5', 'ever', '1e9'])('is not %s', (days) => {
    expect(() => readEnvironment({COPYDESK_HISTORY_DAYS: days})).toThrow('COPYDESK_HISTORY_DAYS')
  })
})
