// Every road by which a client could put an article before its readers without an act.
import {publishedOf, type Desk, type PieceFields, type Voice} from './piece.ts'

export interface Road {
  name: string
  /** @param fields those that the piece was written with, so that the same would be published */
  take: (desk: Desk, who: Voice, id: string, fields: PieceFields) => Promise<Response>
}

const document = 'sanity.action.document'
const publish = (id: string, draftId = `drafts.${id}`) => ({
  actionType: `${document}.publish`,
  publishedId: id,
  draftId,
})
const members = (id: string) => [`${id}-source`, `${id}-quote`, `${id}-photo`]
const articleOf = (id: string, fields: PieceFields) => publishedOf(id, fields).at(-1)

/** For an article that readers have not seen. */
export const ROADS: Road[] = [
  {
    name: 'create, with all that it uses',
    take: (desk, who, id, fields) =>
      desk.mutate(
        who,
        publishedOf(id, fields).map((create) => ({create})),
      ),
  },
  {
    name: 'createOrReplace in one batch, as an import sends it',
    take: (desk, who, id, fields) =>
      desk.mutate(
        who,
        publishedOf(id, fields).map((createOrReplace) => ({createOrReplace})),
        '?visibility=async&returnIds=true',
      ),
  },
  {
    name: 'createIfNotExists',
    take: (desk, who, id, fields) =>
      desk.mutate(
        who,
        publishedOf(id, fields).map((createIfNotExists) => ({createIfNotExists})),
      ),
  },
  {
    name: 'several mutations of one document in one request',
    take: (desk, who, id, fields) => {
      const {_id, _type, ...rest} = articleOf(id, fields) ?? {}
      const [, ...others] = publishedOf(id, fields).toReversed()
      return desk.mutate(who, [
        {createIfNotExists: {_id, _type: 'article'}},
        ...others.toReversed().map((createOrReplace) => ({createOrReplace})),
        {patch: {id, set: rest}},
      ])
    },
  },
  {
    name: 'another type first, in the same request',
    take: (desk, who, id, fields) =>
      desk.mutate(who, [
        {create: {_id: id, _type: 'topic', title: 'Harmless'}},
        ...publishedOf(id, fields).map((createOrReplace) => ({createOrReplace})),
      ]),
  },
  {
    name: 'creation and the draft’s removal',
    take: (desk, who, id, fields) =>
      desk.mutate(who, [
        ...publishedOf(id, fields).map((createOrReplace) => ({createOrReplace})),
        {delete: {id: `drafts.${id}`}},
      ]),
  },
  {
    name: 'the publish actions, leaves first',
    take: (desk, who, id) =>
      desk.actions(
        who,
        [...members(id), id].map((one) => publish(one)),
      ),
  },
  {
    name: 'edit and publish in one request of actions',
    take: (desk, who, id) =>
      desk.actions(who, [
        {
          actionType: `${document}.edit`,
          publishedId: id,
          draftId: `drafts.${id}`,
          patch: {set: {updatedNote: 'x'}},
        },
        ...[...members(id), id].map((one) => publish(one)),
      ]),
  },
]

/** For an article that readers see: what would change it, or take it away. */
export const ROADS_OF_LIVE: Road[] = [
  {name: 'a patch', take: (desk, who, id) => desk.mutate(who, [{patch: {id, set: {dek: 'New.'}}}])},
  {
    name: 'a patch without effect',
    take: (desk, who, id) => desk.mutate(who, [{patch: {id, set: {}}}]),
  },
  {
    name: 'a patch by query',
    take: (desk, who, id) =>
      desk.mutate(who, [
        {patch: {query: '*[_id == $id]', params: {id}, set: {headline: 'Another'}}},
      ]),
  },
  {
    name: 'diffMatchPatch',
    take: (desk, who, id) =>
      desk.mutate(who, [{patch: {id, diffMatchPatch: {dek: '@@ -1,4 +1,5 @@\n What\n+!\n'}}}]),
  },
  {
    name: 'createOrReplace',
    take: (desk, who, id, fields) =>
      desk.mutate(who, [{createOrReplace: {...articleOf(id, fields), dek: 'New.'}}]),
  },
  {
    name: 'delete and create',
    take: (desk, who, id, fields) =>
      desk.mutate(who, [
        {delete: {id}},
        {create: {...(articleOf(id, fields) as object), _id: id, dek: 'New.'}},
      ]),
  },
  {
    name: 'another type in its place',
    take: (desk, who, id) =>
      desk.mutate(who, [{createOrReplace: {_id: id, _type: 'topic', title: 'Gone'}}]),
  },
  {name: 'publish', take: (desk, who, id) => desk.actions(who, [publish(id)])},
  {name: 'delete', take: (desk, who, id) => desk.mutate(who, [{delete: {id}}])},
  {
    name: 'delete by query',
    take: (desk, who, id) => desk.mutate(who, [{delete: {query: '*[_id == $id]', params: {id}}}]),
  },
  {
    name: 'the action unpublish',
    take: (desk, who, id) =>
      desk.actions(who, [
        {actionType: `${document}.unpublish`, publishedId: id, draftId: `drafts.${id}`},
      ]),
  },
  {
    name: 'the action delete',
    take: (desk, who, id) =>
      desk.actions(who, [
        {actionType: `${document}.delete`, publishedId: id, includeDrafts: [`drafts.${id}`]},
      ]),
  },
  {
    name: 'delete of the draft',
    take: (desk, who, id) => desk.mutate(who, [{delete: {id: `drafts.${id}`}}]),
  },
  {
    name: 'the action discard',
    take: (desk, who, id) =>
      desk.actions(who, [{actionType: `${document}.discard`, draftId: `drafts.${id}`}]),
  },
  {
    name: 'the action version.discard',
    take: (desk, who, id) =>
      desk.actions(who, [{actionType: `${document}.version.discard`, versionId: `drafts.${id}`}]),
  },
  {
    name: 'something else in the draft’s place',
    take: (desk, who, id) =>
      desk.mutate(who, [{createOrReplace: {_id: `drafts.${id}`, _type: 'topic', title: 'Gone'}}]),
  },
]

/** Each is a request that no lake can run: it names a published document where a draft belongs. */
export const MALFORMED: Road[] = [
  {
    name: 'version.replace of the published document',
    take: (desk, who, id, fields) =>
      desk.actions(who, [
        {actionType: `${document}.version.replace`, document: articleOf(id, fields)},
      ]),
  },
  {
    name: 'version.create of the published document',
    take: (desk, who, id, fields) =>
      desk.actions(who, [
        {
          actionType: `${document}.version.create`,
          publishedId: id,
          document: articleOf(id, fields),
        },
      ]),
  },
  {
    name: 'create with the published id',
    take: (desk, who, id, fields) =>
      desk.actions(who, [
        {
          actionType: `${document}.create`,
          publishedId: id,
          attributes: articleOf(id, fields),
          ifExists: 'fail',
        },
      ]),
  },
  {
    name: 'replaceDraft with the published id',
    take: (desk, who, id, fields) =>
      desk.actions(who, [
        {
          actionType: `${document}.replaceDraft`,
          publishedId: id,
          attributes: articleOf(id, fields),
        },
      ]),
  },
  {
    name: 'edit of the published id',
    take: (desk, who, id) =>
      desk.actions(who, [
        {
          actionType: `${document}.edit`,
          publishedId: id,
          draftId: id,
          patch: {set: {dek: 'New.'}},
        },
      ]),
  },
  {
    name: 'a release without a name',
    take: (desk, who) => desk.actions(who, [{actionType: 'sanity.action.release.publish'}]),
  },
]
