// Renditions of pictures, from the cache or rendered.
import {createHash} from 'node:crypto'
import {open, type FileHandle} from 'node:fs/promises'
import {join} from 'node:path'
import {NotFound} from '../errors.ts'
import {storageTrouble} from '../store/storage-trouble.ts'
import type {Decoder} from './decoder.ts'
import type {RenditionCredit} from './metadata/rendition-credit.ts'
import type {ImageFileName} from './names.ts'
import {createRenderFailures} from './render-failures.ts'
import type {RenderQueue} from './render-queue.ts'
import {createRenditionCache, type RenditionCache} from './rendition-cache.ts'
import type {OutputFormat, RenditionParams} from './rendition-params.ts'
import {planRendition} from './rendition-plan.ts'
import type {AssetStore} from './store.ts'

export interface RenditionsOptions {
  store: AssetStore
  queue: RenderQueue
  decoder: Pick<Decoder, 'render'>
  /** The assets folder. Renditions are in its `cache` folder. */
  folder: string
  /** Maximum size of all cached renditions; 2 GB by default. */
  maxCacheBytes?: number
  maxPixels?: number
  /** Called with the reason if a rendition could not be cached. */
  report?: (error: unknown) => void
}

interface Rendition {
  name: ImageFileName
  params: RenditionParams | null
  format: OutputFormat
  credit: RenditionCredit | null
  mimeType: string
  /** Strong validator, with its quotation marks: the same ETag means the same bytes. */
  etag: string
}

export interface Renditions {
  /**
   * Determines format and ETag without reading a byte. Throws BadRequest for an invalid size.
   * @param credit written into the picture, so it is part of the ETag
   */
  describe(
    name: ImageFileName,
    params: RenditionParams | null,
    accept: string,
    credit: RenditionCredit | null,
  ): Rendition
  /**
   * An open file with the rendition, which the caller closes; or the bytes if they could not be
   * stored. Throws NotFound.
   */
  open(dataset: string, rendition: Rendition): Promise<FileHandle | Uint8Array>
  /** Deletes the renditions of a deleted original. */
  forget(dataset: string, file: string): Promise<void>
  /** Deletes the renditions of a deleted dataset. */
  forgetDataset(dataset: string): Promise<void>
}

/** Part of every ETag and cache key. Raise it if the same parameters give other bytes. */
const RECIPE = 3

/** Formats that can be written and that browsers show. Others become the most similar one. */
const OWN_FORMAT: Record<string, OutputFormat> = {
  jpg: 'jpeg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  avif: 'avif',
  tif: 'jpeg',
  svg: 'png',
}

/** Builds the renditions of one assets folder. */
export function createRenditions(options: RenditionsOptions): Renditions {
  const {store, folder} = options
  const cache = createRenditionCache(join(folder, 'cache'), options.maxCacheBytes ?? 2_000_000_000)
  const make = createMaker(options, cache)
  return {
    describe,
    async open(dataset, rendition) {
      const {file} = rendition.name
      if (!(await store.stat(dataset, file))) throw new NotFound('There is no such picture.')
      const key = `${dataset}/${file}/${rendition.etag.slice(1, -1)}`
      const found = (await cache.find(key)) ?? (await make(dataset, rendition, key))
      try {
        return await opened(found)
      } catch (error) {
        // The file was evicted, or deleted by hand, after it was found: render it again.
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
        return opened(await make(dataset, rendition, key))
      }
    },
    forget: (dataset, file) => cache.forget(`${dataset}/${file}`),
    forgetDataset: (dataset) => cache.forget(dataset),
  }
}

const describe: Renditions['describe'] = (name, params, accept, credit) => {
  const webp = params?.autoFormat && /\bimage\/webp\b/.test(accept)
  const format = params?.format ?? (webp ? 'webp' : (OWN_FORMAT[name.extension] ?? 'png'))
  if (params) planRendition(params, name)
  const recipe = JSON.stringify([RECIPE, name.file, params && {...params, format}, format, credit])
  const digest = createHash('sha256').update(recipe).digest('hex').slice(0, 32)
  return {name, params, format, credit, mimeType: `image/${format}`, etag: `"${digest}"`}
}

type Made = Promise<string | Uint8Array>

/** Simultaneous requests for a rendition share one rendering. */
function createMaker(
  {store, queue, decoder, maxPixels = 100_000_000, report}: RenditionsOptions,
  cache: RenditionCache,
): (dataset: string, rendition: Rendition, key: string) => Made {
  const making = new Map<string, Made>()
  const failures = createRenderFailures()

  /** Readers get the picture even when the disk is full. */
  const keep = async (key: string, bytes: Uint8Array): Made => {
    try {
      return await cache.add(key, bytes)
    } catch (error) {
      if (!storageTrouble(error)) throw error
      report?.(error)
      return bytes
    }
  }

  return (dataset, {name, params, format, credit}, key) => {
    const running = making.get(key)
    if (running) return running
    const original = `${dataset}/${name.file}`
    failures.assertPossible(key, original)
    const render = async (): Made => {
      // Others of the same original may have failed while this one was waiting.
      failures.assertPossible(key, original)
      const source = await store.locate(dataset, name.file)
      try {
        const request = {source, name, params, format, credit, maxPixels}
        return await keep(key, await decoder.render(request))
      } catch (error) {
        throw failures.remember({key, original}, error)
      }
    }
    const made = queue.run(render, {group: original}).finally(() => making.delete(key))
    making.set(key, made)
    return made
  }
}

const opened = async (made: string | Uint8Array): Promise<FileHandle | Uint8Array> =>
  typeof made === 'string' ? open(made, 'r') : made
