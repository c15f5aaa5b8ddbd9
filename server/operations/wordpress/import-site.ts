// Brings a WordPress site: a first pass finds what posts refer to, a second makes articles of the posts.
import type {LocalClient} from '../../commands/local-client.ts'
import type {Step} from '../../commands/progress.ts'
import {DATASET} from '../../newsroom-lake.ts'
import {idsOf, revisionPrefixOf, siteIdOf} from '../../../workflow/intake/wordpress.ts'
import {createUploads} from './assets.ts'
import {historyOf} from './ever-existed.ts'
import {PhotoImport} from './photos.ts'
import type {PictureSource} from './pictures.ts'
import {PostImport} from './posts.ts'
import {readExport} from './read-export.ts'
import {ImportReport} from './report.ts'
import {isArticle, surveyExport} from './survey.ts'
import {importTerms} from './terms.ts'
import {DocumentWriter} from './write-documents.ts'

export interface WordpressOptions {
  file: string
  /** Where the files of pictures are. Without it photos have none. */
  pictures?: PictureSource
  /** Whether pictures that the newsroom has are asked for again. */
  refreshesPictures: boolean
  onStep: (step: Step) => void
}

/** Posts that are written together, with their photos before them. */
const BATCH = 40

/** Imports a site. What it did before, it finds again and leaves, or updates if nobody has edited it. */
export async function importSite(
  local: LocalClient,
  {file, pictures, refreshesPictures, onStep}: WordpressOptions,
): Promise<{report: ImportReport; address: string}> {
  const {client} = local
  const report = new ImportReport()
  let read = 0
  const survey = await surveyExport(file, report, () => {
    onStep({step: 'Reading the export', current: ++read})
  })
  const site = siteIdOf(survey.site.address)
  const ids = idsOf(site)
  const prefix = revisionPrefixOf(site)
  const everExisted = historyOf(local, DATASET)
  const writer = new DocumentWriter({client, prefix, everExisted, report})
  const context = {client, survey, ids, writer, report}

  onStep({step: 'Writing sections, topics and authors'})
  const terms = await importTerms(context)
  const upload = createUploads(client, pictures ?? (async () => null))
  const photos = new PhotoImport({...context, upload, refreshesPictures})
  const posts = await PostImport.open(context, terms, photos)
  let done = 0
  const write = async (): Promise<void> => {
    await posts.write()
    onStep({step: 'Importing posts', current: done, total: survey.posts})
  }
  await readExport(file, {
    onItem: async (item) => {
      if (!isArticle(item)) return
      await posts.add(item)
      done++
      if (posts.waiting >= BATCH) await write()
    },
  })
  await write()
  await photos.writeUnused((current, total) => {
    onStep({step: 'Writing photos that no post uses', current, total})
  })
  return {report, address: survey.site.address}
}
