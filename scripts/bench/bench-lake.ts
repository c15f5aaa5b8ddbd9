// Starts the lake of a bench on a temporary folder and speaks to it over HTTP, as a studio does.
import {fork} from 'node:child_process'
import type {LakeDocument} from '@copydesk/lake/types'
import {DATASET} from '../../server/newsroom-lake.ts'
import {withFolder} from './folder.ts'
import {createPoster} from './post.ts'
import {usageOf, type Usage} from './usage.ts'

export interface BenchLake {
  folder: string
  origin: string
  /** An editor's. */
  token: string
  /** Tokens of as many others as were asked for, journalists and editors. */
  colleagues: readonly string[]
  /** Address of the bare WebSocket echo in the same process. */
  echo: string
  /** Posts JSON with the token and reads the answer. Throws for all but 200. */
  post(path: string, body: unknown): Promise<unknown>
  /** Asks as a program of a reader’s, whose answers are not kept; the answer as its text. */
  query(query: string, params?: Record<string, unknown>): Promise<string>
  /** Asks as anybody: who asks the same again gets what was kept. */
  ask(query: string, params?: Record<string, unknown>): Promise<string>
  /** What its process has used up so far. */
  usage(): Promise<Usage>
  close(): void
}

const ANSWER = `/query/${DATASET}?returnQuery=false`

/** Connections of those who write. */
const MOST_AT_ONCE = 64

interface Options {
  /** What the dataset holds before the lake opens it. */
  documents?: readonly LakeDocument[]
  /** How often the echo sends a message to each of its sockets. */
  echoes?: number
  colleagues?: number
}

/** Runs `work` with a lake of its own, which is gone afterwards. */
export async function withLake<T>(
  {documents = [], echoes = 1, colleagues = 0}: Options,
  work: (lake: BenchLake) => Promise<T>,
): Promise<T> {
  return await withFolder(documents, async (folder) => {
    const lake = await startLake(folder, echoes, colleagues)
    try {
      return await work(lake)
    } finally {
      lake.close()
    }
  })
}

/** What the process of a lake reports. */
interface Started {
  origin: string
  token: string
  reader: string
  colleagues: string[]
  echo: string
}

/** Starts a lake on a data folder. The caller closes it. */
export async function startLake(folder: string, echoes = 1, people = 0): Promise<BenchLake> {
  const script = new URL('./lake-process.ts', import.meta.url)
  const child = fork(script, [folder, String(echoes), String(people)])
  const {origin, token, reader, colleagues, echo} = await new Promise<Started>(
    (resolve, reject) => {
      child.once('message', (message) => resolve(message as Started))
      child.once('exit', (code) => reject(new Error(`The lake of the bench ended with ${code}.`)))
    },
  )
  const api = `${origin}/v2025-02-19/data`
  const send = async (path: string, body: unknown, headers: Record<string, string>) => {
    const response = await fetch(api + path, {
      method: 'POST',
      headers: {...headers, 'content-type': 'application/json'},
      body: JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${response.status}: ${text.slice(0, 500)}`)
    return text
  }
  const poster = createPoster(MOST_AT_ONCE)
  return {
    folder,
    origin,
    token,
    colleagues,
    echo,
    post: async (path, body) =>
      JSON.parse(
        await poster.post(api + path, body, {authorization: `Bearer ${token}`}),
      ) as unknown,
    query: (query, params = {}) =>
      send(ANSWER, {query, params}, {authorization: `Bearer ${reader}`}),
    ask: (query, params = {}) => send(ANSWER, {query, params}, {}),
    usage: () => usageOf(child),
    close() {
      poster.close()
      child.kill()
    },
  }
}
