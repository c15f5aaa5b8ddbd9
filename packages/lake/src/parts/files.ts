// Pictures and files: uploads, renditions and the assets folder.
import {join} from 'node:path'
import {createAssets} from '../assets/assets.ts'
import {openBucket} from '../assets/bucket.ts'
import {lakeId} from '../store/lake-id.ts'
import {assetUrlMutations} from '../assets/rebase.ts'
import {SYSTEM_ACTOR} from '../grants.ts'
import type {AccessPart} from './access.ts'
import type {Base} from './base.ts'
import type {Storage} from './storage.ts'
import type {Writing} from './writing.ts'

export type Files = ReturnType<typeof openFiles>

const ASSET_TYPES = ['sanity.imageAsset', 'sanity.fileAsset']

export function openFiles(
  {options, clock, report}: Base,
  {documents, grantsOf, datasetList, commit, database, node}: Storage & AccessPart & Writing,
) {
  const {dataFolder, projectId, origin, renditionCredit, files} = options
  const assets = createAssets({
    folder: join(dataFolder, 'assets'),
    commit,
    grantsOf,
    documents,
    bucket: files && openBucket(files.url),
    projectId,
    origin: () => origin,
    clock,
    ...(renditionCredit ? {findCredit: renditionCredit} : {}),
    report: report('A picture could not be stored'),
  })
  return {
    assets,
    /** See `Lake.openFiles`. */
    async openFiles(onFile: (done: number, of: number) => void): Promise<void> {
      if (!files) return
      await assets.claim(node?.log.joined.cluster ?? lakeId(database))
      await assets.push(onFile)
    },
    /** Changes the addresses of pictures to `origin`, and deletes files that no document names. */
    async tidyFiles(): Promise<void> {
      for (const dataset of datasetList.content()) {
        const mutations = ASSET_TYPES.flatMap((type) =>
          assetUrlMutations(documents.eachOfType(dataset, type), origin),
        )
        if (mutations.length > 0) {
          await commit({dataset, actor: SYSTEM_ACTOR, steps: [() => ({mutations})]})
        }
        await assets.sweep(dataset)
      }
      await assets.sweepDeleted(datasetList.has)
    },
  }
}
