// Asset documents say where bytes lie and what they are: only an upload, which has seen them, writes
// that. Otherwise who may describe a picture could put another one into live pages by its address.
import {isDeepStrictEqual} from 'node:util'
import {MutationFailed} from '../errors.ts'
import type {Change, LakeDocument} from '../types.ts'

const TYPES = new Set(['sanity.imageAsset', 'sanity.fileAsset'])
/** What the bytes and their place decide. Titles, credits and the like are people's to write. */
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

/** Who looks at references alone takes such an id for an asset's. */
const ASSET_ID = /^((drafts|versions\.[^.]+)\.)?(image|file)-[0-9a-f]{40}-/

const isAsset = (document: LakeDocument | null): boolean =>
  document !== null && TYPES.has(document._type)

/** @throws MutationFailed 403 for an asset document made by hand, or made to name other bytes */
export function assertAssets(changes: readonly Change[]): void {
  for (const {id, previous, result} of changes) {
    if (!result || (!isAsset(previous) && !isAsset(result) && !ASSET_ID.test(id))) continue
    if (previous && sameBytes(previous, result)) continue
    const description = `Only an upload decides which file "${id}" stands for.`
    throw new MutationFailed(403, [
      {index: 0, error: {type: 'insufficientPermissionsError', id, description}},
    ])
  }
}

function sameBytes(previous: LakeDocument, result: LakeDocument): boolean {
  return OF_THE_BYTES.every((field) => isDeepStrictEqual(previous[field], result[field]))
}
