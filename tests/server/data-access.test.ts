// On a machine that other people have accounts on, nobody else opens the newsroom's files.
import {chmodSync, mkdirSync, readdirSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {checkAccess} from '../../server/operations/doctor/examinations.ts'
import {keepPrivate, openToOthers, type DataAccess} from '../../server/data-access.ts'
import {startNewsroom} from '../../server/newsroom.ts'
import {copydesk, noFront, temporaryFolder} from './support.ts'

let umask = 0
beforeAll(() => void (umask = process.umask(0o022)))
afterAll(() => void process.umask(umask))

const modeOf = (...path: string[]): string => (statSync(join(...path)).mode & 0o777).toString(8)

/** A data folder that existed before, with files as 0.4.0 made them. */
function openFolder(): string {
  const folder = temporaryFolder()
  chmodSync(folder, 0o775)
  for (const name of ['assets', 'backups']) {
    mkdirSync(join(folder, name))
    chmodSync(join(folder, name), 0o775)
  }
  for (const name of ['lake.sqlite', 'lake.sqlite-wal', 'text.sqlite', 'notes.txt']) {
    writeFileSync(join(folder, name), '')
    chmodSync(join(folder, name), 0o664)
  }
  return folder
}

describe.each<[DataAccess, string, string, string]>([
  ['owner', '755', '600', '700'],
  ['group', '775', '660', '770'],
])('with access for the %s', (access, folderMode, fileMode, innerMode) => {
  it('closes the files of the newsroom to all others, and leaves other files alone', () => {
    const folder = openFolder()
    chmodSync(folder, 0o777)
    const {closed, open} = keepPrivate(folder, access)
    process.umask(0o022)
    const ours = ['.', 'assets', 'backups', 'lake.sqlite', 'lake.sqlite-wal', 'text.sqlite']
    expect([closed, open]).toEqual([ours, []])
    expect(modeOf(folder)).toBe(folderMode)
    for (const name of ['assets', 'backups']) expect(modeOf(folder, name)).toBe(innerMode)
    for (const name of ours.slice(3)) expect(modeOf(folder, name)).toBe(fileMode)
    expect(modeOf(folder, 'notes.txt')).toBe('664')
    expect(keepPrivate(folder, access).closed).toEqual([])
    process.umask(0o022)
  })

  it('makes new files that others cannot open', () => {
    const folder = temporaryFolder()
    keepPrivate(folder, access)
    writeFileSync(join(folder, 'a'), '')
    process.umask(0o022)
    expect(modeOf(folder, 'a')).toBe(fileMode)
  })
})

it('doctor names what others can open, and nothing in a folder that nobody else may enter', () => {
  const folder = openFolder()
  const [finding] = checkAccess(folder, 'owner')
  expect(finding?.kind).toBe('problem')
  expect(finding?.text).toContain(
    `can open the folder itself, for writing, assets, backups, lake.sqlite, lake.sqlite-wal, text.sqlite in ${folder}.`,
  )
  expect(openToOthers(folder, 'group')).toEqual([
    'assets',
    'backups',
    'lake.sqlite',
    'lake.sqlite-wal',
    'text.sqlite',
  ])
  chmodSync(folder, 0o700)
  expect(checkAccess(folder, 'owner')).toEqual([
    {kind: 'ok', text: 'Only this account can open the files of the newsroom'},
  ])
})

it(
  'commands make a newsroom that only its owner can open, in a folder that was open',
  {tags: ['full']},
  async () => {
    const folder = temporaryFolder()
    chmodSync(folder, 0o755)
    const {code} = await copydesk(
      ['init', '--name', 'The Courier', '--admin', 'a@example.org', '--data', folder],
      {},
    )
    expect(code).toBe(0)
    expect(readdirSync(folder)).toContain('lake.sqlite')
    for (const name of readdirSync(folder)) expect(modeOf(folder, name), name).toMatch(/00$/)
  },
)

it('a start closes what earlier versions left open, and says so', async () => {
  const dataFolder = temporaryFolder()
  chmodSync(dataFolder, 0o755)
  writeFileSync(join(dataFolder, 'lake.sqlite'), '', {mode: 0o644})
  mkdirSync(join(dataFolder, 'assets'), {mode: 0o755})
  const lines: string[] = []
  const environment = {port: 0, host: '127.0.0.1', dataFolder}
  const options = {frontMaker: noFront, demonstration: false}
  const running = await startNewsroom(environment, (line) => lines.push(line), options)
  try {
    expect(lines[0]).toMatch(
      /^Other accounts .* closed now: assets, lake\.sqlite\. .* COPYDESK_DATA_ACCESS=group\.$/,
    )
    expect(openToOthers(dataFolder, 'owner')).toEqual([])
    for (const name of readdirSync(dataFolder))
      expect(modeOf(dataFolder, name), name).toMatch(/00$/)
  } finally {
    await running.close()
    process.umask(0o022)
  }
})
