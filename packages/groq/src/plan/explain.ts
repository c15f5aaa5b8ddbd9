// Records the steps in which a query is evaluated.
import type {Node} from '../syntax-tree.ts'
import {describeScan, largeScans, type QueryStats, type Scan} from './query-stats.ts'

/** One step of an evaluation. */
export interface Step {
  /** `filter`, `count`, `order`, … */
  what: string
  /** What was looked up, for people. */
  how: string
  /** The index that was used. Null if every document was read. */
  index: string | null
  /** How many documents were read. */
  candidates: number
  /** How many of them passed. */
  found: number
}

/** Called during an evaluation. Steps can be nested. */
export interface Explain {
  /** @param place the node of the query; repeated steps of one node are added up */
  begin(place: Node): void
  /** Describes the step that was begun last. */
  step(step: Step): void
  end(): void
}

/** A step with all its repetitions. */
export interface ExplainedStep extends Step {
  /** The number of enclosing steps. */
  depth: number
  times: number
  /** Whether `how` differed between repetitions (`^`). */
  varies: boolean
  /** Milliseconds of all repetitions, including nested steps. */
  ms: number
}

export interface Explanation {
  /** In the order in which they first began. */
  steps: ExplainedStep[]
  /** Documents that were read; a document that was read again counts again. */
  documents: number
  /** Scans of all documents, or of all documents of a type that has many. */
  scans: (Scan & {inWords: string})[]
  indexes: string[]
  /** Documents that were read from the database for their long fields. */
  reads: number
  /** Whether the thread had this plan in its cache. */
  planWasKept: boolean
  /**
   * Milliseconds. `view`: updating the documents and applying the caller's visibility. `write`:
   * converting the result to JSON.
   */
  ms: {view: number; plan: number; evaluate: number; write: number}
}

interface Row {
  step: Step | undefined
  times: number
  varies: boolean
  ms: number
  inner: Map<Node, Row>
}

const createRow = (): Row => ({step: undefined, times: 0, varies: false, ms: 0, inner: new Map()})

export interface Recorder extends Explain {
  explanation(stats: QueryStats, known: Pick<Explanation, 'planWasKept' | 'ms'>): Explanation
}

/** Records one evaluation. */
export function createRecorder(): Recorder {
  const top = createRow()
  const open: {row: Row; begun: number}[] = []
  const current = (): Row => open.at(-1)?.row ?? top

  const recorder: Recorder = {
    begin(place) {
      const {inner} = current()
      const row = inner.get(place) ?? createRow()
      inner.set(place, row)
      open.push({row, begun: performance.now()})
    },
    step(step) {
      const row = current()
      if (!row.step) {
        row.step = {...step}
        return
      }
      if (row.step.how !== step.how) row.varies = true
      row.step.candidates += step.candidates
      row.step.found += step.found
    },
    end() {
      const ended = open.pop()
      if (!ended) return
      ended.row.times += 1
      ended.row.ms += performance.now() - ended.begun
    },
    explanation(stats, {planWasKept, ms}) {
      while (open.length > 0) {
        current().step ??= {...UNFINISHED}
        recorder.end()
      }
      const steps = flattened(top, 0)
      const indexes = new Set(steps.flatMap(({index}) => index ?? []))
      return {
        steps,
        documents: stats.documents,
        scans: largeScans(stats).map((scan) => ({...scan, inWords: describeScan(scan)})),
        indexes: [...indexes].toSorted(),
        reads: stats.reads,
        planWasKept,
        ms: {
          view: toMicroseconds(ms.view),
          plan: toMicroseconds(ms.plan),
          evaluate: toMicroseconds(ms.evaluate),
          write: toMicroseconds(ms.write),
        },
      }
    },
  }
  return recorder
}

/** For a step that an error ended. */
const UNFINISHED: Step = {
  what: 'not finished',
  how: '',
  index: null,
  candidates: 0,
  found: 0,
}

function flattened({inner}: Row, depth: number): ExplainedStep[] {
  return [...inner.values()].flatMap((row) => {
    const {step, times, varies, ms} = row
    if (!step) return flattened(row, depth)
    return [{...step, depth, times, varies, ms: toMicroseconds(ms)}, ...flattened(row, depth + 1)]
  })
}

/** The clock has a precision of one microsecond. */
const toMicroseconds = (ms: number): number => Math.round(ms * 1000) / 1000
