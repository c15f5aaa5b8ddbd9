// Starts the newsroom of a bench on a temporary folder: lake and site, as readers find them.
import {fork, type ChildProcess} from 'node:child_process'
import {mkdtempSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {LakeDocument} from '@copydesk/lake/types'
import {ROOT} from '../../server/paths.ts'
import {DATASET} from '../../server/newsroom-lake.ts'
import {withFolder} from './folder.ts'
import {usageOf, type Usage} from './usage.ts'

export interface BenchNewsroom {
  origin: string
  /** An importer's. */
  token: string
  /** A journalist's session cookie; only with the demonstration content. */
  session?: string
  /** Where a query is asked. */
  queryAddress(query: string): string
  /** Anybody's question to the lake: its result. */
  ask<T>(query: string): Promise<T>
  /** Gives a published document other fields. */
  publish(id: string, set: Record<string, string>): Promise<void>
  /** Hands bytes to the bare server of files; their address there. */
  asFile(bytes: Uint8Array): string
  /** What its process has used up so far. */
  usage(): Promise<Usage>
}

/** What the process of a newsroom reports. */
interface Started {
  origin: string
  token: string
  session?: string
  files: string
}

/**
 * Runs `work` with a newsroom of its own, which is gone afterwards.
 *
 * @param documents what it holds; the demonstration content where there are none
 * @param settings whose `X-Forwarded-For` is believed, how many threads answer queries, and the folder of another project
 */
export async function withNewsroom<T>(
  documents: readonly LakeDocument[],
  work: (newsroom: BenchNewsroom) => Promise<T>,
  {
    trustProxy = 'none',
    threads,
    project = ROOT,
  }: {trustProxy?: string; threads?: number; project?: string} = {},
): Promise<T> {
  return await withFolder(documents, async (folder) => {
    const fileFolder = mkdtempSync(join(folder, 'files-'))
    const content = documents.length > 0 ? 'filled' : 'demonstration'
    const script = join(project, 'scripts/bench/site-process.ts')
    const args = [folder, fileFolder, content, trustProxy, String(threads ?? '')]
    const child = fork(script, args, {cwd: project})
    try {
      const started = await new Promise<Started>((resolve, reject) => {
        child.once('message', (message) => resolve(message as Started))
        child.once('exit', (code) => reject(new Error(`The newsroom ended with ${code}.`)))
      })
      return await work(newsroomAt(started, fileFolder, child))
    } finally {
      child.kill()
    }
  })
}

function newsroomAt(
  {origin, token, session, files}: Started,
  fileFolder: string,
  child: ChildProcess,
): BenchNewsroom {
  const api = `${origin}/v2025-02-19/data`
  const queryAddress = (query: string): string =>
    `${api}/query/${DATASET}?${new URLSearchParams({query})}`
  let file = 0
  const answered = async (response: Response): Promise<unknown> => {
    const text = await response.text()
    if (!response.ok) throw new Error(`${response.status}: ${text.slice(0, 500)}`)
    return JSON.parse(text)
  }
  return {
    origin,
    token,
    ...(session && {session}),
    queryAddress,
    usage: () => usageOf(child),
    async ask<T>(query: string) {
      const answer = await answered(await fetch(queryAddress(query)))
      return (answer as {result: T}).result
    },
    async publish(id, set) {
      const headers = {authorization: `Bearer ${token}`, 'content-type': 'application/json'}
      const body = JSON.stringify({mutations: [{patch: {id, set}}]})
      await answered(await fetch(`${api}/mutate/${DATASET}`, {method: 'POST', headers, body}))
    },
    asFile(bytes) {
      const name = `page-${(file += 1)}`
      writeFileSync(join(fileFolder, name), bytes)
      return `${files}/${name}`
    },
  }
}
