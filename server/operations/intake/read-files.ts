// Reads files in a thread that is ended when a file takes too long. Ctrl-C ends the command meanwhile.
import {basename} from 'node:path'
import {Worker} from 'node:worker_threads'
import type {IntakeResult} from '@copydesk/intake'
import {FAILED, LIMITS, TOO_LONG} from '@copydesk/intake/limits'
import type {Answer} from './read-thread.ts'

export interface ReadFile {
  name: string
  /** SHA-256, hexadecimal. */
  hash: string
  result: IntakeResult
}

const MEMORY_MB = 1024

/**
 * Reads one file after the other. A file that cannot be read leaves the others.
 *
 * @param paths absolute
 */
export async function* readFiles(
  paths: readonly string[],
  limitMs: number = LIMITS.seconds * 1000,
): AsyncGenerator<ReadFile | {name: string; problem: string}> {
  let thread: Worker | undefined
  try {
    for (const path of paths) {
      thread ??= startThread()
      const answer = await ask(thread, path, limitMs).catch(async (error: Error) => {
        await thread?.terminate()
        thread = undefined
        return {problem: error.message}
      })
      yield {name: basename(path), ...answer}
    }
  } finally {
    await thread?.terminate()
  }
}

function startThread(): Worker {
  const thread = new Worker(new URL('./read-thread.ts', import.meta.url), {
    resourceLimits: {maxOldGenerationSizeMb: MEMORY_MB},
  })
  // An error ends the thread, and `exit` follows.
  return thread.on('error', () => {})
}

/** Rejects with a sentence if the thread can no longer be used. */
async function ask(thread: Worker, path: string, limitMs: number): Promise<Answer> {
  const {promise, resolve, reject} = Promise.withResolvers<Answer>()
  const timer = setTimeout(() => reject(new Error(TOO_LONG)), limitMs)
  const fail = (): void => reject(new Error(FAILED))
  thread.once('message', resolve)
  thread.once('exit', fail)
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
    thread.postMessage(path)
    return await promise
  } finally {
    clearTimeout(timer)
    thread.off('message', resolve)
    thread.off('exit', fail)
  }
}
