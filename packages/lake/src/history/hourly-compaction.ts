// Compacts history once an hour while the lake is served.
import {compactHistory, type CompactionDeps, type CompactionResult} from './compact-history.ts'
import type {Clock} from '../types.ts'

export interface HourlyCompaction {
  /** Starts to compact once an hour. */
  start(): void
  /** Compacts now. Null if a compaction is running already. */
  check(): Promise<CompactionResult | null>
  close(): Promise<void>
}

export interface HourlyCompactionOptions extends CompactionDeps {
  /** Edits of this many last days are not merged. Undefined: no edits are merged. */
  days: number | undefined
  /** Of several nodes, one merges edits. */
  mayWork?: () => boolean
  clock: Clock
  report: (error: unknown) => void
}

const DAY_MS = 24 * 60 * 60_000
const EVERY_MS = 60 * 60_000
/** A server that has just started is busy with requests. */
const FIRST_MS = 60_000

export function createHourlyCompaction({
  days,
  mayWork = () => true,
  clock,
  report,
  ...deps
}: HourlyCompactionOptions): HourlyCompaction {
  let running: Promise<CompactionResult | null> | null = null
  let isOver = false
  const timers: NodeJS.Timeout[] = []

  const check = async (): Promise<CompactionResult | null> => {
    if (running || isOver || days === undefined || !mayWork()) return null
    const before = clock() - days * DAY_MS
    running = compactHistory(deps, {before, isOver: () => isOver})
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
