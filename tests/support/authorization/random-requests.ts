// Random requests to change or fetch hidden documents, by people without access: a difference between the
// refusals would show what exists.
import fc from 'fast-check'
import {EDITORIAL_ACTIONS} from '../../../model/editorial-actions.ts'
import {DATASET} from './world.ts'

export interface Attempt {
  path: string
  method: string
  body?: object
}

const DOCUMENT_ACTIONS = [
  'create',
  'edit',
  'publish',
  'unpublish',
  'discard',
  'delete',
  'replaceDraft',
  'version.create',
  'version.discard',
  'version.replace',
  'version.unpublish',
]
const RELEASE_ACTIONS = ['create', 'edit', 'schedule', 'publish', 'archive', 'delete', 'import']

/** @param ids of documents that are hidden now, and may be gone later */
export function attemptsAt(ids: readonly string[]): fc.Arbitrary<Attempt> {
  const id = fc.constantFrom(...ids, 'at-drafting', 'drafts.at-drafting', 'at-spiked')
  const publishedId = id.map((one) => one.replace(/^(?:drafts|versions\.[^.]+)\./, ''))
  const api = '/v2025-02-19/data'
  const post = (path: string, body: object): Attempt => ({path, method: 'POST', body})
  const revision = fc.constantFrom(undefined, null, 'no-such-revision')

  const mutation = fc.oneof(
    id.map((_id) => ({create: {_id, _type: 'article'}})),
    id.map((_id) => ({createIfNotExists: {_id, _type: 'article'}})),
    id.map((_id) => ({createOrReplace: {_id, _type: 'article'}})),
    fc.tuple(id, revision).map(([one, ifRevisionID]) => ({
      patch: {id: one, ifRevisionID, set: {secret: 1}, unset: ['headline']},
    })),
    fc.tuple(id, revision).map(([one, ifRevisionID]) => ({delete: {id: one, ifRevisionID}})),
    id.map((one) => ({delete: {query: `*[_id == "${one}"]`}})),
    id.map((one) => ({patch: {query: `*[references("${one}")]`, set: {secret: 1}}})),
    id.map((_ref) => ({create: {_type: 'topic', about: {_type: 'reference', _ref}}})),
  )
  const flags = fc.constantFrom('', '?returnDocuments=true', '?dryRun=true&returnIds=true')
  const mutating = fc
    .tuple(fc.array(mutation, {minLength: 1, maxLength: 3}), flags)
    .map(([mutations, query]) => post(`${api}/mutate/${DATASET}${query}`, {mutations}))

  const action = fc.oneof(
    fc.tuple(fc.constantFrom(...DOCUMENT_ACTIONS), id, publishedId).map(([name, draftId, one]) => ({
      actionType: `sanity.action.document.${name}`,
      publishedId: one,
      draftId,
      versionId: draftId,
      baseId: draftId,
      includeDrafts: [draftId],
      attributes: {_id: `drafts.${one}`, _type: 'article'},
      document: {_id: `drafts.${one}`, _type: 'article'},
      patch: {set: {secret: 1}},
    })),
    fc.constantFrom(...RELEASE_ACTIONS).map((name) => ({
      actionType: `sanity.action.release.${name}`,
      releaseId: 'summer',
      publishAt: '2027-01-01T00:00:00Z',
      patch: {set: {'metadata.title': 'x'}},
      attributes: {},
    })),
  )
  const acting = action.map((one) => post(`${api}/actions/${DATASET}`, {actions: [one]}))

  const pressing = fc
    .tuple(
      fc.constantFrom(...Object.keys(EDITORIAL_ACTIONS), 'sharePreview', 'revokePreview'),
      publishedId,
      id,
    )
    .chain(([act, articleId, linkId]) =>
      fc.constantFrom({}, {ifRevision: 'x'}, {ifContentHash: 'x'}).map((looked) =>
        post(`/v1/acts/${DATASET}`, {
          act,
          articleId,
          ...(act === 'amend' ? {documentId: articleId} : {}),
          linkId,
          note: 'A reason',
          recipient: 'Me',
          expiresAt: '2026-12-01T00:00:00Z',
          publishAt: '2026-12-01T00:00:00Z',
          ...looked,
        }),
      ),
    )

  const asking = fc
    .tuple(id, publishedId)
    .chain(([one, other]) =>
      fc.constantFrom(
        `${api}/doc/${DATASET}/${one},${other}?includeAllVersions=true&excludeContent=true`,
        `${api}/references/${DATASET}/documents/${one}/to`,
        `${api}/history/${DATASET}/documents/${one}?lastRevision=true`,
        `${api}/history/${DATASET}/documents/${one}?time=2026-11-25T10:00:00Z`,
        `${api}/history/${DATASET}/transactions/${one}`,
        `${api}/history/${DATASET}/events/documents/${other}`,
        `${api}/history/${DATASET}/events/releases/${other}`,
        `/v1/passes/${DATASET}/${one}`,
        `/v1/users/${one},anonymous`,
        '/v1/projects/copydesk/new-content-release-allowed',
      ),
    )
    .map((path) => ({path, method: 'GET'}))

  return fc.oneof(mutating, acting, {weight: 2, arbitrary: pressing}, asking)
}
