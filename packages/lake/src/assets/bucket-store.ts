// The store of a lake whose files are in a bucket. Files are there before a document names them; this machine keeps copies
// of those that it has shown.
import {randomBytes} from 'node:crypto'
import {mkdir, open, rename, rm} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {NotFound} from '../errors.ts'
import {OperatorError} from '../operator-error.ts'
import {BucketRefused, type Bucket} from './bucket.ts'
import {isDatasetName, parseAssetFile} from './names.ts'
import type {AssetStore} from './store.ts'

/** Names the lake whose files these are. */
const OWNER = 'lake-id'
/** Shows that the bucket can be written. */
const WRITTEN = 'written'

const keyOf = (dataset: string, file: string): string => `originals/${dataset}/${file}`

interface Copies {
  /** Copies go there. */
  local: AssetStore
  /** Folder for unfinished copies, on the same disk. */
  incoming: string
}

/** Finds a copy on this machine, or makes one. */
function createLocate(bucket: Bucket, {local, incoming}: Copies): AssetStore['locate'] {
  return async (dataset, file) => {
    const path = await local.locate(dataset, file)
    if (await local.stat(dataset, file)) return path
    return local.exclusively(dataset, file, async () => {
      if (await local.stat(dataset, file)) return path
      const unfinished = join(incoming, randomBytes(16).toString('hex'))
      try {
        if (!(await bucket.fetch(keyOf(dataset, file), unfinished)))
          throw new NotFound('There is no such file.')
        await mkdir(dirname(path), {recursive: true})
        await rename(unfinished, path)
      } finally {
        await rm(unfinished, {force: true})
      }
      return path
    })
  }
}

export function createBucketStore(bucket: Bucket, copies: Copies): AssetStore {
  const {local} = copies
  const locate = createLocate(bucket, copies)
  return {
    ...local,
    locate,
    async stage(body, maxBytes) {
      const staged = await local.stage(body, maxBytes)
      return {
        ...staged,
        async keep(dataset, file) {
          await bucket.put(keyOf(dataset, file), staged.path, staged.size)
          await staged.keep(dataset, file)
          // Another node may have uploaded the same bytes meanwhile: they are not this one's to delete.
          return false
        },
      }
    },
    async stat(dataset, file) {
      const found = await local.stat(dataset, file)
      if (found) return found
      try {
        return await bucket.head(keyOf(dataset, file))
      } catch {
        // While the store is away, its files are assumed to be there. What was rendered is served.
        return {size: 0, modifiedAt: Date.now()}
      }
    },
    open: async (dataset, file) => open(await locate(dataset, file), 'r'),
    async delete(dataset, file) {
      await bucket.delete(keyOf(dataset, file))
      await local.delete(dataset, file)
    },
    async list(dataset) {
      const objects = await bucket.list(keyOf(dataset, ''))
      const names = objects.map(({key}) => key.slice(keyOf(dataset, '').length))
      return names.filter((name) => parseAssetFile(name)).toSorted()
    },
    async datasets() {
      const objects = await bucket.list('originals/')
      return [...new Set(objects.map(({key}) => key.split('/')[1] ?? ''))].filter(isDatasetName)
    },
    async deleteDataset(dataset) {
      for (const {key} of await bucket.list(keyOf(dataset, ''))) await bucket.delete(key)
      await local.deleteDataset(dataset)
    },
  }
}

/** Of a command or a start, which a person reads. */
async function saying<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof BucketRefused ? new OperatorError(error.message) : error
  }
}

/**
 * The ID of the lake whose files are in a bucket; null if none has claimed it.
 * @throws OperatorError if the bucket cannot be read
 */
export const bucketOwner = (bucket: Bucket): Promise<string | null> =>
  saying(() => bucket.text(OWNER))

/**
 * Makes sure that the bucket is this lake's, and takes an empty one.
 * @param id of the lake, the same on all nodes of a cluster
 * @param before its ID before it became a cluster
 * @throws OperatorError if the files of another lake are in it, or it cannot be read and written
 */
export function claimBucket(bucket: Bucket, id: string, before?: string): Promise<void> {
  return saying(async () => {
    const found = await bucket.text(OWNER)
    // Two lakes may claim the same empty bucket at the same moment.
    if (found === null && (await bucket.putNew(OWNER, id))) return
    const owner = found ?? (await bucket.text(OWNER))
    // Empty: some stores show an object before its bytes, and another node of this lake may be claiming it now.
    if (owner && owner !== id && owner !== before) {
      throw new OperatorError(
        'The bucket has the files of another lake: name another bucket or another folder in it.',
      )
    }
    // Even if it is there already, something is stored, as this shows that the bucket can be written: beside it, because
    // another node may read it now, and not every store replaces an object in one step.
    await bucket.putText(owner === id ? WRITTEN : OWNER, id)
  })
}

type OnFile = (done: number, of: number) => void

/**
 * Copies the files of this machine that are missing in the bucket. It can be repeated.
 * @param isWanted others are left out; by default none
 * @throws OperatorError as `claimBucket` does
 */
export function pushFiles(
  bucket: Bucket,
  local: AssetStore,
  onFile: OnFile,
  isWanted: (dataset: string, file: string) => boolean = () => true,
): Promise<void> {
  return saying(async () => {
    const there = new Set((await bucket.list('originals/')).map(({key}) => key))
    const missing: [string, string][] = []
    for (const dataset of await local.datasets()) {
      for (const file of await local.list(dataset))
        if (!there.has(keyOf(dataset, file)) && isWanted(dataset, file))
          missing.push([dataset, file])
    }
    for (const [index, [dataset, file]] of missing.entries()) {
      const {size = 0} = (await local.stat(dataset, file)) ?? {}
      await bucket.put(keyOf(dataset, file), await local.locate(dataset, file), size)
      onFile(index + 1, missing.length)
    }
  })
}

/**
 * Copies one file to a new one, elsewhere than the store has its copies.
 * @returns false if there is no such file
 * @throws OperatorError as `claimBucket` does
 */
export const fetchFile = (
  bucket: Bucket,
  [dataset, file]: readonly [dataset: string, file: string],
  to: string,
): Promise<boolean> => saying(() => bucket.fetch(keyOf(dataset, file), to))

/**
 * Copies the files of the bucket that are missing on this machine. It can be repeated.
 * @throws OperatorError as `claimBucket` does
 */
export function pullFiles(bucket: Bucket, store: AssetStore, onFile: OnFile): Promise<void> {
  return saying(async () => {
    const objects = await bucket.list('originals/')
    for (const [index, {key}] of objects.entries()) {
      const [, dataset = '', file = ''] = key.split('/')
      if (isDatasetName(dataset) && parseAssetFile(file)) await store.locate(dataset, file)
      onFile(index + 1, objects.length)
    }
  })
}
