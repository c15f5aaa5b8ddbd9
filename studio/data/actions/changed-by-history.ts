// The people who changed what is to be approved or amended, from the history of the hosted lake. On the embedded lake
// the server notes them.
import {draftIdOf} from '../../../model/ids.ts'
import type {SanityClient} from 'sanity'
import type {EditorialActionRequest} from '../../../model/editorial-actions.ts'
import {changedPairs} from '../../../workflow/gather-use.ts'
import type {GatheredPiece} from '../../../workflow/gather.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import type {Review} from '../../../model/records.ts'
import {emptyReview} from '../../../workflow/perform/review.ts'

/**
 * Reviews as the newsroom's server would have stored them: with everybody who changed a draft since
 * it was submitted or, for an amendment, since it was published. By ID, and only those that the
 * action needs.
 */
export async function changedByHistory(
  client: SanityClient,
  {act: action}: Pick<EditorialActionRequest, 'act'>,
  piece: GatheredPiece,
  reviewOf: (id: string) => Review | null,
): Promise<Map<string, PieceDocument>> {
  const reviews = new Map<string, PieceDocument>()
  const note = (review: Review, authors: readonly string[]): void => {
    const changedBy = [...new Set([...(review.changedBy ?? []), ...authors])]
    if (authors.length > 0) reviews.set(review._id, {...review, changedBy})
  }
  const changed = changedPairs(piece)
  const {review} = piece
  if (action === 'approve' && review?.submission) {
    const drafts = changed.map(({id}) => draftIdOf(id))
    note(review, await authorsSince(client, drafts, review.submission.at))
  }
  if (action === 'amend') {
    for (const pair of changed) {
      const since = pair.published?.['_updatedAt']
      if (typeof since !== 'string') continue
      const authors = await authorsSince(client, [draftIdOf(pair.id)], since)
      note(reviewOf(pair.id) ?? emptyReview(pair), authors)
    }
  }
  return reviews
}

interface Transaction {
  id: string
  author: string
}

/** Reads the history by pages: a page begins with the last transaction of the page before. */
async function authorsSince(
  client: SanityClient,
  ids: readonly string[],
  since: string,
): Promise<string[]> {
  const seen = new Map<string, string>()
  if (ids.length === 0) return []
  for (let last: string | undefined; ;) {
    const answer = await client.request<unknown>({
      url: `/data/history/${client.config().dataset}/transactions/${ids.join(',')}`,
      query: {excludeContent: 'true', ...(last ? {fromTransaction: last} : {fromTime: since})},
      tag: 'act.history',
    })
    const fresh = transactionsIn(answer).filter(({id}) => !seen.has(id))
    for (const {id, author} of fresh) seen.set(id, author)
    last = fresh.at(-1)?.id
    if (!last) return [...new Set(seen.values())]
  }
}

/** One JSON object a line. If there is only one line, the client has parsed it already. */
function transactionsIn(answer: unknown): Transaction[] {
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer ?? '')
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Transaction)
}
