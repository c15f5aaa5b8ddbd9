import {createHash} from 'node:crypto'
import type {SanityClient} from '@sanity/client'
import {KNOWN_PICTURE} from '../../../workflow/intake/record.ts'

/** The ID of a picture's asset; null if the lake does not have it. */
export async function knownPicture(
  client: SanityClient,
  bytes: Uint8Array,
): Promise<string | null> {
  const hash = createHash('sha1').update(bytes).digest('hex')
  return await client.fetch<string | null>(KNOWN_PICTURE, {hash})
}
