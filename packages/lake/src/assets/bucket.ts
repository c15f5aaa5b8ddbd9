// Objects in an S3-compatible store. AWS's client is loaded only where a bucket is set; endpoint, region and credentials
// come from AWS's own variables.
import {createReadStream, createWriteStream} from 'node:fs'
import {pipeline} from 'node:stream/promises'
import type {Readable} from 'node:stream'
import type {S3Client} from '@aws-sdk/client-s3'
import {LakeError, StoreUnavailable} from '../errors.ts'
import {OperatorError} from '../operator-error.ts'

export interface BucketObject {
  /** Without the prefix of the bucket. */
  key: string
  size: number
  /** Milliseconds since the epoch. */
  modifiedAt: number
}

/** All methods throw a 503 while the store does not answer, and `BucketRefused` if it never will. */
export interface Bucket {
  put(key: string, file: string, size: number): Promise<void>
  putText(key: string, text: string): Promise<void>
  /**
   * False if there is such an object: of two that are written at the same moment, one is stored. A store that knows no
   * conditional writes stores both, one after the other.
   */
  putNew(key: string, text: string): Promise<boolean>
  /** Null if there is no such object. */
  text(key: string): Promise<string | null>
  /** Writes an object to a new file. False if there is no such object. */
  fetch(key: string, file: string): Promise<boolean>
  head(key: string): Promise<BucketObject | null>
  delete(key: string): Promise<void>
  list(prefix: string): Promise<BucketObject[]>
}

const CONNECT_MS = 3_000
const SILENCE_MS = 20_000

const nothing = (): void => {}
const SILENT = {debug: nothing, info: nothing, warn: nothing, error: nothing}

type Sdk = typeof import('@aws-sdk/client-s3')

/** The store refuses its bucket. Trying again is of no use until a person has changed something. */
export class BucketRefused extends LakeError {
  constructor(description: string) {
    super(503, 'unavailable', description)
    this.name = 'BucketRefused'
  }
}

/**
 * @param url `s3://bucket` or `s3://bucket/prefix`
 * @param silenceMs after so many milliseconds without a byte the store counts as away
 * @throws OperatorError for any other address
 */
export const openBucket = (url: string, silenceMs = SILENCE_MS): Bucket =>
  new S3Bucket(url, silenceMs)

class S3Bucket implements Bucket {
  readonly #url: string
  readonly #name: string
  readonly #prefix: string
  readonly #sdk = import('@aws-sdk/client-s3')
  readonly #client: Promise<S3Client>

  constructor(url: string, silenceMs: number) {
    const {Bucket: name, prefix} = parseBucketUrl(url)
    this.#url = url
    this.#name = name
    this.#prefix = prefix
    this.#client = this.#sdk.then((sdk) => clientOf(sdk, silenceMs))
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

  putNew(key: string, text: string): Promise<boolean> {
    return this.#send(async (s3, {PutObjectCommand}) => {
      const object = {...this.#at(key), Body: text}
      try {
        await s3.send(new PutObjectCommand({...object, IfNoneMatch: '*'}))
      } catch (error) {
        if (IS_THERE.includes(nameOf(error))) return false
        if (statusOf(error) !== NOT_IMPLEMENTED) throw error
        await s3.send(new PutObjectCommand(object))
      }
      return true
    })
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
      throw asUnavailable(error, this.#name, this.#url)
    }
  }
}

function clientOf({S3Client: Client}: Sdk, socketTimeout: number): S3Client {
  const endpoint = process.env['AWS_ENDPOINT_URL_S3'] ?? process.env['AWS_ENDPOINT_URL']
  return new Client({
    // Stores of other makers have no host name for each bucket, and other checksums.
    forcePathStyle: Boolean(endpoint),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 2,
    // It would print what our errors say.
    logger: SILENT,
    // `requestTimeout` would write a warning, and end nothing.
    requestHandler: {connectionTimeout: CONNECT_MS, socketTimeout},
  })
}

/** Null for an object that is not there. The bucket itself is. */
async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (statusOf(error) === 404 && nameOf(error) !== 'NoSuchBucket') return null
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

const nameOf = (error: unknown): string => String((error as {name?: unknown}).name)

/** What answers a conditional write: the object is there, or is being written at this moment. */
const IS_THERE = ['PreconditionFailed', 'ConditionalRequestConflict']
const NOT_IMPLEMENTED = 501

/** Of credentials: some stores answer them with 400. The last one is of AWS's client, which has found none. */
const WRONG_CREDENTIALS = ['ExpiredToken', 'InvalidToken', 'CredentialsProviderError']
/** Of AWS's client. */
const NO_REGION = /^Region (?:is missing|not accepted)/
const WRONG_REGION = ['PermanentRedirect', 'AuthorizationHeaderMalformed']

/** Null if the same request may succeed later. */
function refusalOf(error: unknown, url: string): BucketRefused | null {
  const [name, status] = [nameOf(error), statusOf(error)]
  const {message} = error as Error
  if (name === 'NoSuchBucket') {
    return new BucketRefused(
      `The bucket of ${url} does not exist: create it, or correct its name, endpoint or region.`,
    )
  }
  if (WRONG_REGION.includes(name) || status === 301 || NO_REGION.test(message)) {
    return new BucketRefused(
      `The bucket of ${url} is not in the region that is set (${message.replace(/\.$/, '')}): correct the region.`,
    )
  }
  if (WRONG_CREDENTIALS.includes(name) || status === 401 || status === 403) {
    return new BucketRefused(
      `The bucket of ${url} cannot be read and written with the credentials that are set (${name}): correct them, or allow them to list, get, put and delete its objects.`,
    )
  }
  return null
}

/** A full disk is this machine's own fault. */
function asUnavailable(error: unknown, bucket: string, url: string): unknown {
  if (error instanceof LakeError || (error as NodeJS.ErrnoException).code === 'ENOSPC') return error
  const refusal = refusalOf(error, url)
  if (refusal) return refusal
  const {name, message} = error as Error
  return new StoreUnavailable(`bucket ${bucket}: ${name}, ${message}`)
}
