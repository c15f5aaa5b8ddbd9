// Uploads a picture that the lake does not have yet.
import {bytesToHex} from '@noble/hashes/utils.js'
import {sha1} from '@noble/hashes/legacy.js'
import type {SanityClient} from 'sanity'
import {KNOWN_PICTURE} from '../../../workflow/intake/record.ts'

export interface PictureFile {
  blob: Blob
  /** `hashOf` its bytes. */
  hash: string
  fileName: string | null
}

interface UploadOptions {
  /** For the server's log. */
  tag: string
  /** @param percent of the bytes that are sent */
  onProgress?: (percent: number) => void
}

const NO_CONNECTION =
  'The picture could not be sent, because the server did not answer. Try again in a moment.'

/** Assets are named by the SHA-1 of their bytes. `crypto.subtle` is missing on a page over http. */
export const hashOf = (bytes: Uint8Array): string => bytesToHex(sha1(bytes))

/**
 * Works on the embedded and on the hosted lake.
 *
 * @param client its perspective is `raw`
 * @returns the asset's ID, and whether the lake had the picture before
 * @throws a sentence for the person if the server did not answer, else the server's error
 */
export async function uploadPicture(
  client: SanityClient,
  {blob, hash, fileName}: PictureFile,
  {tag, onProgress}: UploadOptions,
): Promise<{id: string; wasThere: boolean}> {
  const known = await client.fetch<string | null>(KNOWN_PICTURE, {hash}, {tag})
  if (known) return {id: known, wasThere: true}
  const options = {tag, ...(fileName ? {filename: fileName} : {})}
  const {promise, resolve, reject} = Promise.withResolvers<string>()
  client.observable.assets.upload('image', blob, options).subscribe({
    next: (event) => {
      if (event.type === 'response') resolve(event.body.document._id)
      else if (event.type === 'progress' && event.stage === 'upload') onProgress?.(event.percent)
    },
    error: (error: Error & {statusCode?: number}) =>
      reject(error.statusCode === undefined ? new Error(NO_CONNECTION, {cause: error}) : error),
  })
  return {id: await promise, wasThere: false}
}
