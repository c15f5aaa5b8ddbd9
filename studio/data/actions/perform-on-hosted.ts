// Performs an editorial action by plain mutations, on a lake without editorial actions: the same
// checks, the same documents, one transaction. Other clients of the hosted lake can still write
// anything.
import type {SanityClient} from 'sanity'
import type {EditorialAction, EditorialActionRequest} from '../../../model/editorial-actions.ts'
import {changedPairs} from '../../../workflow/gather-use.ts'
import {gatherPiece} from '../../../workflow/gather.ts'
import {parseEditorialActionRequest} from '../../../workflow/perform/parse-request.ts'
import {
  runEditorialAction,
  type EditorialEnvironment,
  type Conflict,
} from '../../../workflow/perform/run.ts'
import {scheduleFailed} from '../../../workflow/perform/schedule.ts'
import type {Performed} from '../../../workflow/perform/types.ts'
import {reviewIdOf, type Review, type ReviewReason} from '../../../model/records.ts'
import {EditorialActionRefused} from './action-refused.ts'
import {changedByHistory} from './changed-by-history.ts'
import {hostedTransaction} from './hosted-transaction.ts'
import {commentsDataset} from '../piece/comments-dataset.ts'
import {lakeLookups, type LakeLookups} from '../piece/lake-lookups.ts'

export type HostedEnvironment = Omit<
  EditorialEnvironment,
  'read' | 'referrers' | 'commentsOn' | 'now'
>

/** Computes the mutations from what `read` and `referrers` return. */
type Perform = (environment: EditorialEnvironment) => Performed | Conflict

const TOO_LATE = 'Somebody changed it while you were looking. Look at it again.'

/**
 * @param client reads and writes as the acting person; API version 2025-02-19 or later
 * @throws EditorialActionRefused with the reasons; then nothing was written
 */
export async function performOnHosted(
  client: SanityClient,
  request: EditorialActionRequest,
  environment: HostedEnvironment,
): Promise<void> {
  const parsed = parseEditorialActionRequest({...request})
  if ('problem' in parsed) throw new EditorialActionRefused(parsed.problem, [])
  const lookups = await withHistory(client, parsed.request)
  await commitPerformed(client, lookups, environment, parsed.request.act, (all) =>
    runEditorialAction(parsed.request, all),
  )
}

/** Records why a scheduled piece could not be published. */
export async function recordFailure(
  client: SanityClient,
  reviewId: string,
  reasons: readonly ReviewReason[],
  environment: HostedEnvironment,
): Promise<void> {
  await commitPerformed(client, lakeLookups(client), environment, 'scheduleFailed', (all) =>
    scheduleFailed({reviewId, reasons}, all),
  )
}

async function commitPerformed(
  client: SanityClient,
  lookups: LakeLookups,
  environment: HostedEnvironment,
  action: EditorialAction | 'scheduleFailed',
  perform: Perform,
): Promise<void> {
  const {actor, transactionId} = environment
  // The lake's clock: the browser's may be wrong, and embargoes and schedules depend on it.
  const now = await client.fetch<string>('now()', {}, {tag: 'act.now'})
  const answer = await lookups.run((reads) => {
    const performed = perform({...environment, ...reads, now})
    if (!('mutations' in performed)) return performed
    return hostedTransaction(performed.mutations, {act: action, actor, now, transactionId}, reads)
  })
  if ('conflict' in answer) throw new EditorialActionRefused(answer.conflict, [], true)
  if ('reasons' in answer)
    throw new EditorialActionRefused('This cannot be done yet.', answer.reasons)
  try {
    await client.mutate(answer.mutations, {
      transactionId,
      returnDocuments: false,
      tag: `act.${action}`,
    })
  } catch (error) {
    throw asRefusal(error)
  }
}

/** The hosted lake has no list of the people who changed a piece since it was submitted: its history has them. */
async function withHistory(
  client: SanityClient,
  request: EditorialActionRequest,
): Promise<LakeLookups> {
  const lookups = lakeLookups(client, undefined, undefined, commentsDataset(client).find)
  if (request.act !== 'approve' && request.act !== 'amend') return lookups
  const id = request.documentId ?? request.articleId
  const {piece, reviews} = await lookups.run(({read, referrers}) => {
    const gathered = gatherPiece(id, read, referrers).piece
    const pairs = changedPairs(gathered)
    return {
      piece: gathered,
      reviews: new Map(pairs.map((pair) => [pair.id, read(reviewIdOf(pair.id))])),
    }
  })
  const changed = await changedByHistory(
    client,
    request,
    piece,
    (one) => (reviews.get(one) ?? null) as Review | null,
  )
  return {
    ...lookups,
    run: (work) =>
      lookups.run((reads) => work({...reads, read: (one) => changed.get(one) ?? reads.read(one)})),
  }
}

interface MutationError {
  statusCode?: number
  response?: {
    body?: {error?: {description?: string; items?: {error?: {type?: string}}[]}}
  }
}

/** Error types of the lake if a document has changed since it was read. */
const OVERTAKEN = new Set([
  'documentRevisionIDDoesNotMatchError',
  'documentAlreadyExistsError',
  'documentNotFoundError',
])

function asRefusal(error: unknown): unknown {
  const {statusCode, response} = error as MutationError
  const {description = (error as Error).message, items = []} = response?.body?.error ?? {}
  if (statusCode === 409 && items.some((item) => OVERTAKEN.has(item.error?.type ?? ''))) {
    return new EditorialActionRefused(TOO_LATE, [], true)
  }
  if (statusCode === 403) {
    return new EditorialActionRefused(
      'Your account in this project may not write what this records. An administrator can give it a role that may.',
      [],
    )
  }
  return statusCode === undefined ? error : new EditorialActionRefused(description, [])
}
