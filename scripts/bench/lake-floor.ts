// Starts the bare server that the bench `lake` holds the lake against.
import {fork} from 'node:child_process'
import {usageOf, type Usage} from './usage.ts'

export interface Floor {
  origin: string
  /** What its process has used up so far. */
  usage(): Promise<Usage>
}

/** Runs `work` with a bare server, which is gone afterwards. */
export async function withFloor<T>(work: (floor: Floor) => Promise<T>): Promise<T> {
  const child = fork(new URL('./lake-floor-process.ts', import.meta.url))
  try {
    const {origin} = await new Promise<{origin: string}>((resolve, reject) => {
      child.once('message', (message) => resolve(message as {origin: string}))
      child.once('exit', (code) => reject(new Error(`The bare server ended with ${code}.`)))
    })
    return await work({origin, usage: () => usageOf(child)})
  } finally {
    child.kill()
  }
}
