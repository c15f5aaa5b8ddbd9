// Writes a dataset out through @sanity/export, so that Sanity's own tools can read the file.
import {exportDataset} from '@sanity/export'
import {createWriteStream} from 'node:fs'
import {pipeline} from 'node:stream/promises'
import type {Lake} from '@copydesk/lake'
import {OperatorError} from '@copydesk/lake/errors'
import {localAssets, mapAssetUrls} from './local-assets.ts'
import {withLocalClient} from '../../commands/local-client.ts'
import type {Step} from '../../commands/progress.ts'

export interface Exported {
  documents: number
  assets: number
}

export interface ExportTo {
  path: string
  dataset: string
  onStep: (step: Step) => void
}

type Write = (lake: Lake, to: ExportTo) => Promise<Exported>

/** A .tar.gz of documents, original pictures and files. Throws an `OperatorError`. */
export const exportArchive: Write = async (lake, {path, dataset, onStep}) => {
  // @sanity/export passes over what it cannot download: what is missing is counted.
  const missing: string[] = []
  const intercept = localAssets(lake, (file) => void missing.push(file))
  return await withLocalClient(lake, {name: 'copydesk export', intercept}, async ({client}) => {
    const result = await exportDataset({
      client,
      dataset,
      outputPath: path,
      onProgress: onStep,
    })
    if (missing[0]) {
      throw new OperatorError(
        `${missing.length} files of pictures or documents are missing in the data folder, the first is ${missing[0]}: nothing was exported.`,
      )
    }
    return {documents: result.documentCount, assets: result.assetCount}
  })
}

/** Only the documents, one per line. Asset documents are among them, their files are not. */
export const exportLines: Write = async (lake, {path, dataset, onStep}) =>
  await withLocalClient(lake, {name: 'copydesk export'}, async ({client, token}) => {
    onStep({step: 'Exporting documents...'})
    const url = client.getUrl(`/data/export/${dataset}`)
    const response = await fetch(url, {headers: {authorization: `Bearer ${token}`}})
    if (!response.ok || !response.body) throw new OperatorError('The documents cannot be read.')
    let documents = 0
    await pipeline(
      // The export's own addresses open originals for some hours: no matter for a file that is kept.
      mapAssetUrls(response.body, ({origin, pathname}) => `${origin}${pathname}`),
      async function* count(all) {
        for await (const line of all) {
          documents += 1
          yield line
        }
      },
      createWriteStream(path),
    )
    return {documents, assets: 0}
  })
