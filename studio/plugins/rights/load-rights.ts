// The queries of *Rights*, in the raw perspective: photos with limits, and the documents that use them.
import {typesOfKind} from '../../../model/registry.ts'
import {isOneOf} from '../../../model/registry-groq.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {draftIdOf, publishedIdOf} from '../../../model/ids.ts'
import type {Review} from '../../../model/records.ts'
import type {RightsInput} from '../../../workflow/rights-ahead.ts'
import type {FetchingClient} from '../../data/follow.ts'

/** The types that use photos. */
const USERS = isOneOf(typesOfKind('piece', 'plain', 'order'))

/** Needs `$photos`. */
export const RIGHTS_LISTEN = `*[_type in ["photoWithCredit", "review"] || ${USERS} && references($photos)]`

const LIMITED_QUERY = `*[_type == "photoWithCredit" && (
  defined(rights.validFrom) || defined(rights.validUntil) || rights.clearance == "denied"
)]._id`

const USERS_QUERY = `*[${USERS} && references($photos)]._id`

const SIDES_QUERY = `{
  "photos": *[_id in $photos]{_id, _type, creditLine, caption, rights},
  "articles": *[_id in $users]{
    ..., "body": body[_type == "photoUse"]
  },
  "reviews": *[_type == "review" && stage == "scheduled"]{_id, subject, stage, schedule},
  "timeZone": coalesce(*[_id == "siteSettings"][0].timeZone, "UTC")
}`

export interface LoadedRights extends RightsInput {
  timeZone: string
  /** Published ids of the photos that have limits. */
  photoIds: string[]
}

export async function loadRights(client: FetchingClient): Promise<LoadedRights> {
  const options = {tag: 'rights-ahead'}
  const limited = await client.fetch<string[]>(LIMITED_QUERY, {}, options)
  const photoIds = [...new Set(limited.map(publishedIdOf))].toSorted()
  const users = await client.fetch<string[]>(USERS_QUERY, {photos: photoIds}, options)
  const answer = await client.fetch<{
    photos: PieceDocument[]
    articles: PieceDocument[]
    reviews: Pick<Review, '_id' | 'subject' | 'stage' | 'schedule'>[]
    timeZone: string
  }>(SIDES_QUERY, {photos: bothSides(photoIds), users: bothSides(users)}, options)
  return {...answer, photoIds}
}

/** If limits or uses are known for only one side, they are compared with the other side. */
const bothSides = (ids: readonly string[]): string[] => [
  ...new Set(ids.map(publishedIdOf).flatMap((id) => [draftIdOf(id), id])),
]
