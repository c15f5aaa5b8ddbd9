// Decides which requests can be sent again if it is unknown whether they arrived.

export interface OutgoingRequest {
  method: string
  /** Path and query. */
  path: string
  /** Undefined if it is not text. */
  body?: string | undefined
}

/** A transaction stores a person's changes. Idempotent requests can be repeated without harm. */
export type RetryKind = 'idempotent' | 'transaction'

const IDEMPOTENT = new Set(['GET', 'HEAD', 'PUT'])

/**
 * A transaction with an ID can be repeated, because the lake does not run it twice. Null for
 * anything else, for example a request to publish, which may have taken effect.
 */
export function retryKindOf({method, path, body}: OutgoingRequest): RetryKind | null {
  if (IDEMPOTENT.has(method)) return 'idempotent'
  if (method !== 'POST') return null
  if (/^\/v[^/]+\/data\/query\//.test(path)) return 'idempotent'
  const isTransaction = /^\/v[^/]+\/data\/(actions|mutate)\//.test(path) && hasOwnId(body)
  return isTransaction ? 'transaction' : null
}

function hasOwnId(body: string | undefined): boolean {
  try {
    const {transactionId} = JSON.parse(body ?? '') as {transactionId?: unknown}
    return typeof transactionId === 'string' && transactionId !== ''
  } catch {
    return false
  }
}
