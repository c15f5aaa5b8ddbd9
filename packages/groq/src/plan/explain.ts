// How a query was answered, step by step, for who wants to know.
import type {Node} from '../syntax-tree.ts'
import {describeScan, largeScans, type QueryStats, type Scan} from './effort.ts'

/** One step of a plan, as it was taken. */
export interface Step {
  /** `filter`, `count`, `order`, … */
  what: string
  /** What was looked up, for people. */
  how: string
  /** The index that was asked; null where every document was gone through. */
  index: string | null
  /** Documents that were gone through. */
  candidates: number
  /** Those of them that passed. */
  found: number
}

/** Told of an evaluation as it goes. Steps may be taken inside of others. */
export interface Explain {
  /** @param place in the query; a step that is taken there again is added to the first */
  begin(place: Node): void
  /** What the step that was begun last turned out to be. */
  step(step: Step): void
  end(): void
}

/** A step with all the times that it was taken. */
export interface ExplainedStep extends Step {
  /** Steps around it. */
  depth: number
  times: number
  /** Whether `how` was another one at other times (`^`). */
  varies: boolean
  /** Steps inside it included. Milliseconds, all times together. */
  ms: number
}

export interface Explanation {
  /** In the order in which they were first taken. */
  steps: ExplainedStep[]
  /** Documents that were gone through, each as often as it was. */
  documents: number
  /** Where every document, or every one of a type that has many, was gone through. */
  scans: (Scan & {inWords: string})[]
  indexes: string[]
  /** Documents that were read from the database for their long texts, which are not held in memory. */
  reads: number
  /** The thread that answered had planned this query before. */
  planWasKept: boolean
  /**
   * Milliseconds. `view`: bringing the documents up to date and finding those that the reader sees;
   * `write`: from values to JSON.
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
  explanation(effort: QueryStats, known: Pick<Explanation, 'planWasKept' | 'ms'>): Explanation
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
    explanation(effort, {planWasKept, ms}) {
      while (open.length > 0) {
        current().step ??= {...UNFINISHED}
        recorder.end()
      }
      const steps = flattened(top, 0)
      const indexes = new Set(steps.flatMap(({index}) => index ?? []))
      return {
        steps,
        documents: effort.documents,
        scans: largeScans(effort).map((scan) => ({...scan, inWords: describeScan(scan)})),
        indexes: [...indexes].toSorted(),
        reads: effort.reads,
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

/** Where an evaluation was given up. */
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

/** To a microsecond: the clock is no finer. */
const toMicroseconds = (ms: number): number => Math.round(ms * 1000) / 1000
