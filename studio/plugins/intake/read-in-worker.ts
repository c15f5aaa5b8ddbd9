// Reads a file in a worker that is ended when it takes too long or nobody waits for it any more.
import type {IntakeResult} from '@copydesk/intake'
import {FAILED, LIMITS, TOO_LONG} from '@copydesk/intake/limits'
import {askWorker, type AskedWorker} from '../../data/ask-worker.ts'

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

export type ReadingWorker = AskedWorker<Source>

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
  const answer = await askWorker<Source, Answer>(start, source, {
    signal,
    limitMs: LIMITS.seconds * 1000,
    tooLong: TOO_LONG,
    failed: FAILED,
  })
  if ('problem' in answer) throw new Error(answer.problem)
  return {...answer, name: source.fileName}
}
