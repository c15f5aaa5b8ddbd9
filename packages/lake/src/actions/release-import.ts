// `sanity.action.release.import`: creates a release from another dataset's export.
import {BadRequest, Forbidden} from '../errors.ts'
import {assertReleaseName, isTime, metadataOf, RELEASE_TYPE, releaseDocumentId} from '../release.ts'
import type {Json} from '../types.ts'
import {text, type ActionHandler} from './action.ts'

/**
 * The person who scheduled the release has no account here. So a scheduled release becomes an
 * active release that names its intended time.
 */
export const importRelease: ActionHandler = (input, read, {keepsSystem}) => {
  const name = text(input, 'releaseId')
  assertReleaseName(name)
  if (!keepsSystem) throw new Forbidden('Releases are imported with an importer’s token.')
  const {attributes, document = attributes, ifExists = 'fail'} = input
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw new BadRequest('sanity.action.release.import needs "attributes".', 'actionError')
  }
  const _id = releaseDocumentId(name)
  if (read(_id) && ifExists === 'ignore') return {mutations: []}
  const imported = {...importedFields(document), _id, _type: RELEASE_TYPE, name}
  return {
    mutations: [ifExists === 'replace' ? {createOrReplace: imported} : {create: imported}],
    owns: [_id],
  }
}

function importedFields(given: Record<string, Json>): Record<string, Json> {
  const {publishAt, publishedAt, finalDocumentStates, _createdAt} = given
  const state = ['published', 'archived'].includes(given['state'] as string)
    ? (given['state'] ?? 'active')
    : 'active'
  const metadata = metadataOf(given['metadata'])
  const isAhead = given['state'] === 'scheduled' && isTime(publishAt)
  return {
    state,
    metadata: isAhead
      ? {...metadata, releaseType: 'scheduled', intendedPublishAt: publishAt}
      : metadata,
    ...(isTime(_createdAt) ? {_createdAt} : {}),
    ...(isTime(publishedAt) ? {publishedAt} : {}),
    ...(Array.isArray(finalDocumentStates) ? {finalDocumentStates} : {}),
  }
}
