// Drives @sanity/import against a local client, whatever the source is.
import {sanityImport} from '@sanity/import'
import {OperatorError} from '../environment.ts'
import type {LocalClient} from './local-client.ts'
import type {Step} from './progress.ts'

export type ImportSource = Parameters<typeof sanityImport>[0]
export type ImportOperation = 'create' | 'createIfNotExists' | 'createOrReplace'

export interface ImportRequest {
  source: ImportSource
  operation: ImportOperation
  /** What `file://./…` in the documents is relative to. */
  assetsBase?: string
  /** Goes on where a picture or file cannot be had. */
  allowFailingAssets?: boolean
  onStep: (step: Step) => void
}

/** What becomes of a release that is there already. */
const RELEASES = {
  create: 'fail',
  createIfNotExists: 'ignore',
  createOrReplace: 'replace',
} as const

/**
 * Answers how many documents were written, and what could not be had.
 *
 * @throws OperatorError where documents exist already, or the file is not what it should be
 */
export async function importDocuments(
  {client, address}: LocalClient,
  {source, operation, assetsBase, allowFailingAssets = false, onStep}: ImportRequest,
): Promise<{count: number; failed: string[]}> {
  try {
    const {numDocs, warnings} = await sanityImport(source, {
      client,
      operation,
      allowAssetsInDifferentDataset: false,
      allowSystemDocuments: false,
      allowFailingAssets,
      releasesOperation: RELEASES[operation],
      replaceAssets: false,
      skipCrossDatasetReferences: false,
      tag: 'copydesk.import',
      onProgress: onStep,
      // The importer asks whether a known asset's file is still there, under the address that
      // readers use; that server may not be running.
      assetFetch: (url, init) => fetch(onThisMachine(url, address), init),
      ...(assetsBase ? {assetsBase} : {}),
    })
    if (warnings[0] && !allowFailingAssets) throw new OperatorError(warnings[0].message)
    return {count: numDocs, failed: warnings.map(({message}) => message)}
  } catch (error) {
    throw explainImport(error)
  }
}

/** Addresses of this lake's assets, on whatever host they were imported, lead to the local lake. */
function onThisMachine(url: string, address: string): string {
  const {pathname, search} = new URL(url)
  return /^\/(images|files)\/copydesk\//.test(pathname) ? `${address}${pathname}${search}` : url
}

function explainImport(error: unknown): Error {
  if (!(error instanceof Error)) return new OperatorError(String(error))
  const exists = /Document by ID "[^"]*" already exists/i.exec(error.message)
  return new OperatorError(
    exists
      ? `${exists[0]}. Use --replace to overwrite what is there, or --missing to leave it as it is.`
      : error.message.replace(/\s+/g, ' ').trim(),
  )
}
