// A Content Lake over HTTP, ours or Sanity's, with the requests that push and pull need.
import {openAsBlob} from 'node:fs'
import type {ReadableStream} from 'node:stream/web'
import {lines} from '../../commands/ndjson-lines.ts'
import {OperatorError} from '@copydesk/lake/errors'
import type {Address} from './lake-address.ts'
import {IMPORT_ADDRESS} from './asset-addresses.ts'
import {createRetryingFetch, type RetryOptions} from './retrying-fetch.ts'
import {notALake, refusal} from './refusal.ts'
import {releaseToMove} from './release-content.ts'

export interface SyncDocument {
  _id: string
  _type: string
  [field: string]: unknown
}

export type SyncMutation =
  | {createOrReplace: SyncDocument}
  | {patch: {id: string; set?: object; unset?: string[]}}
  | {delete: {id: string}}

export interface LakeConnection {
  /** For messages. */
  title: string
  isHosted: boolean
  projectId: string
  dataset: string
  /** @throws OperatorError if it cannot be reached, or does not know the token or the dataset */
  greet(): Promise<void>
  /** All documents that the token may read. */
  documents(): AsyncGenerator<SyncDocument>
  /** Ids that readers without a token see. */
  publicIds(): Promise<string[]>
  /** @throws Refused */
  mutate(mutations: readonly SyncMutation[], options?: {dryRun?: boolean}): Promise<void>
  /** Imports a release by its own action, and replaces one of the same name. Throws Refused. */
  importRelease(release: SyncDocument, options?: {dryRun?: boolean}): Promise<void>
  /**
   * The dataset of this one's comments; null if there is none.
   *
   * @param make creates it if there is none
   */
  comments(options: {make: boolean}): Promise<LakeConnection | null>
  /** The bytes as they were uploaded. */
  original(asset: SyncDocument): Promise<Response>
  /** @throws Refused */
  upload(asset: SyncDocument, file: string): Promise<SyncDocument>
}

const VERSION = 'v2025-02-19'
/** Host names of Sanity's lake and CDN. */
const HOSTED = /(^|\.)sanity\.(io|work)$/

/** Nothing is requested before the first call. */
export function connectLake(
  address: Address,
  token: string,
  patience: RetryOptions = {},
): LakeConnection {
  const {title, isHosted, projectId, dataset} = address
  const requests = createRequests(address, token, patience)
  const {ask, post} = requests

  return {
    title,
    isHosted,
    projectId,
    dataset,
    async greet() {
      const response = await ask(`/data/query/${dataset}?query=${encodeURIComponent('*[0]._id')}`)
      const isLake = response.headers.get('content-type')?.includes('json') ?? false
      await response.body?.cancel()
      if (!isLake) throw notALake(title)
    },
    async *documents() {
      const {body} = await ask(`/data/export/${dataset}`)
      yield* exported(body as ReadableStream<Uint8Array> | null, title)
    },
    async publicIds() {
      const query = encodeURIComponent('*._id')
      const path = `/data/query/${dataset}?query=${query}&perspective=raw`
      const response = await requests.askAsReader(path)
      return ((await response.json()) as {result: string[]}).result
    },
    async mutate(mutations, {dryRun = false} = {}) {
      const query = `returnIds=false&visibility=async&dryRun=${dryRun}&tag=copydesk.move`
      const response = await post(`/data/mutate/${dataset}?${query}`, {mutations})
      await response.body?.cancel()
    },
    async importRelease(release, {dryRun = false} = {}) {
      const response = await post(`/data/actions/${dataset}`, {
        actions: [importAction(release)],
        dryRun,
      })
      await response.body?.cancel()
    },
    async comments({make}) {
      const name = await commentsDataset(requests, address, make)
      if (name === undefined) return null
      return connectLake({...address, title: `${title}, comments`, dataset: name}, token, patience)
    },
    original: requests.askOriginal,
    async upload(asset, file) {
      const kind = asset._type === 'sanity.imageAsset' ? 'images' : 'files'
      const response = await ask(`/assets/${kind}/${dataset}?${uploadQuery(asset).toString()}`, {
        method: 'POST',
        headers: {'content-type': textOf(asset['mimeType']) ?? 'application/octet-stream'},
        body: await openAsBlob(file),
      })
      return ((await response.json()) as {document: SyncDocument}).document
    },
  }
}

type Asked = Omit<RequestInit, 'headers'> & {headers?: Record<string, string>}

/** Requests to one lake. Each throws Refused for an answer that is not 2xx. */
function createRequests({title, base, projectId}: Address, token: string, patience: RetryOptions) {
  const patient = createRetryingFetch(patience)
  const authorized = {authorization: `Bearer ${token}`}
  const whole = async (url: string, init: RequestInit): Promise<Response> => {
    const response = await patient(url, init)
    if (!response.ok) throw await refusal(response, title)
    return response
  }
  const ask = async (path: string, init: Asked = {}): Promise<Response> => {
    const headers = {...authorized, 'x-sanity-project-id': projectId, ...init.headers}
    // A redirect would send the token to another address, and turn a POST into a GET.
    return await whole(`${base}/${VERSION}${path}`, {...init, headers, redirect: 'manual'})
  }
  return {
    ask,
    post: async (path: string, body: object): Promise<Response> =>
      await ask(path, {
        method: 'POST',
        headers: {'content-type': 'application/json'},
        body: JSON.stringify(body),
      }),
    /** Without the token. */
    askAsReader: async (path: string): Promise<Response> =>
      await whole(`${base}/${VERSION}${path}`, {headers: {'x-sanity-project-id': projectId}}),
    askOriginal: async (asset: SyncDocument): Promise<Response> => {
      const address = originalAddress(asset, base)
      // Only this lake and Sanity's servers get the token.
      const isTrusted = address.origin === base || HOSTED.test(address.hostname)
      return await whole(address.href, {headers: isTrusted ? authorized : {}})
    },
  }
}

async function commentsDataset(
  {ask, post}: Pick<ReturnType<typeof createRequests>, 'ask' | 'post'>,
  {projectId, dataset}: Address,
  make: boolean,
): Promise<string | undefined> {
  const query = `datasetProfile=comments&addonFor=${dataset}`
  const response = await ask(`/projects/${projectId}/datasets?${query}`)
  const [found] = (await response.json()) as {name: string}[]
  if (found || !make) return found?.name
  const made = await post(`/comments/${dataset}/setup`, {})
  return ((await made.json()) as {datasetName: string}).datasetName
}

function importAction(release: SyncDocument): object {
  const attributes = releaseToMove(release)
  return {
    actionType: 'sanity.action.release.import',
    releaseId: attributes['name'],
    attributes,
    ifExists: 'replace',
  }
}

/** @throws OperatorError if the export breaks off */
async function* exported(
  body: ReadableStream<Uint8Array> | null,
  title: string,
): AsyncGenerator<SyncDocument> {
  const brokenOff = `${title} broke off the list of its documents. Try again.`
  try {
    for await (const line of body ? lines(body) : []) {
      const document = parseDocument(line)
      // Sanity's lake reports an error in the last line.
      if (typeof document._id !== 'string' || typeof document._type !== 'string') {
        throw new OperatorError(brokenOff)
      }
      yield document as SyncDocument
    }
  } catch (error) {
    // A line that is cut in two, or a lost connection.
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
    throw new OperatorError(brokenOff)
  }
}

/** Drops addresses that only an import reads: our lake refuses documents with them. */
function parseDocument(line: string): Partial<SyncDocument> {
  if (!line.includes(IMPORT_ADDRESS)) return JSON.parse(line) as Partial<SyncDocument>
  return JSON.parse(line, (name, value: unknown) =>
    name === IMPORT_ADDRESS ? undefined : value,
  ) as Partial<SyncDocument>
}

/** Our lake may be reached at another address than the one in its documents, which readers use. */
function originalAddress({_id, _type, path, url}: SyncDocument, base: string): URL {
  const given = URL.parse(textOf(url) ?? '')
  if (!given) throw new OperatorError(`The document ${_id} names no address of its file.`)
  const isHosted = HOSTED.test(given.hostname)
  const address = isHosted ? given : new URL(`${base}/${textOf(path) ?? given.pathname.slice(1)}`)
  if (_type === 'sanity.imageAsset') address.searchParams.set('dlRaw', 'true')
  return address
}

/** The texts that people wrote about the file, and the metadata that it was uploaded with. */
function uploadQuery(asset: SyncDocument): URLSearchParams {
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
  // Requested as `blurhash`, stored as `blurHash`.
  const metadata = (asset['metadata'] as object | null | undefined) ?? {}
  const read = Object.keys(metadata).map((name) => name.toLowerCase())
  for (const name of ['blurhash', 'exif', 'image', 'location', 'lqip', 'palette', 'thumbhash']) {
    if (read.includes(name)) query.append('meta', name)
  }
  return query
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
