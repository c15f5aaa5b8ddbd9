// What the desk asks the lake, in the raw perspective. Published articles may be thousands: they are
// asked for by id, or where they came out today.

/** Whatever changes one of these changes a row: what an approval covers besides is told by its review. */
export const DESK_LISTEN = '*[_type == "article" || _type == "review"]'

/** Where no server keeps the reviews, a changed photo can lapse an approval unheard. */
export const DESK_LISTEN_UNKEPT =
  '*[_type in ["article", "review", "photoWithCredit", "expertQuote", "source"]]'

/** How many pieces of the folded queue are shown: the latest. */
const CLOSED_LIMIT = 100

/** Needs `$me` and `$startOfDay`. */
export const DESK_FRAME_QUERY = `{
  "frame": {
    "sections": *[_type == "section" && !(_id in path("drafts.**"))] | order(order asc, title asc){_id, "title": coalesce(title, "")},
    "myAuthors": *[_type == "privateAuthor" && userId == $me].author._ref,
    "timeZone": coalesce(*[_id == "siteSettings"][0].timeZone, "UTC")
  },
  "drafts": *[_type == "article" && _id in path("drafts.**")]._id,
  "open": *[_type == "review" && subjectType == "article" && stage in ["inReview", "changesRequested", "approved", "scheduled"]].subject._ref,
  "closed": *[_type == "review" && subjectType == "article" && stage in ["withdrawn", "killed", "spiked"]] | order(_updatedAt desc)[0...${CLOSED_LIMIT}].subject._ref,
  "today": *[_type == "article" && !(_id in path("drafts.**")) && firstPublishedAt >= $startOfDay]._id,
  "publishedAgain": *[_type == "review" && subjectType == "article" && stage == "published" && history[-1].at >= $startOfDay].subject._ref
}`

/** Needs `$articles` (drafts' ids and published ones) and `$reviews`. */
export const DESK_ENTRIES_QUERY = `{
  "articles": *[_id in $articles && _type == "article"]{
    _id, _createdAt, _updatedAt, headline, language, firstPublishedAt,
    "section": section._ref,
    "authors": bylines[].author._ref,
    "bylines": bylines[].author->name,
    "embargo": embargo.until,
    "createdBy": _system.createdBy,
    "text": pt::text(body)
  },
  "reviews": *[_id in $reviews && subjectType == "article"]
}`
