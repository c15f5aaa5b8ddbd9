// Objects in an S3-compatible store. AWS's client is loaded only where a bucket is set; endpoint, region and credentials
// come from AWS's own variables.
import {createReadStream, createWriteStream} from 'node:fs'
import {pipeline} from 'node:stream/promises'
import type {Readable} from 'node:stream'
import type {S3Client} from '@aws-sdk/client-s3'
import {LakeError} from '../errors.ts'
import {OperatorError} from '../operator-error.ts'

export interface BucketObject {
  /** Without the prefix of the bucket. */
  key: string
  size: number
  /** Milliseconds since the epoch. */
  modifiedAt: number
}

/** All methods throw a 503 while the store does not answer. */
export interface Bucket {
  put(key: string, file: string, size: number): Promise<void>
  putText(key: string, text: string): Promise<void>
  /** Null if there is no such object. */
  text(key: string): Promise<string | null>
  /** Writes an object to a new file. False if there is no such object. */
  fetch(key: string, file: string): Promise<boolean>
  head(key: string): Promise<BucketObject | null>
  delete(key: string): Promise<void>
  list(prefix: string): Promise<BucketObject[]>
}

const CONNECT_MS = 3_000
/** Without a byte for so long, the store counts as away. */
const SILENCE_MS = 20_000

const nothing = (): void => {}
const SILENT = {debug: nothing, info: nothing, warn: nothing, error: nothing}

type Sdk = typeof import('@aws-sdk/client-s3')

/**
 * @param url `s3://bucket` or `s3://bucket/prefix`
 * @throws OperatorError for any other address
 */
export const openBucket = (url: string): Bucket => new S3Bucket(url)

class S3Bucket implements Bucket {
  readonly #name: string
  readonly #prefix: string
  readonly #sdk = import('@aws-sdk/client-s3')
  readonly #client: Promise<S3Client>

  constructor(url: string) {
    const {Bucket: name, prefix} = parseBucketUrl(url)
    this.#name = name
    this.#prefix = prefix
    this.#client = this.#sdk.then(clientOf)
  }

  async put(key: string, file: string, size: number): Promise<void> {
    await this.#send((s3, {PutObjectCommand}) => {
      const body = {Body: createReadStream(file), ContentLength: size}
      return s3.send(new PutObjectCommand({...this.#at(key), ...body}))
    })
  }

  async putText(key: string, text: string): Promise<void> {
    await this.#send((s3, {PutObjectCommand}) =>
      s3.send(new PutObjectCommand({...this.#at(key), Body: text})),
    )
  }

  text(key: string): Promise<string | null> {
    return this.#send(async (s3, {GetObjectCommand}) => {
      const found = await orNull(s3.send(new GetObjectCommand(this.#at(key))))
      return (await found?.Body?.transformToString()) ?? null
    })
  }

  fetch(key: string, file: string): Promise<boolean> {
    return this.#send(async (s3, {GetObjectCommand}) => {
      const found = await orNull(s3.send(new GetObjectCommand(this.#at(key))))
      if (!found) return false
      await pipeline(found.Body as Readable, createWriteStream(file, {flags: 'wx', flush: true}))
      return true
    })
  }

  head(key: string): Promise<BucketObject | null> {
    return this.#send(async (s3, {HeadObjectCommand}) => {
      const found = await orNull(s3.send(new HeadObjectCommand(this.#at(key))))
      if (!found) return null
      const {ContentLength: size = 0, LastModified} = found
      return {key, size, modifiedAt: LastModified?.getTime() ?? 0}
    })
  }

  async delete(key: string): Promise<void> {
    await this.#send((s3, {DeleteObjectCommand}) => s3.send(new DeleteObjectCommand(this.#at(key))))
  }

  list(below: string): Promise<BucketObject[]> {
    return this.#send(async (client, {paginateListObjectsV2}) => {
      const found: BucketObject[] = []
      const wanted = {Bucket: this.#name, Prefix: this.#prefix + below}
      for await (const {Contents = []} of paginateListObjectsV2({client}, wanted)) {
        for (const {Key = '', Size: size = 0, LastModified} of Contents) {
          const modifiedAt = LastModified?.getTime() ?? 0
          found.push({key: Key.slice(this.#prefix.length), size, modifiedAt})
        }
      }
      return found
    })
  }

  #at = (key: string): {Bucket: string; Key: string} => ({
    Bucket: this.#name,
    Key: this.#prefix + key,
  })

  async #send<T>(work: (client: S3Client, sdk: Sdk) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#client, await this.#sdk)
    } catch (error) {
      throw asUnavailable(error, this.#name)
    }
  }
}

function clientOf({S3Client: Client}: Sdk): S3Client {
  const endpoint = process.env['AWS_ENDPOINT_URL_S3'] ?? process.env['AWS_ENDPOINT_URL']
  return new Client({
    // Stores of other makers have no host name for each bucket, and other checksums.
    forcePathStyle: Boolean(endpoint),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 2,
    // It would print what our errors say.
    logger: SILENT,
    requestHandler: {connectionTimeout: CONNECT_MS, requestTimeout: SILENCE_MS},
  })
}

/** Null for an object that is not there. */
async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (statusOf(error) === 404) return null
    throw error
  }
}

function parseBucketUrl(url: string): {Bucket: string; prefix: string} {
  const {bucket, path = ''} =
    /^s3:\/\/(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(?<path>[\w./-]*))?$/.exec(url)
      ?.groups ?? {}
  if (!bucket)
    throw new OperatorError(`Not the address of a bucket: ${url}. Write s3://bucket/folder.`)
  const prefix = path.replace(/\/+$/, '')
  return {Bucket: bucket, prefix: prefix === '' ? '' : `${prefix}/`}
}

const statusOf = (error: unknown): number | undefined =>
  (error as {$metadata?: {httpStatusCode?: number}}).$metadata?.httpStatusCode

/** Whatever is wrong with the store, the same request may succeed later. A full disk is this machine's own fault. */
function asUnavailable(error: unknown, bucket: string): unknown {
  if (error instanceof LakeError || (error as NodeJS.ErrnoException).code === 'ENOSPC') return error
  const {name, message} = error as Error
  const description = `The store of pictures does not answer (bucket ${bucket}: ${name}, ${message}). Try again.`
  return new LakeError(503, 'unavailable', description, {}, {retryAfter: 5})
}
