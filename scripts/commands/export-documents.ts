// Writes a dataset out through @sanity/export, so that Sanity's own tools can read the file.
import {exportDataset} from '@sanity/export'
import {createWriteStream} from 'node:fs'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import type {ReadableStream} from 'node:stream/web'
import type {Lake} from '../../lake/index.ts'
import {OperatorError} from '../environment.ts'
import {DATASET} from '../newsroom-lake.ts'
import {lines} from './lines.ts'
import {withLocalClient, type LocalClient} from './local-client.ts'
import type {Step} from './progress.ts'

export interface Exported {
  documents: number
  assets: number
}

const ASSET_PATH = /^\/(images|files)\/copydesk\//

type Write = (lake: Lake, path: string, onStep: (step: Step) => void) => Promise<Exported>

/** A .tar.gz of documents, original pictures and files. Throws an `OperatorError`. */
export const exportArchive: Write = async (lake, path, onStep) => {
  // @sanity/export downloads each asset from the address in its document, and passes over what it
  // cannot get: the addresses are made those of the local lake, and what is missing is counted.
  const missing: string[] = []
  const intercept = async (request: Request, local: LocalClient): Promise<Response> => {
    const {pathname} = new URL(request.url)
    const response = await lake.fetch(request)
    if (ASSET_PATH.test(pathname) && !response.ok) missing.push(pathname)
    if (!pathname.includes('/data/export/') || !response.body) return response
    const documents = mapAssetUrls(response.body, ({pathname, search}) =>
      ASSET_PATH.test(pathname) ? `${local.address}${pathname}${search}` : null,
    )
    return new Response(Readable.toWeb(Readable.from(documents)) as BodyInit, response)
  }
  return await withLocalClient(lake, {name: 'copydesk export', intercept}, async ({client}) => {
    const result = await exportDataset({
      client,
      dataset: DATASET,
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

/** The documents alone, one per line. Asset documents are among them, their files are not. */
export const exportLines: Write = async (lake, path, onStep) =>
  await withLocalClient(lake, {name: 'copydesk export'}, async ({client, token}) => {
    onStep({step: 'Exporting documents...'})
    const url = client.getUrl(`/data/export/${DATASET}`)
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

/** NDJSON with other addresses in its asset documents; `null` leaves one as it is. */
async function* mapAssetUrls(
  body: globalThis.ReadableStream,
  change: (url: URL) => string | null,
): AsyncGenerator<string> {
  for await (const line of lines(body as ReadableStream<Uint8Array>)) {
    const document = JSON.parse(line) as {_type?: string; url?: string}
    const isAsset = document._type === 'sanity.imageAsset' || document._type === 'sanity.fileAsset'
    const url = isAsset && document.url ? URL.parse(document.url) : null
    const changed = url && change(url)
    if (changed) document.url = changed
    yield `${JSON.stringify(document)}\n`
  }
}
