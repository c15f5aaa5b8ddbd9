// Gets a picture from its site. Only public addresses are asked: an export is written by somebody else.
import type {lookup} from 'node:dns'
import {request as requestHttp, type IncomingMessage} from 'node:http'
import {request as requestHttps} from 'node:https'
import {basename} from 'node:path'
import {guardedLookup, isPrivateHost} from '@copydesk/lake/http'
import {LARGEST_PICTURE, type PictureSource} from './pictures.ts'

interface FetchOptions {
  timeoutMs?: number
  /** Bytes. */
  largest?: number
  /** Looks a name up, as `node:dns` does. */
  resolve?: typeof lookup
  /** Tests ask this machine. */
  allowPrivate?: boolean
}

const REDIRECTS = 3

/** Pictures by their addresses. One that cannot be fetched is null, whatever the reason. */
export function picturesFromSite(options: FetchOptions = {}): PictureSource {
  return async ({address}) => {
    try {
      const bytes = address ? await download(address, options) : null
      return bytes && {bytes, fileName: basename(new URL(address ?? '').pathname) || 'picture'}
    } catch {
      return null
    }
  }
}

async function download(first: string, options: FetchOptions): Promise<Uint8Array | null> {
  const signal = AbortSignal.timeout(options.timeoutMs ?? 30_000)
  let address = first
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    const response = await get(address, options, signal)
    const {statusCode = 0, headers} = response
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      response.destroy()
      address = new URL(headers.location, address).href
    } else if (statusCode === 200 && /^image\//i.test(headers['content-type'] ?? '')) {
      return await bytesOf(response, options.largest ?? LARGEST_PICTURE)
    } else {
      response.destroy()
      return null
    }
  }
  return null
}

function get(
  address: string,
  {allowPrivate = false, resolve}: FetchOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const {protocol, hostname} = new URL(address)
  if (protocol !== 'http:' && protocol !== 'https:') throw new Error('Not a web address')
  // A host that is an IP address is connected to without a lookup.
  if (!allowPrivate && isPrivateHost(hostname)) throw new Error('An address of this network')
  const request = protocol === 'https:' ? requestHttps : requestHttp
  const lookUp = guardedLookup({allowPrivate, ...(resolve ? {resolve} : {})})
  return new Promise((done, failed) => {
    const sending = request(address, {agent: false, lookup: lookUp, signal}, done)
    sending.on('error', failed)
    sending.end()
  })
}

async function bytesOf(response: IncomingMessage, largest: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    size += chunk.length
    // Leaving the loop ends the connection.
    if (size > largest) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
