// Commands on a data folder of their own, in this process or in one of theirs.
import {spawn} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {format} from 'node:util'
import {expect, vi} from 'vitest'
import {OperatorError} from '@copydesk/lake/errors'
import type {FrontMaker} from '../../server/front.ts'
import {runCommand} from '../../server/commands/program.ts'
import {readEnvironment} from '../../server/environment.ts'
import {SOURCES} from '../../server/paths.ts'
export {temporaryFolder} from '../support/temporary-folder.ts'

const SCRIPT = fileURLToPath(new URL('../../scripts/copydesk.ts', import.meta.url))

export interface Outcome {
  code: number | null
  stdout: string
  stderr: string
}

/** Settings of a newsroom: tests set those that they need. */
const SETTING =
  /^(COPYDESK_|SANITY_|PORT$|HOST$|PUBLIC_URL$|TRUST_PROXY$|SITE$|OIDC_|PASSWORD_SIGN_IN$|METRICS_TOKEN$|LOG_LEVEL$|SLOW_QUERY_MS$|QUERY_MEMORY_MB$|SMTP_|INIT_CWD$)/

/** This process's environment without settings, and with those given. */
function environmentWith(settings: object): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !SETTING.test(name))
  return {...Object.fromEntries(inherited), ...settings}
}

/** Runs `copydesk <args>` in a process of its own. One test of each command does (processes.full.test.ts). */
export async function copydeskProcess(
  args: readonly string[],
  settings: object = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [SOURCES, SCRIPT, ...args], {
    env: environmentWith(settings),
  })
  const outcome: Outcome = {code: null, stdout: '', stderr: ''}
  child.stdout.on('data', (chunk: Buffer) => void (outcome.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => void (outcome.stderr += chunk.toString()))
  outcome.code = await new Promise((resolve) => child.once('close', resolve))
  return outcome
}

let last: Promise<unknown> = Promise.resolve()

/** Runs `copydesk <args>` in this process, which takes a tenth of the time. Commands come one after the other. */
export function copydesk(args: readonly string[], settings: object = {}): Promise<Outcome> {
  const outcome = last.then(() => runHere(args, settings))
  last = outcome.catch(() => {})
  return outcome
}

async function runHere(args: readonly string[], settings: object): Promise<Outcome> {
  const {env, exitCode} = process
  const umask = process.umask()
  const outcome: Outcome = {code: null, stdout: '', stderr: ''}
  const hear = (stream: 'stdout' | 'stderr', name: 'log' | 'error') => [
    vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
      outcome[stream] += String(chunk)
      return true
    }),
    vi.spyOn(console, name).mockImplementation((...values) => {
      outcome[stream] += `${format(...values)}\n`
    }),
  ]
  const heard = [...hear('stdout', 'log'), ...hear('stderr', 'error')]
  process.env = environmentWith(settings)
  process.exitCode = undefined
  try {
    outcome.code = await runCommand(args)
  } finally {
    for (const spy of heard) spy.mockRestore()
    process.env = env
    process.exitCode = exitCode
    process.umask(umask)
  }
  return outcome
}

/** The sentence in which these settings are refused; empty where they are not. */
export function refusal(variables: Record<string, string>): string {
  try {
    readEnvironment(variables)
    return ''
  } catch (error) {
    expect(error).toBeInstanceOf(OperatorError)
    return (error as Error).message
  }
}

/** The same, bound to one data folder. */
export const onFolder =
  (folder: string) =>
  (...args: string[]): Promise<Outcome> =>
    copydesk([...args, '--data', folder])

/** A newsroom's lake without studio and site. */
export const noFront: FrontMaker = {
  open: async () => ({pages: () => new Response('a page'), close: async () => {}}),
}
