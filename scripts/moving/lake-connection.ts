// A Content Lake over HTTP, ours or Sanity's: what moving between two of them asks.
import {openAsBlob} from 'node:fs'
import type {ReadableStream} from 'node:stream/web'
import {lines} from '../commands/lines.ts'
import {OperatorError} from '../environment.ts'
import type {Address} from './lake-address.ts'
import {createPatientFetch, type Patience} from './patient-fetch.ts'

export interface MovedDocument {
  _id: string
  _type: string
  [field: string]: unknown
}

export type MoveMutation =
  | {createOrReplace: MovedDocument}
  | {patch: {id: string; set?: object; unset?: string[]}}
  | {delete: {id: string}}

export interface LakeConnection {
  /** As people know it. */
  title: string
  isHosted: boolean
  /** Everything that the token may read, one after the other. */
  documents(): AsyncGenerator<MovedDocument>
  /** Ids that readers without a token see. */
  publicIds(): Promise<string[]>
  /** @throws Refused */
  mutate(mutations: readonly MoveMutation[], options?: {dryRun?: boolean}): Promise<void>
  /** The bytes as they were uploaded. */
  original(asset: MovedDocument): Promise<Response>
  /** @throws Refused */
  upload(asset: MovedDocument, file: string): Promise<MovedDocument>
}

/** The other side has understood, and says no. */
export class Refused extends OperatorError {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.name = 'Refused'
    this.status = status
  }
}

const VERSION = 'v2025-02-19'

type Asked = Omit<RequestInit, 'headers'> & {headers?: Record<string, string>}

/** Nothing is asked before the first call. */
export function connectLake(
  {title, base, isHosted, projectId, dataset}: Address,
  token: string,
  patience: Patience = {},
): LakeConnection {
  const patient = createPatientFetch(patience)
  const authorized = {authorization: `Bearer ${token}`}
  const ask = async (path: string, init: Asked = {}): Promise<Response> => {
    const headers = {...authorized, 'x-sanity-project-id': projectId, ...init.headers}
    const response = await patient(`${base}/${VERSION}${path}`, {...init, headers})
    if (!response.ok) throw await refusal(response, title)
    return response
  }

  return {
    title,
    isHosted,
    async *documents() {
      const {body} = await ask(`/data/export/${dataset}`)
      const brokenOff = `${title} broke off the list of its documents. Try again.`
      try {
        for await (const line of body ? lines(body as ReadableStream<Uint8Array>) : []) {
          const document = JSON.parse(line) as Partial<MovedDocument>
          // Sanity's lake tells of an error in the last line.
          if (typeof document._id !== 'string' || typeof document._type !== 'string') {
            throw new OperatorError(brokenOff)
          }
          yield document as MovedDocument
        }
      } catch (error) {
        // A line that is cut in two, or a connection that is gone.
        if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
        throw new OperatorError(brokenOff)
      }
    },
    async publicIds() {
      const query = encodeURIComponent('*._id')
      const url = `${base}/${VERSION}/data/query/${dataset}?query=${query}&perspective=raw`
      const response = await patient(url, {headers: {'x-sanity-project-id': projectId}})
      if (!response.ok) throw await refusal(response, title)
      return ((await response.json()) as {result: string[]}).result
    },
    async mutate(mutations, {dryRun = false} = {}) {
      const query = `returnIds=false&visibility=async&dryRun=${dryRun}&tag=copydesk.move`
      const response = await ask(`/data/mutate/${dataset}?${query}`, {
        method: 'POST',
        headers: {'content-type': 'application/json'},
        body: JSON.stringify({mutations}),
      })
      await response.body?.cancel()
    },
    async original(asset) {
      const address = originalAddress(asset, base)
      // The token opens originals on our own server and on Sanity's, and is nobody else's to see.
      const isTheirs = address.origin === base || /(^|\.)sanity\.(io|work)$/.test(address.hostname)
      const response = await patient(address.href, {headers: isTheirs ? authorized : {}})
      if (!response.ok) throw await refusal(response, title)
      return response
    },
    async upload(asset, file) {
      const kind = asset._type === 'sanity.imageAsset' ? 'images' : 'files'
      const response = await ask(`/assets/${kind}/${dataset}?${uploadQuery(asset).toString()}`, {
        method: 'POST',
        headers: {'content-type': textOf(asset['mimeType']) ?? 'application/octet-stream'},
        body: await openAsBlob(file),
      })
      return ((await response.json()) as {document: MovedDocument}).document
    },
  }
}

/** A lake of ours is asked where we reach it: its documents name the address that readers use. */
function originalAddress({_id, _type, path, url}: MovedDocument, base: string): URL {
  const given = URL.parse(textOf(url) ?? '')
  if (!given) throw new OperatorError(`The document ${_id} names no address of its file.`)
  const isHosted = /(^|\.)sanity\.(io|work)$/.test(given.hostname)
  const address = isHosted ? given : new URL(`${base}/${textOf(path) ?? given.pathname.slice(1)}`)
  if (_type === 'sanity.imageAsset') address.searchParams.set('dlRaw', 'true')
  return address
}

/** What people wrote about the file, and what was asked to be read from it. */
function uploadQuery(asset: MovedDocument): URLSearchParams {
  const query = new URLSearchParams()
  const put = (name: string, value: unknown): void => {
    const text = textOf(value)
    if (text) query.set(name, text)
  }
  put('filename', asset['originalFilename'])
  for (const name of ['label', 'title', 'description', 'creditLine']) put(name, asset[name])
  const source = asset['source'] as {id?: unknown; name?: unknown; url?: unknown} | undefined
  put('sourceId', source?.id)
  put('sourceName', source?.name)
  put('sourceUrl', source?.url)
  // Asked for as `blurhash`, answered as `blurHash`.
  const metadata = (asset['metadata'] as object | null | undefined) ?? {}
  const read = Object.keys(metadata).map((name) => name.toLowerCase())
  for (const name of ['blurhash', 'exif', 'image', 'location', 'lqip', 'palette', 'thumbhash']) {
    if (read.includes(name)) query.append('meta', name)
  }
  return query
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

async function refusal(response: Response, title: string): Promise<Refused> {
  const {status} = response
  const text = await response.text()
  let said = text.slice(0, 300)
  try {
    const body = JSON.parse(text) as {
      message?: string
      error?: string | {description?: string; items?: {error?: {description?: string}}[]}
    }
    const error = typeof body.error === 'string' ? {description: body.error} : body.error
    const items = error?.items?.flatMap((item) => item.error?.description ?? []) ?? []
    said = [...new Set(items)].slice(0, 5).join(' ') || (error?.description ?? body.message ?? said)
  } catch {
    // Whatever stands between has answered, and not in JSON.
  }
  if (status === 401) return new Refused(status, `${title} does not know the token. ${said}`)
  return new Refused(status, `${title} refused (${status}): ${said}`)
}
