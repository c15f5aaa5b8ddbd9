// The room's front door: store, uploads and renditions of one assets folder, wired together.
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
  /** `originals/` is kept, `cache/` and `incoming/` may be deleted while nothing runs. */
  folder: string
  commit: Commit
  grantsOf: GrantsOf
  documents: Pick<DocumentTable, 'get' | 'referencing'>
  projectId: string
  /** Scheme, host and port under which browsers reach this lake, without a trailing slash. */
  origin: () => string
  clock: Clock
  limits?: Partial<UploadLimits>
  /** Ended by `close`; by default one of its own. */
  decoder?: Decoder
  /** Whose a picture is: written into what readers get of it. */
  findCredit?: FindCredit
  /** Bytes of all cached renditions together. */
  maxCacheBytes?: number
  /** Told why a rendition could not be kept; it is shown all the same. */
  report?: (error: unknown) => void
}

export interface Assets {
  store: AssetStore
  upload: Upload
  renditions: Renditions
  creditFor?: CreditFor
  originalGrants: OriginalGrants
  /** Deletes a dataset's files that no document names, and answers their names. */
  sweep(dataset: string): Promise<string[]>
  /** As `sweep`, of the datasets that no longer exist: what uploads left there. */
  sweepDeleted(exists: (dataset: string) => boolean): Promise<void>
  /** Deletes all files of a dataset, and what was made of them. */
  deleteDataset(dataset: string): Promise<void>
  /** Ends what is being decoded. */
  close(): Promise<void>
}

/** Opens an assets folder. */
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
