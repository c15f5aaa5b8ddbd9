// Writes a dataset of the hosted Content Lake out, as `export` does with a data folder.
import type {SanityClient} from '@sanity/client'
import {exportDataset} from '@sanity/export'
import {createWriteStream} from 'node:fs'
import {pipeline} from 'node:stream/promises'
import type {ReadableStream} from 'node:stream/web'
import {OperatorError} from '@copydesk/lake/errors'
import type {Exported} from './export-documents.ts'
import {lines} from '../../commands/ndjson-lines.ts'
import type {Step} from '../../commands/progress.ts'

const ASSETS = 'count(*[_type in ["sanity.imageAsset", "sanity.fileAsset"]])'

/** A .tar.gz of documents, original pictures and files. Throws an `OperatorError`. */
export async function exportHostedArchive(
  client: SanityClient,
  path: string,
  onStep: (step: Step) => void,
): Promise<Exported> {
  const expected = await client.fetch<number>(ASSETS, {}, {perspective: 'raw'})
  const dataset = String(client.config().dataset)
  const result = await exportDataset({client, dataset, outputPath: path, onProgress: onStep})
  // @sanity/export passes over what it cannot download.
  const missing = expected - result.assetCount
  if (missing > 0) {
    throw new OperatorError(
      `${missing} of ${expected} pictures and files cannot be downloaded: nothing was exported.`,
    )
  }
  return {documents: result.documentCount, assets: result.assetCount}
}

/** Only the documents, one per line. */
export async function exportHostedLines(
  client: SanityClient,
  path: string,
  onStep: (step: Step) => void,
): Promise<Exported> {
  onStep({step: 'Exporting documents...'})
  const {dataset, token} = client.config()
  const response = await fetch(client.getUrl(`/data/export/${dataset}`), {
    headers: {authorization: `Bearer ${token}`},
  })
  const {body, status: statusCode} = response
  if (!response.ok || !body) {
    const body: unknown = await response.json().catch(() => null)
    throw Object.assign(new Error(`${statusCode}`), {statusCode, response: {body: body}})
  }
  let documents = 0
  const counted = async function* (): AsyncGenerator<string> {
    for await (const line of lines(body as ReadableStream<Uint8Array>)) {
      documents += 1
      yield `${line}\n`
    }
  }
  await pipeline(counted, createWriteStream(path))
  return {documents, assets: 0}
}
