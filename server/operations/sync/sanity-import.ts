// @sanity/import behind a check of all addresses. Its own version reads whatever file a document names
// and asks whatever host. Sanity's command line gets this one as well: see sanity-cli-hook.mjs.
import {sanityImport as importUnchecked} from '@sanity/import'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {OperatorError} from '@copydesk/lake/errors'
import {settleAssetAddresses, type RefusedAddress} from './asset-addresses.ts'
import {
  readArchiveFolder,
  readArchiveStream,
  type Archive,
  type ArchiveDocument,
} from './read-archive.ts'

export type ImportSource = Parameters<typeof importUnchecked>[0]
type ImporterOptions = Parameters<typeof importUnchecked>[1]
type ImportResult = Awaited<ReturnType<typeof importUnchecked>>

export interface CheckedOptions extends ImporterOptions {
  client: NonNullable<ImporterOptions['client']>
  /** Fetches pictures and files from `http:` and `https:` addresses that documents name. */
  allowRemoteAssets?: boolean
}

/**
 * Imports documents. A file is read only if its real path is below the archive's folder, and a host is
 * asked only with `allowRemoteAssets`.
 *
 * @throws OperatorError before anything is written, unless `allowFailingAssets` leaves out what is refused
 */
export async function sanityImport(
  source: ImportSource,
  options: CheckedOptions,
): Promise<ImportResult> {
  const {allowRemoteAssets = false, assetsBase, ...rest} = options
  const temporary = await mkdtemp(join(tmpdir(), 'import-'))
  try {
    const archive = await read(source, {folder: assetsBase, temporary})
    const {documents, folder, assetMap, assets} = archive
    const limits = {folder, allowRemote: allowRemoteAssets}
    const refused = settleAssetAddresses(documents, limits)
    if (!options.allowFailingAssets) {
      assertNoneRefused(refused, folder)
      if (!allowRemoteAssets) assertOwnAddresses(documents)
    }
    const result = await importUnchecked(documents, {
      ...rest,
      assetMap,
      unreferencedAssets: assets,
      assetFetch: createAssetFetch(new URL(options.client.getUrl('/')).origin, allowRemoteAssets),
    })
    const warnings = refused.map((one) => ({message: describe(one)}))
    return {...result, warnings: [...result.warnings, ...warnings]}
  } finally {
    await rm(temporary, {recursive: true, force: true})
  }
}

async function read(
  source: ImportSource,
  places: {folder: string | undefined; temporary: string},
): Promise<Archive> {
  if (typeof source === 'string') return await readArchiveFolder(source)
  if (!Array.isArray(source)) {
    return await readArchiveStream(source as AsyncIterable<Uint8Array>, places)
  }
  const documents = structuredClone(source) as ArchiveDocument[]
  return {documents, folder: places.folder, assetMap: {}, assets: []}
}

const describe = ({documentId, path, reason, address}: RefusedAddress): string =>
  `The document "${documentId}" ${reason}${path === '' ? '' : ` at "${path}"`}: ${address}`

function assertNoneRefused(refused: readonly RefusedAddress[], folder: string | undefined): void {
  const [first, ...more] = refused
  if (!first) return
  const others = more.length > 0 ? ` ${more.length} more addresses are refused.` : ''
  const place = folder ? ` Files are read only from ${folder} and below.` : ''
  throw new OperatorError(
    `${describe(first)}.${others} Nothing was imported.${place} Remote addresses are read only by "npm run copydesk -- import" with --allow-remote-assets. --allow-failing-assets leaves such pictures and files out.`,
  )
}

const OWN_PATH = /^\/(images|files)\/copydesk\//

/** The importer asks whether the file of each picture's document is there. */
function assertOwnAddresses(documents: readonly ArchiveDocument[]): void {
  const other = documents.find(
    ({_type, url}) =>
      /^sanity\.[a-zA-Z]+Asset$/.test(_type) &&
      typeof url === 'string' &&
      !OWN_PATH.test(URL.parse(url)?.pathname ?? ''),
  )
  if (!other) return
  throw new OperatorError(
    `The document "${other._id}" names a remote address: ${String(other['url'])}. Nothing was imported. Use --allow-remote-assets to have it asked, or --allow-failing-assets to go on without.`,
  )
}

/**
 * The importer asks whether a known picture's file is still there, under the address that readers use.
 * That server may not be running: addresses of this newsroom's files, on whatever host, lead to `origin`.
 */
function createAssetFetch(
  origin: string,
  allowRemote: boolean,
): NonNullable<ImporterOptions['assetFetch']> {
  return async (url, init) => {
    const {pathname, search} = new URL(url)
    if (OWN_PATH.test(pathname)) return await fetch(`${origin}${pathname}${search}`, init)
    if (allowRemote) return await fetch(url, init)
    return new Response(null, {status: 403, statusText: 'Remote addresses are not allowed'})
  }
}
