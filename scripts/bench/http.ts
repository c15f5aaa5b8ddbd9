// Answers a second over HTTP: a query that was asked before, one whose plan is cached, but not its
// result, and servers that do nothing.
import {fork} from 'node:child_process'
import {once} from 'node:events'
import {DATASET} from '../../server/newsroom-lake.ts'
import type {BenchLake} from './bench-lake.ts'
import {load} from './http-load.ts'
import {median, type Row, type Say} from './row.ts'

const CONNECTIONS = 16
const ROUNDS = 4
const ROUND_MS = 1_500

export const LATEST = `*[_type == "article" && section._ref == $section]
  | order(firstPublishedAt desc)[0...20]{_id, headline}`
export const BY_SLUG = `*[_type == "article" && slug.current == $slug][0]{
  _id, headline, dek, section->{title}, "authors": bylines[].author->name
}`

/** Anybody's address of a query. */
export function pathOf(query: string, params: Record<string, unknown>): string {
  const search = new URLSearchParams({query, returnQuery: 'false'})
  for (const [name, value] of Object.entries(params)) {
    search.set(`$${name}`, JSON.stringify(value))
  }
  return `/v2025-02-19/data/query/${DATASET}?${search}`
}

/** Load and servers share the machine; all that is measured takes turns. */
export async function http(lake: BenchLake, count: number, say: Say): Promise<Row[]> {
  let asked = 0
  const repeated = pathOf(LATEST, {section: 'section-1'})
  // A parameter that the query does not use makes each request a new one.
  const unseen = (): string =>
    pathOf(BY_SLUG, {slug: `article-${((asked += 1) * 7919) % count}`, unseen: asked})
  const [longest, shortest] = await Promise.all(
    [repeated, unseen()].map(async (path) => {
      const response = await fetch(lake.origin + path)
      if (!response.ok) throw new Error(await response.text())
      return (await response.arrayBuffer()).byteLength
    }),
  )
  const kinds = [
    {what: 'a query asked before, over HTTP', path: () => repeated, bytes: longest ?? 0},
    {what: 'a query not asked before, over HTTP', path: unseen, bytes: shortest ?? 0},
  ]
  const rows: Row[] = []
  for (const {what, path, bytes} of kinds) {
    const references: Reference[] = [await startReference(bytes, 'alone')]
    if (path === unseen) references.push(await startReference(bytes, 'thread'))
    const servers = [{origin: lake.origin}, ...references]
    const times = servers.map((): number[] => [])
    // Once to warm up.
    for (let round = 0; round <= ROUNDS; round++) {
      say(what, round + 1, ROUNDS + 1)
      for (const [at, {origin}] of servers.entries()) {
        const took = await load(origin, path, {connections: CONNECTIONS, ms: ROUND_MS})
        if (round > 0) times[at]?.push(took)
      }
    }
    const [ours = [], ...theirs] = times
    for (const [at, {name, close}] of references.entries()) {
      close()
      rows.push({
        what: `${what}, ${count.toLocaleString('en')} articles`,
        reference: name,
        ours: median(ours),
        theirs: median(theirs[at] ?? []),
        as: 'rate',
      })
    }
  }
  return rows
}

interface Reference {
  name: string
  origin: string
  close(): void
}

/** How a server that does nothing is called; `thread`: each answer comes from a thread. */
const NAMES = {
  alone: 'node:http that does nothing',
  thread: 'node:http beside a thread that does nothing',
}

/** @param bytes of each answer */
async function startReference(bytes: number, how: keyof typeof NAMES): Promise<Reference> {
  const child = fork(new URL('./http-process.ts', import.meta.url), [String(bytes), how])
  const [origin] = (await once(child, 'message')) as [string]
  return {name: NAMES[how], origin, close: () => void child.kill()}
}
