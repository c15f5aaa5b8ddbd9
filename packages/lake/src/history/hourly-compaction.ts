// Merges old edits while the lake is served: now and then, in small steps, and said to nobody.
import {mergeEdits, type MergeDeps, type MergeResult} from './compact-history.ts'
import type {Clock} from '../types.ts'

export interface KeepShort {
  /** From now on once an hour. */
  start(): void
  /** Does it now; null while it is under way already. */
  check(): Promise<MergeResult | null>
  close(): Promise<void>
}

export interface KeepShortOptions extends MergeDeps {
  /** Edits of the last so many days stay one by one; undefined: all do. */
  days: number | undefined
  clock: Clock
  report: (error: unknown) => void
}

const DAY_MS = 24 * 60 * 60_000
const EVERY_MS = 60 * 60_000
/** A server that has just started has better things to do. */
const FIRST_MS = 60_000

export function createKeepShort({days, clock, report, ...deps}: KeepShortOptions): KeepShort {
  let running: Promise<MergeResult | null> | null = null
  let isOver = false
  const timers: NodeJS.Timeout[] = []

  const check = async (): Promise<MergeResult | null> => {
    if (running || isOver || days === undefined) return null
    const before = clock() - days * DAY_MS
    running = mergeEdits(deps, {before, isOver: () => isOver})
    try {
      return await running
    } finally {
      running = null
    }
  }
  const quietly = (): void => void check().catch(report)

  return {
    start() {
      if (days === undefined || timers.length > 0) return
      timers.push(setTimeout(quietly, FIRST_MS).unref(), setInterval(quietly, EVERY_MS).unref())
    },
    check,
    async close() {
      isOver = true
      for (const timer of timers) clearTimeout(timer)
      await running?.catch(() => undefined)
    },
  }
}
