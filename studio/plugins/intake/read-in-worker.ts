// Reads a file in a worker that is ended when it takes too long or nobody waits for it any more.
import type {IntakeResult} from '@copydesk/intake'

export interface Source {
  blob: Blob
  /** Null for a text that was pasted. */
  fileName: string | null
  mediaType: string
}

export type Answer = {hash: string; result: IntakeResult} | {problem: string}

export interface ReadFile {
  name: string | null
  /** SHA-256, hexadecimal. */
  hash: string
  result: IntakeResult
}

/** The part of a `Worker` that is used. */
export interface ReadingWorker {
  postMessage: (source: Source, options: {transfer: Transferable[]}) => void
  addEventListener: (type: 'message' | 'error', listener: (event: unknown) => void) => void
  terminate: () => void
}

export const LIMIT_MS = 10_000

const startIntake = (): ReadingWorker =>
  new Worker(new URL('./worker.ts', import.meta.url), {type: 'module', name: 'intake'})

/**
 * @param signal ends the worker
 * @throws with a sentence for the person; an `AbortError` if it was cancelled
 */
export async function readInWorker(
  source: Source,
  signal: AbortSignal,
  start: () => ReadingWorker = startIntake,
): Promise<ReadFile> {
  signal.throwIfAborted()
  const worker = start()
  const {promise, resolve, reject} = Promise.withResolvers<Answer>()
  const cancel = (): void => reject(signal.reason as Error)
  const timer = setTimeout(() => reject(new Error(TOO_LONG)), LIMIT_MS)
  signal.addEventListener('abort', cancel)
  worker.addEventListener('message', (event) => resolve((event as MessageEvent<Answer>).data))
  worker.addEventListener('error', () => reject(new Error(FAILED)))
  try {
    worker.postMessage(source, {transfer: []})
    const answer = await promise
    if ('problem' in answer) throw new Error(answer.problem)
    return {...answer, name: source.fileName}
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', cancel)
    worker.terminate()
  }
}

const INSTEAD = 'Copy the text of the article and paste it.'
const TOO_LONG = `This file takes longer than ${LIMIT_MS / 1000} seconds to read. ${INSTEAD}`
const FAILED = `This file could not be read. ${INSTEAD}`
