// Takes files in on a data folder: the work of `copydesk intake`.
import {randomUUID} from 'node:crypto'
import type {SanityClient} from '@sanity/client'
import {slugOf} from '../../../schemas/rules/make-slug.ts'
import {EARLIER_INTAKE} from '../../../workflow/intake/record.ts'
import {AUTHOR_SLUGS, takeIn, type IntakeLake} from '../../../workflow/intake/take-in.ts'
import {adviceForUnread} from '../../../workflow/intake/unread.ts'
import {describeError} from '../../commands/describe-error.ts'
import {withLocalClient} from '../../commands/local-client.ts'
import type {Step} from '../../commands/progress.ts'
import {withLake} from '../../commands/with-lake.ts'
import {knownPicture} from './known-picture.ts'
import type {ReadFile} from './read-files.ts'

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

/** One article for each file. A file that fails leaves the others: `failed` has a sentence for it. */
export async function takeInFiles(
  dataFolder: string,
  files: readonly ReadFile[],
  {again, onStep}: Options,
): Promise<{made: TakenIn[]; failed: string[]}> {
  return await withLake(dataFolder, (lake) =>
    withLocalClient(lake, {name: 'copydesk intake'}, async ({client}) => {
      const made: TakenIn[] = []
      const failed: string[] = []
      for (const [index, file] of files.entries()) {
        onStep({step: `Taking in ${file.name}`, current: index, total: files.length})
        try {
          made.push({name: file.name, ...(await takeInFile(client, file, again))})
        } catch (error) {
          failed.push(`${file.name}: ${describeError(error)}`)
        }
      }
      return {made, failed}
    }),
  )
}

async function takeInFile(
  client: SanityClient,
  {name, hash, result}: ReadFile,
  again: boolean,
): Promise<Omit<TakenIn, 'name'>> {
  const earlier = again
    ? null
    : await client.fetch<string | null>(EARLIER_INTAKE, {hash}, {perspective: 'raw'})
  if (earlier) {
    const sentence = `was taken in before, as article ${earlier}. With --again it is taken in once more.`
    return {articleId: earlier, sentence}
  }
  const options = {file: {name, hash}, newId: randomUUID, slugOf}
  const {articleId, documents} = await takeIn(result, lakeOf(client), options)
  const became = `became article ${articleId}, with ${documents.length - 2} drafts beside it.`
  const advice = adviceForUnread(result.reading)
  return {articleId, sentence: advice ? `${became} ${advice}` : became}
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
  authorSlugs: (beginning) => client.fetch(AUTHOR_SLUGS, {beginning}, {perspective: 'raw'}),
  create: async (documents) => {
    await client.mutate(documents.map((document) => ({create: document})))
  },
  remove: async (id) => {
    await client.delete(id)
  },
})
