// Runs once before the browser tests: makes the demonstration newsroom as its first start leaves it, signs
// everybody in, and starts the server that most test files share. Servers of a file's own get a copy.
import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {TestProject} from 'vitest/node'
import {startServer} from './server-process.ts'

export const PASSWORD = 'four words of one’s own'

export interface PreparedNewsroom {
  /** A stopped newsroom's data folder, to be copied. */
  folder: string
  /** The running newsroom that test files share. */
  shared: {origin: string; folder: string}
  /** What the session cookie of each person holds, by name. They count in every copy. */
  sessions: Record<string, string>
}

declare module 'vitest' {
  export interface ProvidedContext {
    newsroom: PreparedNewsroom
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const parent = mkdtempSync(join(tmpdir(), 'copydesk-newsrooms-'))
  const folder = join(parent, 'prepared')
  const first = await startServer(folder)
  const sessions = await signInAll(first.links)
  await first.stop()

  const shared = join(parent, 'shared')
  cpSync(folder, shared, {recursive: true})
  const server = await startServer(shared)
  project.provide('newsroom', {folder, shared: {origin: server.origin, folder: shared}, sessions})
  return async () => {
    await server.stop()
    rmSync(parent, {recursive: true, force: true})
  }
}

/** Signs everybody in, and answers what the session cookie of each person holds, by name. */
export async function signInAll(
  links: ReadonlyMap<string, string>,
): Promise<Record<string, string>> {
  const signIn = async ([name, link]: [string, string]): Promise<[string, string]> => {
    const body = new URLSearchParams({password: PASSWORD, again: PASSWORD})
    const answer = await fetch(link, {method: 'POST', body, redirect: 'manual'})
    const [cookie = ''] = answer.headers.getSetCookie()
    const session = /=([^;]+)/.exec(cookie)?.[1]
    if (!session) throw new Error(`${name} could not sign in: ${answer.status}`)
    return [name, session]
  }
  return Object.fromEntries(await Promise.all([...links].map(signIn)))
}
