// Fields of asset documents that describe the stored bytes. Only an upload may write them.
// Otherwise a person who may edit a picture's title could replace the picture on live pages.
import {isDeepStrictEqual} from 'node:util'
import {MutationFailed} from '../errors.ts'
import type {Change, LakeDocument} from '../types.ts'

const TYPES = new Set(['sanity.imageAsset', 'sanity.fileAsset'])
/** These follow from the bytes and their path. People write titles and credits. */
const OF_THE_BYTES = [
  '_type',
  'assetId',
  'extension',
  'mimeType',
  'path',
  'sha1hash',
  'size',
  'uploadId',
  'url',
]

/** Code that looks only at references treats such an ID as that of an asset. */
const ASSET_ID = /^((drafts|versions\.[^.]+)\.)?(image|file)-[0-9a-f]{40}-/

const isAsset = (document: LakeDocument | null): boolean =>
  document !== null && TYPES.has(document._type)

/**
 * @throws MutationFailed 403 for an asset document that was not uploaded, or that names other bytes
 */
export function assertAssets(changes: readonly Change[]): void {
  for (const {id, previous, result} of changes) {
    if (!result || (!isAsset(previous) && !isAsset(result) && !ASSET_ID.test(id))) continue
    if (previous && sameBytes(previous, result)) continue
    const description = `The file of "${id}" cannot be changed: only an upload writes it. Upload the file instead.`
    throw new MutationFailed(403, [
      {index: 0, error: {type: 'insufficientPermissionsError', id, description}},
    ])
  }
}

function sameBytes(previous: LakeDocument, result: LakeDocument): boolean {
  return OF_THE_BYTES.every((field) => isDeepStrictEqual(previous[field], result[field]))
}
