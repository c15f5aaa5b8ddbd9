// The desk's queries, in the raw perspective. Published articles may be thousands: they are
// loaded by ID, or if they were published today.

import {typesOfKind} from '../../../model/registry.ts'
import {isOneOf, pieceField} from '../../../model/registry-groq.ts'

const PIECES = typesOfKind('piece')
const IS_PIECE = isOneOf(PIECES)
const IS_PIECE_REVIEWED = isOneOf(PIECES, 'subjectType')
const IS_REVIEW = `_type == "review" && ${IS_PIECE_REVIEWED}`

/** A change of one of these changes a row. Changes of an approval's other documents change its review. */
export const DESK_LISTEN = `*[${IS_PIECE} || _type == "review"]`

/** If no server updates the reviews, a changed photo can lapse an approval without a change of the review. */
export const DESK_LISTEN_UNSTORED = `*[${isOneOf([...typesOfKind('piece', 'member', 'plain'), 'review'])}]`

/** A reference does not find an author who is only a draft. */
const NEW_AUTHOR = '*[_id == "drafts." + ^._ref][0]'

/** How many pieces of the folded queue are shown: the latest. */
const CLOSED_LIMIT = 100

/** Needs `$me` and `$startOfDay`. */
export const DESK_FRAME_QUERY = `{
  "frame": {
    "sections": *[_type == "section" && !(_id in path("drafts.**"))] | order(order asc, title asc){_id, "title": coalesce(title, "")},
    "myAuthors": *[_type == "privateAuthor" && userId == $me].author._ref,
    "timeZone": coalesce(*[_id == "siteSettings"][0].timeZone, "UTC")
  },
  "drafts": *[${IS_PIECE} && _id in path("drafts.**")]._id,
  "open": *[${IS_REVIEW} && stage in ["inReview", "changesRequested", "approved", "scheduled"]].subject._ref,
  "closed": *[${IS_REVIEW} && stage in ["withdrawn", "killed", "spiked"]] | order(_updatedAt desc)[0...${CLOSED_LIMIT}].subject._ref,
  "today": *[${IS_PIECE} && !(_id in path("drafts.**")) && firstPublishedAt >= $startOfDay]._id,
  "publishedAgain": *[${IS_REVIEW} && stage == "published" && history[-1].at >= $startOfDay].subject._ref
}`

/** Needs `$articles` (drafts' ids and published ones) and `$reviews`. */
export const DESK_ENTRIES_QUERY = `{
  "articles": *[_id in $articles && ${IS_PIECE}]{
    _id, _type, _createdAt, _updatedAt, "headline": ${pieceField('title')}, language, firstPublishedAt,
    "section": ${pieceField('section', (field) => `${field}._ref`)},
    "authors": ${pieceField('people', (field) => `${field}._ref`)},
    "bylines": ${pieceField('people', (field) => `${field}{"name": coalesce(@->name, ${NEW_AUTHOR}.name)}.name`)},
    "embargo": embargo.until,
    "createdBy": _system.createdBy,
    "text": pt::text(body)
  },
  "reviews": *[_id in $reviews && ${IS_PIECE_REVIEWED}]
}`
