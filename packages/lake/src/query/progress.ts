// How far a thread has come with the questions that it was handed. Memory that both sides look at: a message for each
// step would wake the other side up, which costs more than most answers.

/** Counts from 1; all of one hand-over. */
export type Progress = Int32Array<SharedArrayBuffer>

/** How many questions were begun. */
const BEGUN = 0
/** Which one's documents are up to date, so that its budget counts. */
const EVALUATING = 1
/** Which one must end now. */
const CUT = 2
const TAKEN_BACK = -1

export const createProgress = (): Progress => new Int32Array(new SharedArrayBuffer(12))

/** To be called before questions are handed over, with none of an earlier time left. */
export function reset(progress: Progress): void {
  Atomics.store(progress, CUT, 0)
  Atomics.store(progress, EVALUATING, 0)
  Atomics.store(progress, BEGUN, 0)
}

/** The thread's: whether the question is still its own to answer. */
export const begin = (progress: Progress, number: number): boolean =>
  Atomics.compareExchange(progress, BEGUN, number - 1, number) === number - 1

/** The thread's: the budget of this question counts from now on. */
export const evaluating = (progress: Progress, number: number): void =>
  void Atomics.store(progress, EVALUATING, number)

export const isEvaluating = (progress: Progress, number: number): boolean =>
  Atomics.load(progress, EVALUATING) === number

/** Asks the thread to end this question. Nothing happens where it is answered by then. */
export const cut = (progress: Progress, number: number): void =>
  void Atomics.store(progress, CUT, number)

/** Whether the evaluation of this question must end now. */
export const isCut = (progress: Progress, number: number): boolean =>
  Atomics.load(progress, CUT) === number

/**
 * Takes back what the thread has not begun yet.
 *
 * @returns how many questions stay its own; null where none was begun yet, or those behind are taken back already
 */
export function takeBack(progress: Progress): number | null {
  for (;;) {
    const begun = Atomics.load(progress, BEGUN)
    // One that never begins would not know which of two hand-overs it was told to begin.
    if (begun < 1) return null
    if (Atomics.compareExchange(progress, BEGUN, begun, TAKEN_BACK) === begun) return begun
  }
}
