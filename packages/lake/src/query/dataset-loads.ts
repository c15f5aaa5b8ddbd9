// Which datasets the threads load into memory, how long that takes, and which do not fit.

/** A dataset that was too large is tried again after this, because it may be smaller then. */
const TOO_LARGE_MS = 60_000

export class DatasetLoads {
  readonly #names = new Set<string>()
  /** By name, until when no thread tries again. */
  readonly #tooLarge = new Map<string, number>()
  #longestMs = 0

  /** The longest that loading a dataset has taken. Milliseconds. */
  get longestMs(): number {
    return this.#longestMs
  }

  /** Datasets that a new thread loads before its first query. */
  warm(): string[] {
    return [...this.#names].filter((name) => !this.#tooLarge.has(name))
  }

  add(dataset: string): void {
    this.#names.add(dataset)
  }

  loaded(dataset: string, tookMs: number): void {
    this.#tooLarge.delete(dataset)
    this.#longestMs = Math.max(this.#longestMs, tookMs)
  }

  isTooLarge(dataset: string): boolean {
    return performance.now() < (this.#tooLarge.get(dataset) ?? 0)
  }

  /** @returns whether that is news */
  markTooLarge(dataset: string): boolean {
    const isNew = !this.#tooLarge.has(dataset)
    this.#tooLarge.set(dataset, performance.now() + TOO_LARGE_MS)
    return isNew
  }

  forget(dataset: string): void {
    this.#names.delete(dataset)
    this.#tooLarge.delete(dataset)
  }
}
