// Uploads a picture or file: checks permission, reads and inspects the bytes, then writes the file
// and its document. A refused upload leaves neither.
import {randomBytes} from 'node:crypto'
import {BadRequest, Forbidden, Unauthenticated} from '../errors.ts'
import type {GrantsOf} from '../dataset-grants.ts'
import {isStranger} from '../grants.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {Actor, Clock, Commit, DocumentInput, Json, LakeDocument} from '../types.ts'
import type {Decoder} from './decoder.ts'
import {inspectImage} from './inspect.ts'
import {extensionFor, mimeTypeOf} from './mime-types.ts'
import {assetDocumentId, parseAssetFile, type AssetFileName} from './names.ts'
import type {RenderQueue} from './render-queue.ts'
import {tooLarge, type AssetStore, type StagedAsset} from './store.ts'

export interface UploadLimits {
  /** Maximum size of one upload in bytes. */
  maxBytes: number
  /** Maximum width × height of one picture. */
  maxPixels: number
}

export const DEFAULT_UPLOAD_LIMITS: UploadLimits = {
  maxBytes: 100_000_000,
  maxPixels: 100_000_000,
}

export interface UploadDeps {
  store: AssetStore
  queue: RenderQueue
  decoder: Pick<Decoder, 'examine'>
  commit: Commit
  grantsOf: GrantsOf
  documents: Pick<DocumentTable, 'get'>
  projectId: string
  /** Scheme, host and port by which browsers reach this lake, without a trailing slash. */
  origin: () => string
  limits?: Partial<UploadLimits>
  clock: Clock
}

/** The client's description of the file. Every member is stored in the asset document. */
export interface UploadDetails {
  filename?: string
  label?: string
  title?: string
  description?: string
  creditLine?: string
  source?: {id: string; name: string; url?: string}
}

interface UploadRequest {
  dataset: string
  kind: 'image' | 'file'
  actor: Actor
  body: AsyncIterable<Uint8Array>
  details: UploadDetails
  meta: readonly string[]
  contentType?: string
  /** The announced size in bytes. Too large a size is refused before reading. */
  contentLength?: number
}

/**
 * Stores the bytes and returns the asset document. The same bytes give the same document. Errors:
 * `Unauthenticated` 401, `Forbidden` 403, `BadRequest` 400, `TooLarge` 413. System errors of a full
 * disk become a 507.
 */
export type Upload = (request: UploadRequest) => Promise<LakeDocument>

export function createUpload(deps: UploadDeps): Upload {
  const limits = {...DEFAULT_UPLOAD_LIMITS, ...deps.limits}

  return async (request) => {
    assertPermitted(deps, request)
    if ((request.contentLength ?? 0) > limits.maxBytes) throw tooLarge(limits.maxBytes)
    const staged = await deps.store.stage(request.body, limits.maxBytes)
    try {
      if (staged.size === 0) throw new BadRequest('The file is empty.', 'emptyFile')
      const asset =
        request.kind === 'image'
          ? await describeImage(deps, staged, request, limits)
          : describeFile(staged, request)
      return await deps.store.exclusively(request.dataset, asset.name.file, () =>
        keep(deps, request, staged, asset),
      )
    } finally {
      await staged.discard()
    }
  }
}

interface DescribedAsset {
  name: AssetFileName
  mimeType: string
  metadata?: {[key: string]: Json}
}

/**
 * Checked before a byte is read, with a placeholder document: grants for assets depend only on the
 * type.
 */
function assertPermitted(
  {grantsOf, clock}: UploadDeps,
  {dataset, kind, actor}: UploadRequest,
): void {
  const now = new Date(clock()).toISOString()
  const standIn: LakeDocument = {
    _id: `${kind}-${'0'.repeat(40)}`,
    _type: `sanity.${kind}Asset`,
    _rev: '',
    _createdAt: now,
    _updatedAt: now,
  }
  if (grantsOf(dataset).permits(actor, 'create', standIn)) return
  if (isStranger(actor)) throw new Unauthenticated()
  throw new Forbidden(`You may not upload ${kind === 'image' ? 'pictures' : 'files'}.`)
}

async function describeImage(
  {queue, decoder}: UploadDeps,
  staged: StagedAsset,
  {meta, contentType}: UploadRequest,
  {maxPixels}: UploadLimits,
): Promise<DescribedAsset> {
  const {type, width, height, metadata} = await queue.run(
    () => inspectImage(decoder, staged.path, {maxPixels, meta, contentType}),
    {urgent: true},
  )
  const {extension, mimeType} = type
  const file = `${staged.sha1}-${width}x${height}.${extension}`
  return {
    name: {kind: 'image', file, sha1: staged.sha1, width, height, extension},
    mimeType,
    metadata,
  }
}

function describeFile(
  {sha1}: StagedAsset,
  {details, contentType = ''}: UploadRequest,
): DescribedAsset {
  const named = /\.([a-z0-9]{1,10})$/i.exec(details.filename ?? '')?.[1]?.toLowerCase()
  const extension = named ?? extensionFor(contentType) ?? 'bin'
  const file = `${sha1}.${extension}`
  return {name: {kind: 'file', file, sha1, extension}, mimeType: mimeTypeOf(extension)}
}

async function keep(
  deps: UploadDeps,
  request: UploadRequest,
  staged: StagedAsset,
  asset: DescribedAsset,
): Promise<LakeDocument> {
  const {dataset, actor} = request
  const {file} = asset.name
  if (!parseAssetFile(file)) throw new BadRequest('The file cannot be named.', 'invalidFile')
  const id = assetDocumentId(asset.name)
  const isNew = await staged.keep(dataset, file)
  const existing = deps.documents.get(dataset, id)
  if (existing) return existing
  try {
    const document = assetDocument(deps, request, staged, asset)
    await deps.commit({
      dataset,
      actor,
      isUpload: true,
      steps: [() => ({mutations: [{createIfNotExists: document}]})],
    })
  } catch (error) {
    if (isNew) await deps.store.delete(dataset, file)
    throw error
  }
  const stored = deps.documents.get(dataset, id)
  if (!stored) throw new Error(`The document ${id} is missing right after its commit.`)
  return stored
}

/** The fields of Sanity's asset documents. Sanity's tools depend on `path` and `url`. */
function assetDocument(
  {projectId, origin}: UploadDeps,
  {dataset, kind, details}: UploadRequest,
  {sha1, size}: StagedAsset,
  {name, mimeType, metadata}: DescribedAsset,
): DocumentInput & {_id: string} {
  const path = `${kind}s/${projectId}/${dataset}/${name.file}`
  const {filename, source, ...texts} = details
  const document: DocumentInput & {_id: string} = {
    _id: assetDocumentId(name),
    _type: `sanity.${kind}Asset`,
    assetId: sha1,
    sha1hash: sha1,
    extension: name.extension,
    mimeType,
    size,
    path,
    url: `${origin()}/${path}`,
    uploadId: randomBytes(16).toString('hex'),
  }
  if (filename) document.originalFilename = plainFilename(filename)
  for (const [field, text] of Object.entries(texts)) if (text) document[field] = text
  if (source) document.source = {_type: 'sanity.assetSourceData', ...source}
  if (metadata) document.metadata = metadata
  return document
}

/** The last part of a possible path, without control characters. */
function plainFilename(filename: string): string {
  const last = filename.split(/[/\\]/).at(-1) ?? ''
  return last.replaceAll(/\p{Cc}/gu, '').slice(-255) || 'unnamed'
}
