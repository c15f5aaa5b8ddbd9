// Sanity's document actions (`sanity.action.document.*`). Each is one change that the studio
// requests. Shapes as in @sanity/client. run-actions.ts refuses unknown actions.
import {BadRequest} from '../errors.ts'
import {parsePatch} from '../parse-patch.ts'
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
import {publicationOf} from './publication.ts'
import {assertOpen} from './release-of.ts'

/** A new draft. `ifExists: 'ignore'` leaves an existing document unchanged. */
const create: ActionHandler = (input, read) => {
  const publishedId = publishedIdOf(input)
  const attributes = attributesOf(input, 'attributes')
  const draftId = draftIdOf({...input, draftId: attributes._id}, publishedId)
  assertOpen(read, draftId)
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
  assertOpen(read, draftId)
  const published = existing(read, publishedId)
  return {mutations: [{create: {...contentOf(published), _id: draftId}}, operation]}
}

/** Copies the draft to the published document and removes the draft. */
const publish: ActionHandler = (input, read) => {
  const publishedId = publishedIdOf(input)
  const draftId = draftIdOf(input, publishedId)
  const draft = existing(read, draftId)
  const published = read(publishedId)
  assertRevision(draft, draftId, input['ifDraftRevisionId'])
  assertRevision(published, publishedId, input['ifPublishedRevisionId'])
  return publicationOf(draft, published)
}

/** Turns the published document into a draft. An existing draft stays as it is. */
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

const discard: ActionHandler = (input, read) => {
  const draftId = text(input, 'draftId')
  if (!draftId.startsWith('drafts.')) {
    throw new BadRequest(`"${draftId}" is not a draft.`, 'actionError')
  }
  existing(read, draftId)
  return {mutations: [{delete: {id: draftId}}]}
}

/** Deletes a document and the named drafts. Refused if another draft exists. */
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

/** Replaces the draft's content, to restore an old revision. */
const replaceDraft: ActionHandler = (input) => {
  const publishedId = publishedIdOf(input)
  const attributes = attributesOf(input, 'attributes')
  const draftId = draftIdOf({...input, draftId: attributes._id}, publishedId)
  return {mutations: [{createOrReplace: {...attributes, _id: draftId}}]}
}

/** Every action on documents and drafts, by its type. version-actions.ts has those on versions. */
export const DOCUMENT_ACTIONS: ReadonlyMap<string, ActionHandler> = new Map([
  ['sanity.action.document.create', create],
  ['sanity.action.document.edit', edit],
  ['sanity.action.document.publish', publish],
  ['sanity.action.document.unpublish', unpublish],
  ['sanity.action.document.discard', discard],
  ['sanity.action.document.delete', remove],
  ['sanity.action.document.replaceDraft', replaceDraft],
])
