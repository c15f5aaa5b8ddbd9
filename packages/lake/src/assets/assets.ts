// Builds store, uploads and renditions of one assets folder.
import type {GrantsOf} from '../dataset-grants.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {Clock, Commit} from '../types.ts'
import {createCredits, type CreditFor, type FindCredit} from './credits.ts'
import {createDecoder, type Decoder} from './decoder.ts'
import {createOriginalGrants, type OriginalGrants} from './original-grant.ts'
import {createRenderQueue} from './render-queue.ts'
import {createRenditions, type Renditions} from './renditions.ts'
import {createAssetStore, type AssetStore} from './store.ts'
import {sweepAssets} from './sweep.ts'
import {createUpload, DEFAULT_UPLOAD_LIMITS, type Upload, type UploadLimits} from './upload.ts'

export interface AssetsOptions {
  /**
   * `originals/` must be kept. `cache/` and `incoming/` can be deleted while the lake is stopped.
   */
  folder: string
  commit: Commit
  grantsOf: GrantsOf
  documents: Pick<DocumentTable, 'get' | 'referencing'>
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
  /** As `sweep`, for files that uploads left in datasets that no longer exist. */
  sweepDeleted(exists: (dataset: string) => boolean): Promise<void>
  /** Deletes all files of a dataset and their renditions. */
  deleteDataset(dataset: string): Promise<void>
  /** Stops all decoding. */
  close(): Promise<void>
}

export function createAssets(options: AssetsOptions): Assets {
  const {folder, documents, clock, findCredit, decoder = createDecoder()} = options
  const limits = {...DEFAULT_UPLOAD_LIMITS, ...options.limits}
  const store = createAssetStore(folder)
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
  const sweep: Assets['sweep'] = (dataset) =>
    sweepAssets({store, forget: renditions.forget, clock}, dataset, (id) =>
      Boolean(documents.get(dataset, id)),
    )
  return {
    store,
    upload: createUpload({...options, store, queue, decoder, limits}),
    renditions,
    ...(findCredit ? {creditFor: createCredits({...options, find: findCredit})} : {}),
    originalGrants: createOriginalGrants(clock),
    sweep,
    async sweepDeleted(exists) {
      for (const dataset of await store.datasets()) {
        if (exists(dataset)) continue
        await sweep(dataset)
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
