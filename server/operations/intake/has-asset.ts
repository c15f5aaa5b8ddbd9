import {createHash} from 'node:crypto'
import type {SanityClient} from '@sanity/client'
import {HAS_PICTURE} from '../../../workflow/intake/record.ts'

/** Whether the lake has this picture: its asset is named by the SHA-1 of its bytes. */
export async function hasAsset(client: SanityClient, bytes: Uint8Array): Promise<boolean> {
  const hash = createHash('sha1').update(bytes).digest('hex')
  return await client.fetch<boolean>(HAS_PICTURE, {hash})
}
