// Repeats a request, once the server is back, until it has a whole response.
import type {Connection} from './connection.ts'

export interface RetryRequestOptions {
  connection: Connection
  /** The caller's. */
  signal: AbortSignal | null
  /** Called when the request has to wait. The returned function is called when it no longer does. */
  onWait?: () => () => void
}

/**
 * If a request fails this often while the server answers others, the request itself is the cause.
 */
const ATTEMPTS = 6
/** Milliseconds; longer each time. */
const PAUSE = 300
/** Sent by a proxy while the server is down, and by the server while it starts. */
const UNAVAILABLE = new Set([502, 503, 504])

/**
 * @param attempt sends the request once; the signal is the caller's without its deadline
 * @throws the signal's reason if the caller aborts
 * @throws errors of `attempt` that are not a lost connection
 */
export async function retryRequest(
  attempt: (signal: AbortSignal) => Promise<Response>,
  {connection, signal, onWait = () => () => {}}: RetryRequestOptions,
): Promise<Response> {
  const abandoned = withoutDeadline(signal)
  const waitUntilBack = async (pause: number): Promise<void> => {
    const stopWaiting = onWait()
    try {
      await new Promise((resolve) => setTimeout(resolve, pause))
      await connection.wait(abandoned)
    } finally {
      stopWaiting()
    }
  }
  // The first event of a stream can make the studio read documents. While the connection counts as lost, that read gets
  // what is kept for offline work, which is older than the stream.
  if (connection.state() === 'lost') await waitUntilBack(0)
  for (let attempts = 1; ; attempts++) {
    try {
      const response = await attempt(abandoned)
      if (!isUnavailable(response) || attempts === ATTEMPTS) return response
    } catch (error) {
      if (abandoned.aborted || !isLost(error) || attempts === ATTEMPTS) throw error
    }
    // The first repeat is immediate. Later ones wait, because the server is up and something else is wrong.
    await waitUntilBack((attempts - 1) * PAUSE)
  }
}

/**
 * A connection can be lost amid a response, which then does not count. A later reader of the body would not know that the
 * request may be sent again.
 */
export async function bufferBody(response: Response): Promise<Response> {
  const isBodiless = response.body === null
  const body = await response.arrayBuffer()
  return new Response(isBodiless ? null : body, response)
}

/** Whether a proxy has answered in the lake's place. The lake's own errors are JSON. */
export const isUnavailable = ({status, headers}: Response): boolean =>
  UNAVAILABLE.has(status) && !headers.get('content-type')?.includes('json')

const isLost = (error: unknown): boolean => error instanceof TypeError || isDeadline(error)

const isDeadline = (reason: unknown): boolean =>
  reason instanceof DOMException && reason.name === 'TimeoutError'

/** A caller's deadline assumes a server that is up, so it is ignored. Any other abort counts. */
function withoutDeadline(signal: AbortSignal | null): AbortSignal {
  const controller = new AbortController()
  const follow = (): void => {
    if (!isDeadline(signal?.reason)) controller.abort(signal?.reason)
  }
  if (signal?.aborted) controller.abort(signal.reason)
  else signal?.addEventListener('abort', follow, {once: true})
  return controller.signal
}
