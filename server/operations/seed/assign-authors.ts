// Assigns the demonstration content to the staff: an author to each account, a creator to each draft.
// Accounts are made at the first start, so the seed itself cannot know their IDs.
import {isPieceType} from '../../../model/registry.ts'
import type {Lake} from '@copydesk/lake'
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import type {LakeDocument, Mutation} from '@copydesk/lake/types'
import {namedAuthors, gatherPiece} from '../../../workflow/gather.ts'
import {publishedIdOf} from '../../../model/ids.ts'
import {DATASET} from '../../newsroom-lake.ts'
import {COMMISSIONING_EDITOR} from './demonstration-staff.ts'

/**
 * For each account whose name is an author's: `private.author.<id>`, from which the studio fills the
 * byline of a new article. Drafts become theirs who stand first in the byline, with the quotes and
 * sources that came along; what a freelance reporter wrote, the editor's who asked for it.
 */
export async function assignAuthors(lake: Lake): Promise<void> {
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
  const mutations: Mutation[] = [...writers].map(([author, userId]) => ({
    createIfNotExists: {
      _id: `private.author.${author}`,
      _type: 'privateAuthor',
      author: {_type: 'reference', _ref: author, _weak: true},
      userId,
    },
  }))
  const creators = new Map<string, string>()
  for (const draft of all.filter(isPieceDraft)) {
    const [first = ''] = namedAuthors(draft)
    const creator = writers.get(first) ?? accounts.get(COMMISSIONING_EDITOR)
    const {root: article, closure} = gatherPiece(publishedIdOf(draft._id), (id) =>
      documents.get(DATASET, id),
    ).piece
    for (const {draft: part} of [article, ...closure.members]) {
      if (part && creator && !creators.has(part._id)) creators.set(part._id, creator)
    }
  }
  for (const [id, createdBy] of creators) {
    // A person who has edited a draft since then stays its creator.
    const system = documents.get(DATASET, id)?.['_system'] as {createdBy?: string} | undefined
    if (access.users.get(system?.createdBy ?? '')) continue
    mutations.push({patch: {id, set: {_system: {createdBy}}}})
  }
  if (mutations.length === 0) return
  await commit({dataset: DATASET, actor: SYSTEM_ACTOR, steps: [() => ({mutations})]})
}

const isPieceDraft = ({_id, _type}: LakeDocument): boolean =>
  isPieceType(_type) && _id.startsWith('drafts.')
