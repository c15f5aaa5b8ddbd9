// The queries of *Used in*, in the raw perspective.
import {typesOfKind} from '../../../model/registry.ts'
import {isOneOf} from '../../../model/registry-groq.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {draftIdOf, publishedIdOf} from '../../../model/ids.ts'
import {reviewIdOf, type Review} from '../../../model/records.ts'
import type {FetchingClient} from '../follow.ts'
import type {UsesInput} from './used-in.ts'

/** The types in which readers see a photo, a quote or a source. */
const USERS = typesOfKind('piece', 'plain', 'order')

/** Needs `$ids`: the photo or quote; of a source, the quotes that name it, and itself. */
export const USES_LISTEN = `*[${isOneOf([...USERS, 'expertQuote'])} && references($ids) || _type == "review"]`

const QUOTES_QUERY = `*[_type == "expertQuote" && references($id)]{
  _id, _type, _createdAt, text, reportedBy, "speakers": speakers[]{source}
}`

const USERS_QUERY = `*[${isOneOf(USERS)} && references($ids)]._id`

const SIDES_QUERY = `{
  "users": *[_id in $users]{
    ..., "body": body[_type in ["photoUse", "quoteUse"] || "quotation" in markDefs[]._type]
  },
  "reviews": *[_id in $reviews],
  "timeZone": coalesce(*[_id == "siteSettings"][0].timeZone, "UTC")
}`

export interface LoadedUses extends Omit<UsesInput, 'stateIsStored'> {
  timeZone: string
  /** The IDs for the listener's query. */
  ids: string[]
}

/** @param target by its published id */
export async function loadUses(
  client: FetchingClient,
  target: UsesInput['target'],
): Promise<LoadedUses> {
  const {id, type} = target
  const options = {tag: 'where-used'}
  const quotes =
    type === 'source' ? await client.fetch<PieceDocument[]>(QUOTES_QUERY, {id}, options) : []
  const ids = [...new Set([id, ...quotes.map(({_id}) => publishedIdOf(_id))])]
  const referring = await client.fetch<string[]>(USERS_QUERY, {ids}, options)
  // The other side of each, too: a draft may use it no longer.
  const users = [...new Set(referring.map(publishedIdOf))]
  const answer = await client.fetch<{
    users: PieceDocument[]
    reviews: Review[]
    timeZone: string
  }>(
    SIDES_QUERY,
    {users: users.flatMap((user) => [draftIdOf(user), user]), reviews: users.map(reviewIdOf)},
    options,
  )
  return {...answer, target, quotes, ids}
}
