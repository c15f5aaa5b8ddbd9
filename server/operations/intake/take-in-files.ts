// Takes files in on a data folder: the work of `copydesk intake`.
import {randomUUID} from 'node:crypto'
import type {SanityClient} from '@sanity/client'
import {slugOf} from '../../../schemas/rules/make-slug.ts'
import {EARLIER_INTAKE} from '../../../workflow/intake/record.ts'
import {takeIn, type IntakeLake} from '../../../workflow/intake/take-in.ts'
import type {ReadFile} from '../../commands/intake.ts'
import {withLocalClient} from '../../commands/local-client.ts'
import type {Step} from '../../commands/progress.ts'
import {withLake} from '../../commands/with-lake.ts'
import {knownPicture} from './known-picture.ts'

export interface TakenIn {
  name: string
  articleId: string
  sentence: string
}

interface Options {
  /** Also files that became an article before. */
  again: boolean
  onStep: (step: Step) => void
}

/** One article for each file, each by itself: a file that fails leaves the others. */
export async function takeInFiles(
  dataFolder: string,
  files: readonly ReadFile[],
  {again, onStep}: Options,
): Promise<TakenIn[]> {
  return await withLake(dataFolder, (lake) =>
    withLocalClient(lake, {name: 'copydesk intake'}, async ({client}) => {
      const made: TakenIn[] = []
      for (const [index, file] of files.entries()) {
        onStep({step: `Taking in ${file.name}`, current: index, total: files.length})
        const earlier = again
          ? null
          : await client.fetch<string | null>(
              EARLIER_INTAKE,
              {hash: file.hash},
              {perspective: 'raw'},
            )
        if (earlier) {
          made.push({
            name: file.name,
            articleId: earlier,
            sentence: `was taken in before, as article ${earlier}. With --again it is taken in once more.`,
          })
          continue
        }
        const {articleId, documents} = await takeIn(file.result, lakeOf(client), {
          file: {name: file.name, hash: file.hash},
          newId: randomUUID,
          slugOf,
        })
        made.push({
          name: file.name,
          articleId,
          sentence: `became article ${articleId}, with ${documents.length - 2} drafts beside it.`,
        })
      }
      return made
    }),
  )
}

/** The lake as intake sees it, through Sanity's client. */
const lakeOf = (client: SanityClient): IntakeLake => ({
  upload: async ({bytes, fileName, mediaType}) => {
    const known = await knownPicture(client, bytes)
    if (known) return {id: known, wasThere: true}
    const options = {
      ...(fileName ? {filename: fileName} : {}),
      ...(mediaType ? {contentType: mediaType} : {}),
    }
    const {_id: id} = await client.assets.upload('image', Buffer.from(bytes), options)
    return {id, wasThere: false}
  },
  check: async (documents) => {
    await client.mutate(
      documents.map((document) => ({create: document})),
      {dryRun: true},
    )
  },
  create: async (documents) => {
    await client.mutate(documents.map((document) => ({create: document})))
  },
  remove: async (id) => {
    await client.delete(id)
  },
})
