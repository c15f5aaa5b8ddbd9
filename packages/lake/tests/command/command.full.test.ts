// copydesk-lake as a process of its own, from its sources.
import {spawn, type ChildProcess} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, onTestFinished, test} from 'vitest'
import {temporaryFolder} from '../../../../tests/support/temporary-folder.ts'

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url))
const PROGRAM = join(PACKAGE, 'bin/copydesk-lake.js')
const folder = temporaryFolder()

interface Running {
  child: ChildProcess
  output(): string
  /** Its exit code. */
  ended: Promise<number | null>
}

function run(...args: string[]): Running {
  return follow(spawn(process.execPath, ['--conditions=@copydesk/source', PROGRAM, ...args]))
}

function follow(child: ChildProcess): Running {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  }
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {child, output: () => text, ended}
}

/** Resolves once it runs, with what it printed. */
async function started(...args: string[]): Promise<Running> {
  const running = run('--port', '0', ...args)
  await expect.poll(running.output, {timeout: 20_000}).toContain('Ctrl+C stops it.')
  return running
}

async function printed(...args: string[]): Promise<{code: number | null; text: string}> {
  const {ended, output} = run(...args)
  return {code: await ended, text: output().trim()}
}

test('the first start creates an administrator, and later ones say how to get a link', async () => {
  const data = join(folder, 'data')
  const first = await started('--data', data)
  const link = /http:\/\/localhost:\d+\/sign-in\/\S+/.exec(first.output())?.[0] ?? ''
  expect(await (await fetch(link)).text()).toContain('Administrator')
  expect(await printed('--data', data, '--port', '0')).toEqual({
    code: 1,
    text: `Another server uses the data folder ${data}: stop it, or choose another folder.`,
  })
  const {port} = new URL(link)
  const other = join(folder, 'other')
  expect(await printed('--data', other, '--port', port)).toEqual({
    code: 1,
    text: `Port ${port} is taken: stop what runs there, or choose another with --port.`,
  })
  expect(existsSync(other)).toBe(false)
  first.child.kill('SIGINT')
  expect(await first.ended).toBe(0)

  const second = await started('--data', data)
  expect(second.output()).not.toContain('/sign-in/')
  expect(second.output()).toContain(`npx copydesk-lake sign-in --data ${data}`)
  const [renewed = ''] = (await printed('sign-in', '--data', data)).text.split('\n')
  expect((await fetch(renewed)).status).toBe(200)
  expect((await fetch(link.replace(port, new URL(renewed).port))).status).toBe(410)
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
})

test('people are invited and programs get tokens, only with roles that exist', async () => {
  const data = join(folder, 'people')
  const lake = await started('--data', data)
  const [link = ''] = (await printed('invite', 'rosa@example.org', '--data', data)).text.split('\n')
  expect(await (await fetch(link)).text()).toContain('Welcome, rosa')
  const {text: token} = await printed('token', '--role', 'viewer', '--data', data)
  const headers = {authorization: `Bearer ${token}`}
  const me = await fetch(`${new URL(link).origin}/v1/users/me`, {headers})
  expect(await me.json()).toMatchObject({role: 'viewer'})
  expect(await printed('token', '--role', 'king', '--data', data)).toMatchObject({
    code: 1,
    text: expect.stringMatching(/^There is no role "king"\. Roles are: administrator, .*\.$/),
  })
  lake.child.kill('SIGTERM')
  await lake.ended
})

test('an origin that the options no longer name is not allowed', async () => {
  const data = join(folder, 'origins')
  const allowed = async (...args: string[]): Promise<string[]> => {
    const lake = await started('--data', data, ...args)
    const address = /http:\/\/localhost:\d+/.exec(lake.output())?.[0] ?? ''
    const origins = ['http://localhost:3333', 'https://studio.example.org', 'http://localhost:4000']
    const answers = await Promise.all(
      origins.map(async (origin) => {
        const {headers} = await fetch(`${address}/v1/ping`, {headers: {origin}})
        return headers.has('access-control-allow-credentials') ? [origin] : []
      }),
    )
    lake.child.kill('SIGTERM')
    await lake.ended
    return answers.flat()
  }
  expect(await allowed('--allow-origin', 'https://studio.example.org')).toEqual([
    'http://localhost:3333',
    'https://studio.example.org',
  ])
  expect(await allowed()).toEqual(['http://localhost:3333'])
})

test.each([
  [['--allow-origin', 'studio'], '"studio" is not an origin.'],
  [['serve'], 'There is no command "serve". "copydesk-lake --help" lists the commands.'],
  [['--colour', 'red'], 'Unknown option \'--colour\'. "copydesk-lake --help" lists the options.'],
  [['sign-in'], 'There is no lake in '],
  [['sanity', 'dataset', 'list'], 'No lake runs on '],
])('%j is refused with a reason', async (args, sentence) => {
  const {code, text} = await printed('--data', join(folder, 'none'), '--port', '0', ...args)
  expect(code).toBe(1)
  expect(text).toContain(sentence)
  expect(text).not.toContain('\n')
})

test('a Node that is too old is refused with a reason', async () => {
  const old = join(folder, 'old')
  mkdirSync(old)
  cpSync(join(PACKAGE, 'bin'), join(old, 'bin'), {recursive: true})
  writeFileSync(join(old, 'package.json'), '{"type": "module", "engines": {"node": ">=99"}}')
  const {ended, output} = follow(spawn(process.execPath, [join(old, 'bin/copydesk-lake.js')]))
  expect(await ended).toBe(1)
  expect(output()).toBe(
    `copydesk-lake needs Node 99 or newer, and this is ${process.version}. Install Node 99, or add it to this project with "npm install node@99".\n`,
  )
})
