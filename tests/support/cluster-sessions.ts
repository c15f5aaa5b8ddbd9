// Programs that write and read on all nodes of a cluster and remember what they saw, and a check of what they did.
import {setTimeout as sleep} from 'node:timers/promises'
import {DATASET} from '../../server/newsroom-lake.ts'
import type {Cluster, ClusterNode} from './cluster.ts'

/** A word that a program has appended to a document. */
export interface Appended {
  document: string
  word: string
  /** When it was sent, and when it was acknowledged: infinite without an acknowledgement. Milliseconds. */
  sent: number
  acknowledged: number
}

export interface Work {
  appended: Appended[]
  /** Sentences about reads that showed less than an earlier one of the same program. */
  olderReads: string[]
  reads: number
}

export interface SessionOptions {
  cluster: Cluster
  documents: readonly string[]
  /** Words of this program begin with it. */
  name: string
  random: () => number
  signal: AbortSignal
}

/** A node that hangs answers later or never. A program goes on elsewhere. */
const PATIENCE_MS = 3_000
const PAUSE_MS = 20

/** Appends words and reads them, each time on any node, until `signal` is aborted. */
export async function runSession(options: SessionOptions, work: Work): Promise<void> {
  const session = new Session(options, work)
  for (let n = 0; !options.signal.aborted; n++) {
    await session.append(`${options.name}-${n}`)
    await session.read()
    await sleep(PAUSE_MS)
  }
}

class Session {
  readonly #options: SessionOptions
  readonly #work: Work
  readonly #seen = new Map<string, readonly string[]>()
  readonly #own = new Map<string, string[]>()
  #position = 0

  constructor(options: SessionOptions, work: Work) {
    this.#options = options
    this.#work = work
  }

  async append(word: string): Promise<void> {
    const document = this.#any(this.#options.documents)
    const one: Appended = {document, word, sent: performance.now(), acknowledged: Infinity}
    this.#work.appended.push(one)
    const insert = {after: 'words[-1]', items: [word]}
    const mutations = [{patch: {id: document, insert}}]
    const answer = await this.#ask(`mutate/${DATASET}`, JSON.stringify({mutations}))
    if (!answer) return
    one.acknowledged = performance.now()
    const own = this.#own.get(document) ?? []
    this.#own.set(document, [...own, word])
  }

  async read(): Promise<void> {
    const document = this.#any(this.#options.documents)
    const seen = this.#seen.get(document) ?? []
    const own = this.#own.get(document) ?? []
    const query = encodeURIComponent(`*[_id == "${document}"][0].words`)
    const answer = await this.#ask(`query/${DATASET}?query=${query}`)
    if (!answer) return
    const words = (answer as {result: string[] | null}).result ?? []
    this.#work.reads++
    const {name} = this.#options
    if (seen.some((word, index) => words[index] !== word))
      this.#work.olderReads.push(`${name}: ${document} had ${seen.join()}, then ${words.join()}`)
    const lacking = own.filter((word) => !words.includes(word))
    if (lacking.length > 0)
      this.#work.olderReads.push(`${name}: ${document} lacks its own ${lacking.join()}`)
    this.#seen.set(document, words)
  }

  /** Null if it was refused or had no answer. */
  async #ask(path: string, body?: string): Promise<unknown> {
    const {cluster} = this.#options
    const {origin} = this.#any<ClusterNode>(cluster.nodes)
    try {
      const response = await fetch(`${origin}/v2025-02-19/data/${path}`, {
        ...(body !== undefined && {method: 'POST', body}),
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${cluster.token}`,
          'x-lake-position': String(this.#position),
        },
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      const answer: unknown = await response.json()
      if (!response.ok) return null
      const position = Number(response.headers.get('x-lake-position') ?? 0)
      this.#position = Math.max(this.#position, position)
      return answer
    } catch {
      return null
    }
  }

  #any<T>(all: readonly T[]): T {
    return all[Math.floor(this.#options.random() * all.length)] as T
  }
}

/** Sentences about words that are missing, stored twice, or in an order that does not fit the time. */
export function faultsIn(words: readonly string[], appended: readonly Appended[]): string[] {
  const known = new Map(appended.map((one) => [one.word, one]))
  const count = Map.groupBy(words, (word) => word)
  const faults = appended
    .filter(({word, acknowledged}) => acknowledged < Infinity && !count.has(word))
    .map(({word}) => `${word} was acknowledged and is missing`)
  for (const [word, all] of count) if (all.length > 1) faults.push(`${word} is there twice`)
  // A word that was acknowledged before a second one was sent comes before it.
  let newest = -Infinity
  for (const word of words) {
    const one = known.get(word)
    if (!one) faults.push(`${word} was never written`)
    else if (one.acknowledged < newest) faults.push(`${word} is too late`)
    newest = Math.max(newest, one?.sent ?? newest)
  }
  return faults
}
