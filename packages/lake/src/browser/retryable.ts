// Which requests may be sent again when it is unknown whether they arrived.

export interface OutgoingRequest {
  method: string
  /** Path and query. */
  path: string
  /** Undefined if it is not text. */
  body?: string | undefined
}

/** A transaction stores what a person has written. The others change nothing, or nothing more the second time. */
export type RetryKind = 'idempotent' | 'transaction'

const IDEMPOTENT = new Set(['GET', 'HEAD', 'PUT'])

/**
 * A transaction may be repeated if it has an id of its own: the lake answers the same one as before and
 * does not run it twice. Null for anything else, e.g. a request to publish: it may have taken effect.
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
