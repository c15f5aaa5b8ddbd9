// A Content Lake over HTTP, ours or Sanity's: what moving between two of them asks.
import {openAsBlob} from 'node:fs'
import type {ReadableStream} from 'node:stream/web'
import {lines} from '../../commands/lines.ts'
import {OperatorError} from '@copydesk/lake/errors'
import type {Address} from './lake-address.ts'
import {IMPORT_ADDRESS} from './asset-addresses.ts'
import {createPatientFetch, type Patience} from './patient-fetch.ts'
import {notALake, refusal} from './refused.ts'
import {releaseToMove} from './release-content.ts'

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
  projectId: string
  dataset: string
  /** @throws OperatorError where it cannot be reached, or knows neither token nor dataset */
  greet(): Promise<void>
  /** Everything that the token may read, one after the other. */
  documents(): AsyncGenerator<MovedDocument>
  /** Ids that readers without a token see. */
  publicIds(): Promise<string[]>
  /** @throws Refused */
  mutate(mutations: readonly MoveMutation[], options?: {dryRun?: boolean}): Promise<void>
  /** A release by its own action, in the place of one of this name. Throws Refused. */
  importRelease(release: MovedDocument, options?: {dryRun?: boolean}): Promise<void>
  /**
   * The dataset of the comments beside this one; null where there is none.
   *
   * @param make has it made where there is none
   */
  comments(options: {make: boolean}): Promise<LakeConnection | null>
  /** The bytes as they were uploaded. */
  original(asset: MovedDocument): Promise<Response>
  /** @throws Refused */
  upload(asset: MovedDocument, file: string): Promise<MovedDocument>
}

const VERSION = 'v2025-02-19'

type Asked = Omit<RequestInit, 'headers'> & {headers?: Record<string, string>}

/** Nothing is asked before the first call. */
export function connectLake(
  address: Address,
  token: string,
  patience: Patience = {},
): LakeConnection {
  const {title, base, isHosted, projectId, dataset} = address
  const patient = createPatientFetch(patience)
  const authorized = {authorization: `Bearer ${token}`}
  const ask = async (path: string, init: Asked = {}): Promise<Response> => {
    const headers = {...authorized, 'x-sanity-project-id': projectId, ...init.headers}
    const url = `${base}/${VERSION}${path}`
    // Somebody else's address does not get the token, nor a POST that has become a GET.
    const response = await patient(url, {...init, headers, redirect: 'manual'})
    if (!response.ok) throw await refusal(response, title)
    return response
  }
  const post = async (path: string, body: object): Promise<Response> =>
    await ask(path, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify(body),
    })

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
      const brokenOff = `${title} broke off the list of its documents. Try again.`
      try {
        for await (const line of body ? lines(body as ReadableStream<Uint8Array>) : []) {
          const document = parseDocument(line)
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
      const response = await post(`/data/mutate/${dataset}?${query}`, {mutations})
      await response.body?.cancel()
    },
    async importRelease(release, {dryRun = false} = {}) {
      const attributes = releaseToMove(release)
      const action = {
        actionType: 'sanity.action.release.import',
        releaseId: attributes['name'],
        attributes,
        ifExists: 'replace',
      }
      const response = await post(`/data/actions/${dataset}`, {actions: [action], dryRun})
      await response.body?.cancel()
    },
    async comments({make}) {
      const query = `datasetProfile=comments&addonFor=${dataset}`
      const found = (await (await ask(`/projects/${projectId}/datasets?${query}`)).json()) as {
        name: string
      }[]
      let name = found[0]?.name
      if (name === undefined && make) {
        const made = await post(`/comments/${dataset}/setup`, {})
        name = ((await made.json()) as {datasetName: string}).datasetName
      }
      if (name === undefined) return null
      return connectLake({...address, title: `${title}, comments`, dataset: name}, token, patience)
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

/** Without addresses for an import: in a stored document they mean nothing, and no lake of ours takes them. */
function parseDocument(line: string): Partial<MovedDocument> {
  if (!line.includes(IMPORT_ADDRESS)) return JSON.parse(line) as Partial<MovedDocument>
  return JSON.parse(line, (name, value: unknown) =>
    name === IMPORT_ADDRESS ? undefined : value,
  ) as Partial<MovedDocument>
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
