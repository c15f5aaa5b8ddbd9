// What a process that a bench has started uses of the machine: it tells, its parent asks.
import type {ChildProcess} from 'node:child_process'

export interface Usage {
  /** Milliseconds that all its threads have worked so far. */
  worked: number
  /** Bytes of memory that it holds. */
  memory: number
}

/** In the child: answers its parent from now on. */
export function sendUsage(): void {
  process.on('message', (message) => {
    if (message !== 'usage') return
    const {user, system} = process.cpuUsage()
    const usage: Usage = {worked: (user + system) / 1000, memory: process.memoryUsage.rss()}
    process.send?.({usage})
  })
}

/** In the parent. */
export function usageOf(child: ChildProcess): Promise<Usage> {
  return new Promise((resolve) => {
    child.once('message', (message) => resolve((message as {usage: Usage}).usage))
    child.send('usage')
  })
}
