// An import of a WordPress site is killed in the middle, and started again.
import {spawn} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {documentTable, openDatabase} from '@copydesk/lake/store'
import {SOURCES} from '../../server/paths.ts'
import {onFolder, temporaryFolder} from '../server/support.ts'
import {largeExport} from '../support/wordpress-export.ts'

const SCRIPT = fileURLToPath(new URL('../../scripts/copydesk.ts', import.meta.url))
const POSTS = 400

/** Kills the process with SIGKILL when its output says so, and answers what it said. */
async function killedAt(pattern: RegExp, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [SOURCES, SCRIPT, ...args])
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    if (pattern.test(said)) child.kill('SIGKILL')
  })
  await new Promise((resolve) => child.once('close', resolve))
  return said
}

/** All documents without what differs from run to run. */
function contentOf(folder: string): Record<string, unknown>[] {
  const database = openDatabase(join(folder, 'lake.sqlite'), {readOnly: true})
  const all = documentTable(database).all('production')
  database.close()
  return all
    .filter(({_type}) => _type !== 'ledgerEntry')
    .map(({_rev: _r, _createdAt: _c, _updatedAt: _u, _system: _s, ...content}) => content)
}

async function newsroom(): Promise<string> {
  const folder = join(temporaryFolder(), 'newsroom')
  await onFolder(folder)('init', '--name', 'Holm', '--admin', 'a@holm.example')
  return folder
}

test('killed in the middle, it goes on where it was, and writes nothing twice', async () => {
  const file = join(temporaryFolder(), 'export.xml')
  writeFileSync(file, [...largeExport(POSTS)].join(''))
  const [whole, killed] = [await newsroom(), await newsroom()]
  const args = ['intake', 'wordpress', file]
  await onFolder(whole)(...args)

  const said = await killedAt(/Importing posts: \d+/, [...args, '--data', killed])
  expect(said).not.toMatch(/Imported/)
  const written = contentOf(killed).filter(({_type}) => _type === 'article').length
  expect(written).toBeGreaterThan(0)
  expect(written).toBeLessThan(POSTS)

  const {code, stdout} = await onFolder(killed)(...args)
  expect(code).toBe(0)
  expect(stdout).toMatch(/Documents as they were: \d+/)
  expect(contentOf(killed)).toEqual(contentOf(whole))
}, 300_000)
