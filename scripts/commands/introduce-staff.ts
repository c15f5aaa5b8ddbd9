// Ties the demonstration staff to what they wrote: an account to its author, drafts to who began them.
// Accounts are made at the first start, so the seed itself cannot know their ids.
import type {Lake} from '../../lake/index.ts'
import {SYSTEM_ACTOR} from '../../lake/grants.ts'
import type {LakeDocument, Mutation} from '../../lake/types.ts'
import {DATASET} from '../newsroom-lake.ts'

/**
 * For each account whose name is an author's: `private.author.<id>`, from which the studio fills the
 * byline of a new article; and the drafts that carry the byline become theirs.
 */
export async function introduceStaff(lake: Lake): Promise<void> {
  const {access, commit, documents} = lake.services
  const all = documents.all(DATASET)
  const accounts = new Map(access.users.list().map(({id, name}) => [name, id]))
  const writers = new Map(
    all.flatMap(({_id, _type, name}) => {
      const userId =
        _type === 'author' ? accounts.get(typeof name === 'string' ? name : '') : undefined
      return userId ? [[_id, userId] as const] : []
    }),
  )
  const accountOf = new Map(
    all.flatMap((document) => {
      const userId = writers.get(firstBylineOf(document) ?? '')
      return userId && document._id.startsWith('drafts.') ? [[document._id, userId] as const] : []
    }),
  )
  const mutations: Mutation[] = [...writers].map(([author, userId]) => ({
    createIfNotExists: {
      _id: `private.author.${author}`,
      _type: 'privateAuthor',
      author: {_type: 'reference', _ref: author, _weak: true},
      userId,
    },
  }))
  for (const [id, createdBy] of accountOf) {
    mutations.push({patch: {id, set: {_system: {createdBy}}}})
  }
  if (mutations.length === 0) return
  await commit({dataset: DATASET, actor: SYSTEM_ACTOR, steps: [() => ({mutations})]})
}

function firstBylineOf({_type, bylines}: LakeDocument): string | undefined {
  if (_type !== 'article' || !Array.isArray(bylines)) return undefined
  const [first] = bylines
  if (typeof first !== 'object' || first === null || Array.isArray(first)) return undefined
  const author = first['author']
  if (typeof author !== 'object' || author === null || Array.isArray(author)) return undefined
  return typeof author['_ref'] === 'string' ? author['_ref'] : undefined
}
