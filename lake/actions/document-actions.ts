// Sanity's document actions (`sanity.action.document.*`): each is the recipe of one change that the
// studio asks for. Shapes as in @sanity/client; unknown ones are refused by run-actions.ts.
import {BadRequest} from '../errors.ts'
import {parsePatch} from '../parse-patch.ts'
import type {Json} from '../types.ts'
import {
  assertRevision,
  attributesOf,
  contentOf,
  draftIdOf,
  existing,
  publishedIdOf,
  text,
  type ActionHandler,
} from './action.ts'
import {strengthenReferences} from './strengthen.ts'

/** A new draft. `ifExists: 'ignore'` leaves a document that is there already as it is. */
const create: ActionHandler = (input, read) => {
  const publishedId = publishedIdOf(input)
  const attributes = attributesOf(input, 'attributes')
  const draftId = draftIdOf({...input, draftId: attributes._id}, publishedId)
  const taken = read(draftId) ?? read(publishedId)
  if (taken && input['ifExists'] === 'ignore') return {mutations: []}
  if (taken && taken._id === publishedId) {
    throw new BadRequest(`Document by ID "${publishedId}" already exists`, 'actionError')
  }
  return {mutations: [{create: attributes}]}
}

/** One edit. The first edit of a published document makes its draft. */
const edit: ActionHandler = (input, read) => {
  const publishedId = publishedIdOf(input)
  const draftId = draftIdOf(input, publishedId)
  const patch = input['patch']
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
    throw new BadRequest('sanity.action.document.edit needs a "patch".', 'actionError')
  }
  const operation = {patch: parsePatch({...patch, id: draftId}, 'The edit')}
  if (read(draftId)) return {mutations: [operation]}
  const published = existing(read, publishedId)
  return {mutations: [{create: {...contentOf(published), _id: draftId}}, operation]}
}

/** The draft becomes the published document; nothing is lost by the draft's removal. */
const publish: ActionHandler = (input, read) => {
  const publishedId = publishedIdOf(input)
  const draftId = draftIdOf(input, publishedId)
  const draft = existing(read, draftId)
  const published = read(publishedId)
  assertRevision(draft, draftId, input['ifDraftRevisionId'])
  assertRevision(published, publishedId, input['ifPublishedRevisionId'])
  const content = strengthenReferences(contentOf(draft)) as Record<string, Json> & {_type: string}
  return {
    mutations: [
      {
        createOrReplace: {
          ...content,
          _id: publishedId,
          _createdAt: published?._createdAt ?? draft._createdAt,
        },
      },
      {delete: {id: draftId}},
    ],
    moved: [{id: draftId, into: publishedId}],
  }
}

/** The published document goes back to being a draft; a newer draft is kept. */
const unpublish: ActionHandler = (input, read) => {
  const publishedId = publishedIdOf(input)
  const draftId = draftIdOf(input, publishedId)
  const published = existing(read, publishedId)
  return {
    mutations: [
      {createIfNotExists: {...contentOf(published), _id: draftId}},
      {delete: {id: publishedId}},
    ],
  }
}

/** Throws a draft away. */
const discard: ActionHandler = (input, read) => {
  const draftId = text(input, 'draftId')
  if (!draftId.startsWith('drafts.')) {
    throw new BadRequest(`"${draftId}" is no draft.`, 'actionError')
  }
  existing(read, draftId)
  return {mutations: [{delete: {id: draftId}}]}
}

/** Deletes a document and the drafts that are named; one that is not named stops it. */
const remove: ActionHandler = (input, read) => {
  const publishedId = publishedIdOf(input)
  const named = Array.isArray(input['includeDrafts']) ? input['includeDrafts'] : []
  const drafts = named.map((id) => draftIdOf({...input, draftId: id}, publishedId))
  const draftId = `drafts.${publishedId}`
  if (!read(publishedId) && !drafts.some((id) => read(id))) existing(read, publishedId)
  if (read(draftId) && !drafts.includes(draftId)) {
    throw new BadRequest(
      `"${publishedId}" has a draft that includeDrafts does not name.`,
      'actionError',
    )
  }
  return {mutations: [...drafts, publishedId].map((id) => ({delete: {id}}))}
}

/** Puts other content in the draft's place (restoring an old revision). */
const replaceDraft: ActionHandler = (input) => {
  const publishedId = publishedIdOf(input)
  const attributes = attributesOf(input, 'attributes')
  const draftId = draftIdOf({...input, draftId: attributes._id}, publishedId)
  return {mutations: [{createOrReplace: {...attributes, _id: draftId}}]}
}

/** The studio discards drafts by this action, too. */
const discardVersion: ActionHandler = (input, read) => {
  const versionId = text(input, 'versionId')
  if (!versionId.startsWith('drafts.') && !versionId.startsWith('versions.')) {
    throw new BadRequest(`"${versionId}" is neither a draft nor a version.`, 'actionError')
  }
  existing(read, versionId)
  return {mutations: [{delete: {id: versionId}}]}
}

/** A draft made from a base document or given whole. Versions of releases come with releases. */
const createVersion: ActionHandler = (input, read) => {
  const publishedId = publishedIdOf(input)
  const given = input['document'] === undefined ? null : attributesOf(input, 'document')
  const versionId = given?._id ?? text(input, 'versionId')
  if (versionId !== `drafts.${publishedId}`) throw releasesMissing()
  if (given) return {mutations: [{create: {...given, _id: versionId}}]}
  const baseId = text(input, 'baseId')
  if (baseId !== publishedId) draftIdOf({...input, draftId: baseId}, publishedId)
  const base = existing(read, baseId)
  assertRevision(base, baseId, input['ifBaseRevisionId'])
  return {mutations: [{create: {...contentOf(base), _id: versionId}}]}
}

const replaceVersion: ActionHandler = (input) => {
  const document = attributesOf(input, 'document')
  if (!document._id.startsWith('drafts.')) throw releasesMissing()
  return {mutations: [{createOrReplace: document}]}
}

function releasesMissing(): BadRequest {
  return new BadRequest('This lake keeps drafts, but no releases yet.', 'actionError')
}

/** Every action that the lake performs, by its type. */
export const DOCUMENT_ACTIONS: ReadonlyMap<string, ActionHandler> = new Map([
  ['sanity.action.document.create', create],
  ['sanity.action.document.edit', edit],
  ['sanity.action.document.publish', publish],
  ['sanity.action.document.unpublish', unpublish],
  ['sanity.action.document.discard', discard],
  ['sanity.action.document.delete', remove],
  ['sanity.action.document.replaceDraft', replaceDraft],
  ['sanity.action.document.version.create', createVersion],
  ['sanity.action.document.version.discard', discardVersion],
  ['sanity.action.document.version.replace', replaceVersion],
])
