// Several servers start from one checkout in which nothing is built.
import {spawn, type ChildProcess} from 'node:child_process'
import {existsSync, mkdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {copyProject} from '../support/project-copy.ts'
import {temporaryFolder} from './support.ts'

interface Build {
  child: ChildProcess
  said(): string
  code: Promise<number | null>
}

function build(root: string): Build {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'build-all'], {
    cwd: root,
    env: {...process.env, NODE_COMPILE_CACHE: undefined},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (said += chunk.toString()))
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {child, said: () => said, code}
}

const PATIENT = {timeout: 120_000}

test('one of them builds, also after a killed one, and the other uses the result', async () => {
  const root = join(temporaryFolder(), 'project')
  mkdirSync(root)
  copyProject(root)
  rmSync(join(root, 'dist'), {recursive: true, force: true})

  const killed = build(root)
  await expect.poll(killed.said, PATIENT).toContain('Building the')
  killed.child.kill('SIGKILL')
  await killed.code

  const both = [build(root), build(root)]
  expect(await Promise.all(both.map(({code}) => code))).toEqual([0, 0])
  const said = both.map((one) => one.said())
  expect(said.filter((text) => text.includes('Built the studio'))).toHaveLength(1)
  expect(said.filter((text) => text.includes('Waiting until another process'))).toHaveLength(1)
  for (const file of ['dist/studio/index.html', 'dist/site/server.js'])
    expect(existsSync(join(root, file)), file).toBe(true)
}, 400_000)
