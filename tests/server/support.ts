// Commands as child processes, on a data folder of their own.
import {spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll} from 'vitest'
import type {FrontMaker} from '../../server/front.ts'
import {SOURCES} from '../../server/paths.ts'

const SCRIPT = fileURLToPath(new URL('../../scripts/copydesk.ts', import.meta.url))
const folders: string[] = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true})
})

/** A folder that is gone after the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-test-'))
  folders.push(folder)
  return folder
}

export interface Outcome {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs `copydesk <args>`; nothing of this process's environment names another data folder. */
export async function copydesk(args: string[], environment: object = {}): Promise<Outcome> {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^(COPYDESK_|SANITY_|PORT$|HOST$|PUBLIC_URL$|TRUST_PROXY$|SITE$|OIDC_|PASSWORD_SIGN_IN$|METRICS_TOKEN$|LOG_LEVEL$|SLOW_QUERY_MS$|QUERY_MEMORY_MB$|SMTP_|INIT_CWD$)/.test(
        name,
      ),
  )
  const child = spawn(process.execPath, [SOURCES, SCRIPT, ...args], {
    env: {...Object.fromEntries(inherited), ...environment},
  })
  const outcome: Outcome = {code: null, stdout: '', stderr: ''}
  child.stdout.on('data', (chunk: Buffer) => void (outcome.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => void (outcome.stderr += chunk.toString()))
  outcome.code = await new Promise((resolve) => child.once('close', resolve))
  return outcome
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
