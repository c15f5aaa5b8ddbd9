// The lake as intake sees it, through the studio's client.
import type {SanityClient} from 'sanity'
import {AUTHOR_SLUGS, type IntakeLake} from '../../../workflow/intake/take-in.ts'
import {hashOf, uploadPicture} from '../../data/photos/upload-picture.ts'

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
    upload: async ({bytes, fileName, mediaType}) => {
      const blob = new Blob([new Uint8Array(bytes)], {type: mediaType ?? ''})
      const picture = {blob, hash: hashOf(bytes), fileName}
      return await uploadPicture(client, picture, {tag: 'intake.picture'})
    },
    check: (documents) => write(documents, true),
    authorSlugs: (beginning) =>
      client.fetch(AUTHOR_SLUGS, {beginning}, {perspective: 'raw', tag: 'intake.author-slugs'}),
    create: (documents) => write(documents, false),
    remove: async (id) => {
      await client.delete(id, {tag: 'intake.sweep'})
    },
  }
}
