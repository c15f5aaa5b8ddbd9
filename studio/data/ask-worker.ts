// Asks a worker one question. The worker is ended when it takes too long or nobody waits for its answer any more.

/** The part of a `Worker` that is used. */
export interface AskedWorker<Question> {
  postMessage: (question: Question, options: {transfer: Transferable[]}) => void
  addEventListener: (type: 'message' | 'error', listener: (event: unknown) => void) => void
  terminate: () => void
}

interface AskOptions {
  /** Ends the worker. */
  signal: AbortSignal
  limitMs: number
  /** Messages for the person. */
  tooLong: string
  failed: string
}

/** @throws with a message for the person; an `AbortError` if it was cancelled */
export async function askWorker<Question, Answer>(
  start: () => AskedWorker<Question>,
  question: Question,
  {signal, limitMs, tooLong, failed}: AskOptions,
): Promise<Answer> {
  signal.throwIfAborted()
  const worker = start()
  const {promise, resolve, reject} = Promise.withResolvers<Answer>()
  const cancel = (): void => reject(signal.reason as Error)
  const timer = setTimeout(() => reject(new Error(tooLong)), limitMs)
  signal.addEventListener('abort', cancel)
  worker.addEventListener('message', (event) => resolve((event as MessageEvent<Answer>).data))
  worker.addEventListener('error', () => reject(new Error(failed)))
  try {
    worker.postMessage(question, {transfer: []})
    return await promise
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', cancel)
    worker.terminate()
  }
}
