import {execFileSync} from 'node:child_process'
import {dirname, join} from 'node:path'
import {expect, test} from 'vitest'
import {ROOT} from '../../server/paths.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

/** Where a command run with these settings keeps what Node makes of files, and where its threads do. */
function keptIn(settings: Record<string, string>): string[] {
  const {NODE_COMPILE_CACHE: _, ...environment} = process.env
  const script = ['scripts/run.mjs', '../tests/support/print-compile-cache']
  const env = {...environment, ...settings}
  return execFileSync(process.execPath, script, {cwd: ROOT, env, encoding: 'utf8'})
    .trim()
    .split('\n')
    .map(dirname)
}

test('what Node makes of files is kept for the next start, for threads, too', () => {
  const ours = join(ROOT, 'dist/compiled')
  expect(keptIn({})).toEqual([ours, ours])
})

test('it is kept where the operator says', () => {
  const theirs = temporaryFolder()
  expect(keptIn({NODE_COMPILE_CACHE: theirs})).toEqual([theirs, theirs])
})

test('a command that is started without npm finds the packages', () => {
  const script = ['scripts/run.mjs', 'copydesk', '--help']
  const output = execFileSync(process.execPath, script, {cwd: ROOT, encoding: 'utf8'})
  expect(output).toContain('Usage: copydesk')
})
