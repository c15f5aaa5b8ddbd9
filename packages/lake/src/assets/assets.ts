// Builds store, uploads and renditions of one assets folder.
import {join} from 'node:path'
import type {GrantsOf} from '../dataset-grants.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {Clock, Commit} from '../types.ts'
import type {Bucket} from './bucket.ts'
import {claimBucket, createBucketStore, pullFiles, pushFiles} from './bucket-store.ts'
import {createCredits, type CreditFor, type FindCredit} from './credits.ts'
import {createDecoder, type Decoder} from './decoder.ts'
import {assetDocumentId, assetFileOf, parseAssetFile} from './names.ts'
import {createOriginalGrants, type OriginalGrants} from './original-grant.ts'
import {createRenderQueue} from './render-queue.ts'
import {createRenditions, type Renditions} from './renditions.ts'
import {createAssetStore, type AssetStore} from './store.ts'
import {sweepAssets, YOUNG_IN_BUCKET} from './sweep.ts'
import {createUpload, DEFAULT_UPLOAD_LIMITS, type Upload, type UploadLimits} from './upload.ts'

export interface AssetsOptions {
  /**
   * `originals/` must be kept. `cache/` and `incoming/` can be deleted while the lake is stopped.
   */
  folder: string
  commit: Commit
  grantsOf: GrantsOf
  documents: Pick<DocumentTable, 'get' | 'referencing'>
  /** Holds the files. Without it, the folder does. */
  bucket?: Bucket | undefined
  projectId: string
  /** Scheme, host and port by which browsers reach this lake, without a trailing slash. */
  origin: () => string
  clock: Clock
  limits?: Partial<UploadLimits>
  /** Closed by `close`. By default the assets create a decoder of their own. */
  decoder?: Decoder
  /** Finds the credit that is written into a picture for readers. */
  findCredit?: FindCredit
  /** Maximum size of all cached renditions together. */
  maxCacheBytes?: number
  /** Called if a rendition could not be cached. The rendition is sent all the same. */
  report?: (error: unknown) => void
}

export interface Assets {
  store: AssetStore
  upload: Upload
  renditions: Renditions
  creditFor?: CreditFor
  originalGrants: OriginalGrants
  /** Deletes a dataset's files that no document names. Returns their names. */
  sweep(dataset: string): Promise<string[]>
  /** As `sweep`, for this machine's copies of files in a bucket. */
  sweepCopies(): Promise<void>
  /** As `sweepCopies`, of the newest files too: the bucket has those that an upload is about to name. */
  removeCopies(): Promise<void>
  /** Deletes the files of asset documents that were deleted. Other IDs are ignored. */
  erase(dataset: string, ids: readonly string[]): Promise<void>
  /** See `pushFiles`, `pullFiles` and `claimBucket`. They do nothing without a bucket. */
  push(onFile: (done: number, of: number) => void): Promise<void>
  pull(onFile: (done: number, of: number) => void): Promise<void>
  claim(id: string): Promise<void>
  /** As `sweep`, for files that uploads left in datasets that no longer exist. */
  sweepDeleted(exists: (dataset: string) => boolean): Promise<void>
  /** Deletes all files of a dataset and their renditions. */
  deleteDataset(dataset: string): Promise<void>
  /** Stops all decoding. */
  close(): Promise<void>
}

export function createAssets(options: AssetsOptions): Assets {
  const {folder, bucket, clock, findCredit, decoder = createDecoder()} = options
  const limits = {...DEFAULT_UPLOAD_LIMITS, ...options.limits}
  const local = createAssetStore(folder)
  const store = bucket
    ? createBucketStore(bucket, {local, incoming: join(folder, 'incoming')})
    : local
  const queue = createRenderQueue()
  const renditions = createRenditions({
    store,
    queue,
    decoder,
    folder,
    maxPixels: limits.maxPixels,
    ...(options.maxCacheBytes === undefined ? {} : {maxCacheBytes: options.maxCacheBytes}),
    ...(options.report ? {report: options.report} : {}),
  })
  /** A copy of this machine may be of a file that another node has deleted. */
  const isNamed = (dataset: string, file: string): boolean => {
    const name = parseAssetFile(file)
    return name !== null && options.documents.get(dataset, assetDocumentId(name)) !== null
  }
  const sweeps = createSweeps(options, {store, local, forget: renditions.forget})
  return {
    store,
    upload: createUpload({...options, store, queue, decoder, limits}),
    renditions,
    ...(findCredit ? {creditFor: createCredits({...options, find: findCredit})} : {}),
    originalGrants: createOriginalGrants(clock),
    ...sweeps,
    push: async (onFile) => bucket && (await pushFiles(bucket, local, onFile, isNamed)),
    pull: async (onFile) => bucket && (await pullFiles(bucket, store, onFile)),
    claim: async (id) => bucket && (await claimBucket(bucket, id)),
    async sweepDeleted(exists) {
      for (const dataset of await store.datasets()) {
        if (exists(dataset)) continue
        await sweeps.sweep(dataset)
        await store.deleteEmptyFolder(dataset)
      }
    },
    async deleteDataset(dataset) {
      await store.deleteDataset(dataset)
      await renditions.forgetDataset(dataset)
    },
    close: decoder.close,
  }
}

type Sweeps = Pick<Assets, 'sweep' | 'sweepCopies' | 'removeCopies' | 'erase'>

/** Deletes files without a document. */
function createSweeps(
  {bucket, documents, clock}: AssetsOptions,
  {store, local, forget}: {store: AssetStore; local: AssetStore; forget: Renditions['forget']},
): Sweeps {
  const hasDocument = (dataset: string, id: string): boolean => documents.get(dataset, id) !== null
  const sweepIn = (from: AssetStore, dataset: string, youngMs?: number) =>
    sweepAssets(
      {store: from, forget, clock, ...(youngMs === undefined ? {} : {youngMs})},
      dataset,
      (id) => hasDocument(dataset, id),
    )
  const sweepLocal = async (youngMs?: number): Promise<void> => {
    if (bucket) for (const dataset of await local.datasets()) await sweepIn(local, dataset, youngMs)
  }
  return {
    sweep: (dataset) => sweepIn(store, dataset, bucket && YOUNG_IN_BUCKET),
    sweepCopies: () => sweepLocal(),
    // A file that was changed this moment may have a later time than the clock says.
    removeCopies: () => sweepLocal(-Infinity),
    async erase(dataset, ids) {
      for (const id of ids) {
        const name = assetFileOf(id)
        if (!name) continue
        await store.exclusively(dataset, name.file, async () => {
          if (hasDocument(dataset, id)) return
          await store.delete(dataset, name.file)
          await forget(dataset, name.file)
        })
      }
    },
  }
}
