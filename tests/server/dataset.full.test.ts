// The command `dataset`, while a server runs on the folder and while none does; and what other commands
// do with a dataset by its name.
import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {startLake} from '../support/lake.ts'
import {copydeskProcess, onFolder, temporaryFolder} from './support.ts'

const folder = temporaryFolder()
const run = onFolder(folder)
beforeAll(async () => (await startLake({dataFolder: folder, serve: false})).close())

/** Rows of a table that a command prints, without its heading. */
const rowsIn = (stdout: string): string[][] =>
  stdout
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/ {2,}/))

describe('dataset, while the server runs', () => {
  it('creates one, which the server then has, and deletes it when its name is confirmed', async () => {
    const lake = await startLake({dataFolder: folder})
    try {
      const created = await run('dataset', 'create', 'staging', '--visibility', 'private')
      expect(created).toMatchObject({
        code: 0,
        stdout: 'The dataset staging is there. Its visibility: private.\n',
      })
      const editor = lake.client('editor').withConfig({dataset: 'staging'})
      await editor.create({_id: 'ports', _type: 'topic', title: 'Ports'})
      expect(
        rowsIn((await run('dataset', 'list')).stdout)
          .at(-1)
          ?.slice(0, 3),
      ).toEqual(['staging', 'private', '1'])
      const refused = await run('dataset', 'delete', 'staging')
      expect(refused).toMatchObject({
        code: 1,
        stderr:
          'The dataset staging has 1 documents. To delete it for good, add --confirm staging.\n',
      })
      const deleted = await run('dataset', 'delete', 'staging', '--confirm', 'staging')
      expect(deleted).toMatchObject({code: 0, stdout: 'The dataset staging is deleted.\n'})
      // The server looks for what other processes wrote a few times a second.
      lake.lake.services.hub.notify()
      await expect(editor.fetch('*')).rejects.toThrow('Dataset "staging" does not exist.')
    } finally {
      await lake.close()
    }
  })
})

describe('dataset, while no server runs', () => {
  it('tells who did what', async () => {
    const {stdout} = await run('dataset', 'events')
    expect(rowsIn(stdout).map(([, ...told]) => told)).toEqual([
      ['staging', 'deleted, with 1 documents', expect.stringMatching(/, by a command$/)],
      ['staging', 'created, private', expect.stringMatching(/, by a command$/)],
    ])
  })

  it.each([
    [['create', 'production'], 'The dataset "production" exists already.'],
    [['delete', 'other', '--confirm', 'other'], 'There is no dataset "other".'],
  ])('%j is refused', async (args, says) => {
    const {code, stderr} = await run('dataset', ...args)
    expect(code).toBe(1)
    expect(stderr).toContain(says)
  })
})

describe('a created dataset', () => {
  it('is exported and imported by name, and is in backups', async () => {
    const lake = await startLake({dataFolder: folder, serve: false})
    await lake.client('administrator').datasets.create('staging', {aclMode: 'private'})
    await lake
      .client('editor')
      .withConfig({dataset: 'staging'})
      .create({_id: 'ports', _type: 'topic', title: 'Ports'})
    await lake.close()

    const file = `${folder}/staging.tar.gz`
    const exported = await run('export', file, '--dataset', 'staging')
    expect(exported.stderr).toContain('Exported 1 documents')
    await run('dataset', 'create', 'copy')
    const imported = await run('import', file, '--dataset', 'copy')
    expect(imported.stderr).toContain('Imported 1 documents')
    expect((await run('export', `${folder}/x.ndjson`, '--dataset', 'other')).stderr).toContain(
      'There is no dataset "other".',
    )

    const place = temporaryFolder()
    await run('backup', place)
    const restored = join(temporaryFolder(), 'data')
    await onFolder(restored)('restore', join(place, readdirSync(place)[0] ?? ''))
    const {stdout} = await onFolder(restored)('dataset', 'list')
    expect(rowsIn(stdout).map((row) => row.slice(0, 3))).toEqual([
      ['copy', 'public', '1'],
      ['production', 'public', '0'],
      ['production-comments', 'private', '0'],
      ['staging', 'private', '1'],
    ])
    expect((await run('doctor')).stdout).toContain('staging with 1')
  })

  it('is named by a purge, which looks at the content only', async () => {
    const lake = await startLake({dataFolder: folder, serve: false})
    await lake.client('editor').create({_id: 'rails', _type: 'topic', title: 'Rails'})
    await lake.close()
    const {stdout} = await run('purge', 'rails', '--yes')
    expect(stdout).toContain('Nothing was purged of other datasets: copy, staging.')
  })

  it(
    'is created, changed, listed and deleted by Sanity’s command line',
    {tags: ['soak']},
    async () => {
      const sanity = (...args: string[]) =>
        copydeskProcess(['sanity', '--data', folder, 'datasets', ...args])
      const created = await sanity('create', 'by-sanity', '--visibility', 'private')
      expect(created.stdout + created.stderr).toContain('created')
      expect((await sanity('visibility', 'set', 'by-sanity', 'public')).code).toBe(0)
      expect((await sanity('list')).stdout).toContain('by-sanity')
      expect((await sanity('delete', 'by-sanity', '--force')).code).toBe(0)
      const events = rowsIn((await run('dataset', 'events')).stdout)
      expect(events.slice(0, 3).map((row) => [row[1], row[2]])).toEqual([
        ['by-sanity', 'deleted, with 0 documents'],
        ['by-sanity', 'private became public'],
        ['by-sanity', 'created, private'],
      ])
    },
  )
})
