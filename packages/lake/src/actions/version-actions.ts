// Sanity's version actions (`sanity.action.document.version.*`): the content of a release. The
// studio and @sanity/client also use them for drafts.
import {BadRequest} from '../errors.ts'
import {isVersionId} from '@copydesk/groq/documents'
import {
  assertRevision,
  attributesOf,
  contentOf,
  draftIdOf,
  existing,
  publishedIdOf,
  text,
  type ActionHandler,
  type ActionInput,
} from './action.ts'
import {assertOpen} from './release-of.ts'

/** Copies an existing document, or takes the given document. */
const create: ActionHandler = (input, read) => {
  const publishedId = publishedIdOf(input)
  const given = input['document'] === undefined ? null : attributesOf(input, 'document')
  const named = given?._id ?? text(input, 'versionId')
  const versionId = draftIdOf({...input, draftId: named}, publishedId)
  assertOpen(read, versionId)
  if (given) return {mutations: [{create: {...given, _id: versionId}}]}
  const baseId = text(input, 'baseId')
  if (baseId !== publishedId) draftIdOf({...input, draftId: baseId}, publishedId)
  const base = existing(read, baseId)
  assertRevision(base, baseId, input['ifBaseRevisionId'])
  return {mutations: [{create: {...contentOf(base), _id: versionId}}]}
}

/** Creates a missing draft; a version must exist. */
const replace: ActionHandler = (input, read) => {
  const document = attributesOf(input, 'document')
  const versionId = copyIdOf(input, document._id)
  if (isVersionId(versionId)) existing(read, versionId)
  assertOpen(read, versionId)
  return {mutations: [{createOrReplace: document}]}
}

const discard: ActionHandler = (input, read) => {
  const versionId = copyIdOf(input, text(input, 'versionId'))
  existing(read, versionId)
  return {mutations: [{delete: {id: versionId}}]}
}

/**
 * Marks the published document to be unpublished by the release. An edit of `_system.delete`
 * removes the mark.
 */
const unpublish: ActionHandler = (input, read) => {
  const publishedId = publishedIdOf(input)
  const versionId = draftIdOf({...input, draftId: text(input, 'versionId')}, publishedId)
  if (!isVersionId(versionId))
    throw new BadRequest(`"${versionId}" is not in a release.`, 'actionError')
  assertOpen(read, versionId)
  const published = existing(read, publishedId)
  const version = read(versionId)
  const base = contentOf(version ?? published)
  return {mutations: [{createOrReplace: {...base, _id: versionId, _system: {delete: true}}}]}
}

function copyIdOf(input: ActionInput, id: string): string {
  if (id.startsWith('drafts.') || isVersionId(id)) return id
  throw new BadRequest(`"${id}" is neither a draft nor a version.`, 'actionError')
}

/** Every action on versions, by its type. */
export const VERSION_ACTIONS: ReadonlyMap<string, ActionHandler> = new Map([
  ['sanity.action.document.version.create', create],
  ['sanity.action.document.version.discard', discard],
  ['sanity.action.document.version.replace', replace],
  ['sanity.action.document.version.unpublish', unpublish],
])
