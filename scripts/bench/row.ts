// One line of a bench's result: what was measured, what it is held against, and the ratio.

export interface Row {
  what: string
  /** What the reference does, in words. */
  reference: string
  /** Milliseconds, the medians of the two; or bytes. */
  ours: number
  theirs: number
  /** Milliseconds that 95 of 100 did not exceed. */
  tails?: {ours: number; theirs: number}
  /** How it is shown; `rate`: how often it happens in a second. */
  as?: 'milliseconds' | 'rate' | 'bytes' | 'megabytes'
}

/** What a bench gets: where it says how far it is. */
export type Say = (step: string, current?: number, total?: number) => void

/** The options of a run. */
export interface Wanted {
  /** Sizes that take minutes and gigabytes, too. */
  isLarge: boolean
}

/** A bench by its name. It is over within a few minutes, unless it is asked to be large. */
export type Bench = (say: Say, wanted?: Wanted) => Promise<Row[]>

/** The middle of the values; of an even number the mean of the middle two. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** @param part 0.95 for the value that 95 of 100 do not exceed */
export function quantile(values: readonly number[], part: number): number {
  if (values.length === 0) throw new Error('Nothing was measured.')
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * part
  const [below = 0, above = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return below + (above - below) * (at - Math.floor(at))
}

/** How long `work` takes, in milliseconds. */
export async function time(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
