// Drives the importer against a local client, whatever the source is.
import {OperatorError} from '@copydesk/lake/errors'
import {sanityImport, type ImportSource} from '../sync/sanity-import.ts'
import type {LocalClient} from '../../commands/local-client.ts'
import type {Step} from '../../commands/progress.ts'

export type ImportOperation = 'create' | 'createIfNotExists' | 'createOrReplace'

export interface ImportRequest {
  source: ImportSource
  operation: ImportOperation
  /** What `file://./…` in the documents is relative to. Files outside of it are refused. */
  assetsBase?: string
  /** Fetches pictures and files from remote addresses that documents name. */
  allowRemoteAssets?: boolean
  /** Goes on if a picture or file cannot be loaded. */
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
 * Returns how many documents were written, and which files could not be loaded.
 *
 * @throws OperatorError where documents exist already, or the file is not what it should be
 */
export async function importDocuments(
  {client}: LocalClient,
  request: ImportRequest,
): Promise<{count: number; failed: string[]}> {
  const {source, operation, assetsBase, allowFailingAssets = false, onStep} = request
  try {
    const {numDocs, warnings} = await sanityImport(source, {
      client,
      operation,
      allowAssetsInDifferentDataset: false,
      allowSystemDocuments: false,
      allowFailingAssets,
      allowRemoteAssets: request.allowRemoteAssets ?? false,
      releasesOperation: RELEASES[operation],
      replaceAssets: false,
      skipCrossDatasetReferences: false,
      tag: 'copydesk.import',
      onProgress: onStep,
      ...(assetsBase ? {assetsBase} : {}),
    })
    if (warnings[0] && !allowFailingAssets) throw new OperatorError(warnings[0].message)
    return {count: numDocs, failed: warnings.map(({message}) => message)}
  } catch (error) {
    throw explainImport(error)
  }
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
