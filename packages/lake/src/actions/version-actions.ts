// Sanity's version actions (`sanity.action.document.version.*`): what is in a release. The studio and
// @sanity/client use them for drafts as well.
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

/** Made from a copy of the document that is there, or given whole. */
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

/** A draft that is not there is made; a version has to be there. */
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

/** The release will take the published document away. An edit of `_system.delete` takes that back. */
const unpublish: ActionHandler = (input, read) => {
  const publishedId = publishedIdOf(input)
  const versionId = draftIdOf({...input, draftId: text(input, 'versionId')}, publishedId)
  if (!isVersionId(versionId))
    throw new BadRequest(`"${versionId}" is in no release.`, 'actionError')
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
