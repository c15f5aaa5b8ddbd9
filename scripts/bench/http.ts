// Answers a second over HTTP: a query that was asked before, one whose plan alone is known, and a server that
// does nothing.
import {fork} from 'node:child_process'
import {once} from 'node:events'
import {DATASET} from '../newsroom-lake.ts'
import type {BenchLake} from './bench-lake.ts'
import {load} from './http-load.ts'
import {median, type Row, type Say} from './row.ts'

const CONNECTIONS = 16
const ROUNDS = 4
const ROUND_MS = 1_500

const LATEST = `*[_type == "article" && section._ref == $section]
  | order(firstPublishedAt desc)[0...20]{_id, headline}`
const BY_SLUG = `*[_type == "article" && slug.current == $slug][0]{
  _id, headline, dek, section->{title}, "authors": bylines[].author->name
}`

/** Anybody's address of a query. */
function pathOf(query: string, params: Record<string, unknown>): string {
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
  // A parameter that nothing looks at makes each question another one.
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
    const nothing = await startNothing(bytes)
    const ours: number[] = []
    const theirs: number[] = []
    const options = {connections: CONNECTIONS, ms: ROUND_MS}
    // Once to warm up.
    for (let round = 0; round <= ROUNDS; round++) {
      say(what, round + 1, ROUNDS + 1)
      const [own, other] = [
        await load(lake.origin, path, options),
        await load(nothing.origin, path, options),
      ]
      if (round === 0) continue
      ours.push(own)
      theirs.push(other)
    }
    nothing.close()
    rows.push({
      what: `${what}, ${count.toLocaleString('en')} articles`,
      reference: 'node:http that does nothing',
      ours: median(ours),
      theirs: median(theirs),
      as: 'rate',
    })
  }
  return rows
}

/** @param bytes of each answer */
async function startNothing(bytes: number): Promise<{origin: string; close(): void}> {
  const child = fork(new URL('./http-process.ts', import.meta.url), [String(bytes)])
  const [origin] = (await once(child, 'message')) as [string]
  return {origin, close: () => void child.kill()}
}
