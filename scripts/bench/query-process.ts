// Answers the queries of the bench by one of the engines that it compares, in a process of its own, where
// the documents are. Does as it is told by its parent, and ends with it.
import {join} from 'node:path'
import {evaluateSync, parse, toJS} from 'groq-js'
import {createGrantsOf, SYSTEM_ACTOR} from '@copydesk/lake/access'
import {isLongerThan} from '@copydesk/groq'
import {createDependencies, createPlanCache} from '@copydesk/groq/plan'
import {createReplica, createTextIndexer, createTextReader, textFileOf} from '@copydesk/lake/query'
import {documentTable, isPublished, openDatabase} from '@copydesk/lake/store'
import {withOriginalIds} from '@copydesk/groq/documents'
import type {Json} from '@copydesk/lake/types'
import {DATASET, PROJECT_ID} from '../../server/newsroom-lake.ts'
import {ALSO_ASKED} from './cache-asked.ts'
import {FRONTS_ASKED} from './fronts-asked.ts'
import {ASKED, type Asked} from './query-asked.ts'
import {createReference} from './query-sql.ts'

export type EngineName = 'ours' | 'groq-js' | 'sql'

/** Asked so many times at most, and not once more after so many milliseconds. */
export interface Task {
  name: string
  from: number
  times: number
  enoughMs: number
}

export interface Report {
  /** Milliseconds of each. */
  times: number[]
  /** JSON text of the first. */
  answer: string
}

/** Milliseconds that it took to have the documents, and bytes of memory with them. */
export interface Ready {
  tookMs: number
  memory: number
}

/** For one query, then for its parameters, then timed. */
type Answer = (asked: Asked) => (params: Record<string, unknown>) => () => string

const now = Date.UTC(2026, 6, 1)
/** The log position that an answer must include comes with the question. Nobody writes. */
const POSITION = 0
/** As in a lake. */
const MOST_LETTERS = 64 * 1024 * 1024

const ENGINES: Record<EngineName, (folder: string) => Answer> = {
  /** What a query thread does with a question, without the way to the thread. */
  ours(folder) {
    const file = join(folder, 'lake.sqlite')
    const database = openDatabase(file, {readOnly: true})
    // In a lake a thread of its own does this when the first query has missed it.
    const indexer = createTextIndexer({database, textFile: textFileOf(file)})
    while (indexer.step(1_000)) continue
    indexer.close()
    const roles = {roles: []}
    const grantsOf = createGrantsOf(roles, () => now)
    const replica = createReplica({...roles, database, grantsOf})
    const texts = createTextReader(textFileOf(file), database, replica.endSnapshot)
    const plan = createPlanCache()
    replica.read(DATASET, POSITION, () => {})
    return ({query, perspective}) =>
      (params) =>
      () =>
        texts.withSnapshot(query, () =>
          replica.read(DATASET, POSITION, (dataset) =>
            withOriginalIds(perspective !== 'raw', () => {
              const setting = {
                onDependency: createDependencies().add,
                view: dataset.view(SYSTEM_ACTOR, perspective, now),
                fullText: texts.indexOf(DATASET),
                identity: SYSTEM_ACTOR.id,
                now,
                projectId: PROJECT_ID,
                dataset: DATASET,
                maxRows: Infinity,
              }
              const value = plan(query, params as Record<string, Json>).evaluate(setting)
              if (isLongerThan(MOST_LETTERS, value)) throw new Error('The answer is too long.')
              return JSON.stringify(value) ?? 'null'
            }),
          ),
        )
  },
  'groq-js'(folder) {
    const database = openDatabase(join(folder, 'lake.sqlite'), {readOnly: true})
    const raw = documentTable(database).all(DATASET)
    const published = raw.filter(({_id}) => isPublished(_id))
    return ({query, perspective}) => {
      const dataset = perspective === 'raw' ? raw : published
      return (params) => {
        // Parameters become part of the tree. Parsing is not timed: its numbers are for evaluation only.
        const tree = parse(query, {params})
        return () => JSON.stringify(toJS(evaluateSync(tree, {dataset, params})))
      }
    }
  },
  sql(folder) {
    const prepare = createReference(folder)
    return (asked) => {
      const run = prepare(asked)
      return (params) => () => run(params)
    }
  },
}

const [engine, folder = '', count] = process.argv.slice(2)
const begun = performance.now()
const answer = ENGINES[engine as EngineName](folder)
const made = new Map<string, ReturnType<Answer>>()

process.on('message', ({name, from, times, enoughMs}: Task) => {
  const asked = [...ASKED, ...ALSO_ASKED, ...FRONTS_ASKED].find((one) => one.name === name)
  if (!asked) throw new Error(`Nobody knows ${name}.`)
  const run = made.get(name) ?? answer(asked)
  made.set(name, run)
  const report: Report = {times: [], answer: ''}
  const end = performance.now() + enoughMs
  for (let n = from; n < from + times; n++) {
    const prepared = run(asked.params(n, Number(count)))
    const start = performance.now()
    const text = prepared()
    report.times.push(performance.now() - start)
    if (n === from) report.answer = text
    if (performance.now() > end) break
  }
  process.send?.(report)
})
process.once('disconnect', () => process.exit(0))
const ready: Ready = {tookMs: performance.now() - begun, memory: process.memoryUsage.rss()}
process.send?.(ready)
