// The request for one change: the hook's own headers, Sanity's, and the signature.
import {createHash, createHmac} from 'node:crypto'
import type {Webhook} from './hook-table.ts'
import type {NewMessage} from './message-table.ts'
import type {Outgoing} from './post.ts'

export interface Signing {
  secret: string | null
  /** Milliseconds since the epoch: part of what is signed. */
  now: number
  projectId: string
  /** The name of the sender, as `Product.name`. */
  sender: string
}

/** The same message has the same key however often it is sent, also after a restart. */
export function deliveryRequest(
  hook: Pick<Webhook, 'id' | 'url' | 'httpMethod' | 'headers'>,
  message: NewMessage,
  {secret, now, projectId, sender}: Signing,
): Outgoing {
  const {dataset, documentId, operation, transactionId, transactionTime, payload} = message
  const key = JSON.stringify([hook.id, dataset, transactionId, documentId, operation])
  return {
    url: hook.url,
    method: hook.httpMethod,
    headers: {
      'user-agent': `${sender} webhook delivery`,
      accept: '*/*',
      ...hook.headers,
      'content-type': 'application/json',
      'idempotency-key': createHash('sha256').update(key).digest('hex').slice(0, 32),
      'sanity-dataset': dataset,
      'sanity-document-id': documentId,
      'sanity-operation': operation,
      'sanity-project-id': projectId,
      'sanity-transaction-id': transactionId,
      'sanity-transaction-time': transactionTime,
      'sanity-webhook-id': hook.id,
      ...(secret ? {'sanity-webhook-signature': signatureOf(payload, now, secret)} : {}),
    },
    body: payload,
  }
}

/**
 * As @sanity/webhook verifies it: the time of the signature in milliseconds and an HMAC over that time and the body.
 */
function signatureOf(payload: string, time: number, secret: string): string {
  const mac = createHmac('sha256', secret).update(`${time}.${payload}`).digest('base64url')
  return `t=${time},v1=${mac}`
}
