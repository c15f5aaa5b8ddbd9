// The lake as intake sees it, through the studio's client.
import {bytesToHex} from '@noble/hashes/utils.js'
import {sha1} from '@noble/hashes/legacy.js'
import type {SanityClient} from 'sanity'
import {KNOWN_PICTURE} from '../../../workflow/intake/record.ts'
import type {IntakeLake} from '../../../workflow/intake/take-in.ts'

/** Works on the embedded and on the hosted lake. */
export function studioLake(client: SanityClient): IntakeLake {
  const write = async (
    documents: Parameters<IntakeLake['create']>[0],
    dryRun: boolean,
  ): Promise<void> => {
    await client.mutate(
      documents.map((document) => ({create: document})),
      {dryRun, returnDocuments: false, tag: 'intake.create'},
    )
  }
  return {
    // Assets are named by the SHA-1 of their bytes. `crypto.subtle` is missing on a page over http.
    upload: async ({bytes, fileName, mediaType}) => {
      const hash = bytesToHex(sha1(bytes))
      const options = {tag: 'intake.picture'}
      const known = await client.fetch<string | null>(KNOWN_PICTURE, {hash}, options)
      if (known) return {id: known, wasThere: true}
      const type = mediaType ?? ''
      const {_id: id} = await client.assets.upload(
        'image',
        new Blob([new Uint8Array(bytes)], {type}),
        {...options, ...(fileName ? {filename: fileName} : {})},
      )
      return {id, wasThere: false}
    },
    check: (documents) => write(documents, true),
    create: (documents) => write(documents, false),
    remove: async (id) => {
      await client.delete(id, {tag: 'intake.sweep'})
    },
  }
}
