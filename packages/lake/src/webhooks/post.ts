// Sends one request of a webhook.
import {lookup} from 'node:dns'
import {request as requestHttp, type IncomingMessage, type RequestOptions} from 'node:http'
import {request as requestHttps} from 'node:https'
import {guardedLookup, PrivateAddress} from './guarded-lookup.ts'
import {isPrivateHost} from './private-address.ts'

export interface Outgoing {
  url: string
  method: string
  headers: Readonly<Record<string, string>>
  body: string
}

export type Outcome =
  | {status: number; retryAfter?: string}
  /** `refused`: no attempt will succeed. The others are temporary. */
  | {failure: 'network' | 'timeout' | 'refused'; detail: string}

/** Never rejects. The body of the response is not read: the author of the hook must not learn it. */
export type Post = (outgoing: Outgoing, signal: AbortSignal) => Promise<Outcome>

export interface PostOptions {
  /** Permits addresses of this machine and its network. */
  allowPrivate: boolean
  timeoutMs?: number
  /** Looks a name up, as `node:dns` does. */
  resolve?: typeof lookup
}

/** Redirects are not followed: they could lead to a refused address. */
export function createPost({
  allowPrivate,
  timeoutMs = 30_000,
  resolve = lookup,
}: PostOptions): Post {
  const lookUp = guardedLookup({allowPrivate, resolve})

  return async ({url, method, headers, body}, signal) => {
    const {protocol, hostname} = new URL(url)
    // A host that is an IP address is connected to without a lookup.
    if (!allowPrivate && isPrivateHost(hostname)) {
      return {failure: 'refused', detail: `${hostname} is an address of this network.`}
    }
    const timeout = AbortSignal.timeout(timeoutMs)
    const options: RequestOptions = {
      method,
      headers: {...headers, 'content-length': Buffer.byteLength(body), connection: 'close'},
      // A new connection each time, because an existing one was checked for another name.
      agent: false,
      lookup: lookUp,
      signal: AbortSignal.any([signal, timeout]),
    }
    try {
      const response = await send(
        protocol === 'https:' ? requestHttps : requestHttp,
        url,
        options,
        body,
      )
      const retryAfter = response.headers['retry-after']
      response.destroy()
      return {status: response.statusCode ?? 0, ...(retryAfter ? {retryAfter} : {})}
    } catch (error) {
      if (timeout.aborted) {
        return {failure: 'timeout', detail: `No answer within ${Math.round(timeoutMs / 1000)} s.`}
      }
      const detail = error instanceof Error ? error.message || error.name : String(error)
      return {failure: error instanceof PrivateAddress ? 'refused' : 'network', detail}
    }
  }
}

function send(
  request: typeof requestHttp,
  url: string,
  options: RequestOptions,
  body: string,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sending = request(url, options, resolve)
    sending.on('error', reject)
    sending.end(body)
  })
}
