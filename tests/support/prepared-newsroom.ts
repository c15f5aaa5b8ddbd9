// Runs once before the browser tests: makes the demonstration newsroom as its first start leaves it, signs
// everybody in, and starts the server that most test files share. Servers of a file's own get a copy.
import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {TestProject} from 'vitest/node'
import {withAccess} from '../../server/commands/data-folder.ts'
import {startServer} from './server-process.ts'

export const PASSWORD = 'four words of one’s own'

const TOKENS = ['editor', 'importer', 'administrator'] as const

export interface PreparedNewsroom {
  /** A stopped newsroom's data folder, to be copied. */
  folder: string
  /** The running newsroom that test files share. */
  shared: {origin: string; folder: string}
  /** What the session cookie of each person holds, by name. They count in every copy. */
  sessions: Record<string, string>
  tokens: Record<(typeof TOKENS)[number], string>
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
  await first.stop()
  const access = await signInAll(folder, first.links)

  const shared = join(parent, 'shared')
  cpSync(folder, shared, {recursive: true})
  const server = await startServer(shared)
  project.provide('newsroom', {folder, shared: {origin: server.origin, folder: shared}, ...access})
  return async () => {
    await server.stop()
    rmSync(parent, {recursive: true, force: true})
  }
}

function signInAll(folder: string, links: ReadonlyMap<string, string>) {
  return withAccess(folder, {}, async ({signIn, tokens}) => {
    const sessions: PreparedNewsroom['sessions'] = {}
    for (const [name, link] of links) {
      const secret = new URL(link).pathname.split('/').at(-1) ?? ''
      sessions[name] = (await signIn.withLink({secret, password: PASSWORD})).secret
    }
    const secretOf = (role: string) => tokens.create({name: 'test', role}).secret
    const [editor, importer, administrator] = TOKENS.map(secretOf) as [string, string, string]
    return {sessions, tokens: {editor, importer, administrator}}
  })
}
