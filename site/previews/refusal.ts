// Why a lake refused a request, read from the error of `@sanity/client`.

export type Refusal =
  /** The link was never given out, or is only a part of one. */
  | {kind: 'unknown'}
  /** It has expired, or was taken back. */
  | {kind: 'ended'}
  /** What was sent cannot be taken; a sentence for the sender. */
  | {kind: 'refused'; message: string}
  /** Too much was sent in a short time; a sentence that says when to try again. */
  | {kind: 'tooOften'; message: string}
  /** The lake cannot be reached, or something is wrong with it. */
  | {kind: 'failed'}

interface ClientError {
  statusCode?: number
  response?: {
    body?: {error?: {type?: string; description?: string; reasons?: {message?: string}[]}}
  }
}

export function refusalOf(error: unknown): Refusal {
  const {statusCode, response} = (error ?? {}) as ClientError
  const {type, description, reasons} = response?.body?.error ?? {}
  if (statusCode === 401) return {kind: type === 'sessionEnded' ? 'ended' : 'unknown'}
  const message = reasons?.flatMap((reason) => reason.message ?? []).join(' ')
  if (statusCode === 403 && message) return {kind: 'refused', message}
  if (statusCode === 429 && description) return {kind: 'tooOften', message: description}
  return {kind: 'failed'}
}
