// Waits for things to arrive, without sleeping.

export interface Collector<T> {
  items: T[]
  add(item: T): void
  /** The error or end that stopped the source. */
  finished: Promise<unknown>
  finish(reason?: unknown): void
  /** Resolves with all items once `count` are there. */
  until(count: number): Promise<T[]>
}

export function collector<T>(): Collector<T> {
  const items: T[] = []
  const waiting: {count: number; resolve: (all: T[]) => void}[] = []
  const {promise: finished, resolve: finish} = Promise.withResolvers<unknown>()
  const wake = (): void => {
    for (const {count, resolve} of waiting) if (items.length >= count) resolve(items)
  }
  return {
    items,
    finished,
    finish,
    add(item) {
      items.push(item)
      wake()
    },
    until: (count) =>
      new Promise((resolve) => {
        waiting.push({count, resolve})
        wake()
      }),
  }
}
