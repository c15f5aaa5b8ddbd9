// Building the studio and reading its schema: Sanity's own tools open no connections.
import {spawn} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {expect, test} from 'vitest'
import {ROOT} from '../../server/paths.ts'
import {temporaryFolder} from './support.ts'

async function recorded(...args: string[]): Promise<{code: number | null; lines: string[]}> {
  const file = join(temporaryFolder(), 'connections.txt')
  const child = spawn(process.execPath, ['node_modules/sanity/bin/sanity', ...args], {
    cwd: ROOT,
    stdio: 'ignore',
    env: {
      ...process.env,
      // As scripts/run.mjs sets it before all else.
      DO_NOT_TRACK: '1',
      NODE_ENV: 'production',
      NODE_OPTIONS: `--import ${join(ROOT, 'tests/support/record-connections.ts')}`,
      RECORD_CONNECTIONS: file,
    },
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return {code, lines: readFileSync(file, 'utf8').trim().split('\n')}
}

/** Sanity's own programs take long beside other tests. */
const LONG = 180_000

test('sanity build', {timeout: LONG}, async () => {
  const {code, lines} = await recorded('build', join(temporaryFolder(), 'studio'), '-y')
  expect(code).toBe(0)
  expect(new Set(lines)).toEqual(new Set(['recording']))
})

test('sanity schema extract', {timeout: LONG}, async () => {
  // It takes a path from the folder of the project.
  const path = relative(ROOT, join(temporaryFolder(), 'schema.json'))
  const {code, lines} = await recorded('schema', 'extract', '--path', path)
  expect(code).toBe(0)
  expect(new Set(lines)).toEqual(new Set(['recording']))
})
