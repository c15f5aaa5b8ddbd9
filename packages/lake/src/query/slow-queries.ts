// Logs slow queries for the operator: the query, the roles of the actor, and what made it slow. Values of parameters and
// names of people are left out, because they may be confidential.
import type {Actor, Clock} from '../types.ts'
import {describeReads, type Scan, describeScan} from '@copydesk/groq/plan'

/** The cost of a slow evaluation. */
export interface Slow {
  /** Milliseconds. */
  ms: number
  /** Visited documents, counted at each visit. */
  documents: number
  scans: readonly Scan[]
  /** Documents whose long fields were read from the database. */
  reads: number
}

export interface SlowQuery {
  dataset: string
  query: string
  /** Names of its parameters. */
  params: readonly string[]
  perspective: string
  by: Pick<Actor, 'kind' | 'roles'>
  /** Undefined if the thread was ended, because its numbers are lost then. */
  slow: Slow | undefined
  /** Whether it was ended at its time limit. */
  wasEnded: boolean
}

/** One line of the log. */
export interface SlowQueryLine {
  query: string
  params: readonly string[]
  dataset: string
  perspective: string
  by: {kind: string; roles: readonly string[]}
  ms?: number
  documents?: number
  scans?: {types: readonly string[] | null; times: number; documents: number}[]
  reads?: number
  /** What made it slow, for a person. */
  hint: string
  /** Slow evaluations of this query since its last line, including this one. */
  times: number
}

export interface SlowQueries {
  record(query: SlowQuery): void
}

/** A query has at most one line in this time. Milliseconds. */
const PAUSE_MS = 60_000
/** Lines in that time: a client with a different query each time must not fill the disk. */
const MOST_LINES = 60
const LONGEST_TEXT = 1_000

interface Options {
  log: (line: SlowQueryLine) => void
  /** Called for each slow query, also without a line. */
  count: () => void
  clock: Clock
}

/** Nothing in it needs closing. */
export function createSlowQueries({log, count, clock}: Options): SlowQueries {
  const logged = new Map<string, {at: number; since: number}>()

  const forgetOld = (now: number): void => {
    for (const [query, {at}] of logged) if (now - at >= PAUSE_MS) logged.delete(query)
  }

  return {
    record(slowQuery) {
      count()
      const now = clock()
      const query = shortened(slowQuery.query)
      const before = logged.get(query)
      if (before && now - before.at < PAUSE_MS) {
        before.since += 1
        return
      }
      if (!before && logged.size >= MOST_LINES) {
        forgetOld(now)
        if (logged.size >= MOST_LINES) return
      }
      logged.set(query, {at: now, since: 0})
      log(lineOf(slowQuery, query, (before?.since ?? 0) + 1))
    },
  }
}

function lineOf(
  {dataset, params, perspective, by, slow, wasEnded}: SlowQuery,
  query: string,
  times: number,
): SlowQueryLine {
  return {
    query,
    params,
    dataset,
    perspective,
    by: {kind: by.kind, roles: by.roles},
    ...(slow && {
      ms: slow.ms,
      documents: slow.documents,
      scans: slow.scans.map(({types, times: often, documents}) => ({
        types,
        times: often,
        documents,
      })),
      reads: slow.reads,
    }),
    hint: hintOf(slow, wasEnded),
    times,
  }
}

function hintOf(slow: Slow | undefined, wasEnded: boolean): string {
  const ended = wasEnded ? ['was ended at its budget'] : []
  if (!slow) return ended.join()
  const scans = slow.scans.map(describeScan)
  if (scans.length === 0) {
    scans.push(
      slow.documents > 0
        ? `finds its ${slow.documents.toLocaleString('en')} documents by indexes, and takes long to evaluate them`
        : 'goes through no documents, and takes long to evaluate',
    )
  }
  const reads = slow.reads > 0 ? [describeReads(slow.reads)] : []
  return [...ended, ...scans, ...reads].join('; ')
}

function shortened(query: string): string {
  const line = query.replaceAll(/\s+/g, ' ').trim()
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT - 1)}…` : line
}
