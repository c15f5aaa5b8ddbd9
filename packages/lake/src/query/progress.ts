// How far a thread is with the queries handed over to it, in shared memory. A message for each step would wake the
// other side, which costs more than answering most queries.

/** Counts the queries of one hand-over from 1. */
export type Progress = Int32Array<SharedArrayBuffer>

/** How many queries were begun. */
const BEGUN = 0
/** The query whose budget counts, because its documents are up to date. */
const EVALUATING = 1
/** The query that must end now. */
const CUT = 2
const TAKEN_BACK = -1

export const createProgress = (): Progress => new Int32Array(new SharedArrayBuffer(12))

/** Call it before a hand-over, when no query of an earlier one is left. */
export function reset(progress: Progress): void {
  Atomics.store(progress, CUT, 0)
  Atomics.store(progress, EVALUATING, 0)
  Atomics.store(progress, BEGUN, 0)
}

/** Called by the thread. False for a query that was taken back. */
export const begin = (progress: Progress, number: number): boolean =>
  Atomics.compareExchange(progress, BEGUN, number - 1, number) === number - 1

/** Called by the thread: the budget of this query counts from now on. */
export const evaluating = (progress: Progress, number: number): void =>
  void Atomics.store(progress, EVALUATING, number)

export const isEvaluating = (progress: Progress, number: number): boolean =>
  Atomics.load(progress, EVALUATING) === number

/** Asks the thread to end this query. Does nothing if it is answered by then. */
export const cut = (progress: Progress, number: number): void =>
  void Atomics.store(progress, CUT, number)

/** Whether the evaluation of this query must end now. */
export const isCut = (progress: Progress, number: number): boolean =>
  Atomics.load(progress, CUT) === number

/**
 * Takes back the queries that the thread has not begun.
 *
 * @returns how many queries the thread keeps; null if it has begun none, or if they were taken back already
 */
export function takeBack(progress: Progress): number | null {
  for (;;) {
    const begun = Atomics.load(progress, BEGUN)
    // A thread that has begun nothing could not tell this hand-over from the next one.
    if (begun < 1) return null
    if (Atomics.compareExchange(progress, BEGUN, begun, TAKEN_BACK) === begun) return begun
  }
}
