// Pieces of any type: where an old address leads, and what readers find where a piece was taken away.
import {defineQuery} from 'groq'
import {NEWEST_FIRST} from './fragments.ts'

/**
 * The current slug of a piece whose slug was changed; `null` where no piece did. Parameters `type`: the
 * piece's type; `slug`: the old one. Used by the site to answer 301.
 */
export const MOVED_QUERY = defineQuery(`
  *[_type == $type && $slug in previousSlugs && defined(slug.current)]
    | ${NEWEST_FIRST} [0].slug.current
`)

/**
 * What readers find where a piece was taken away: the newest notice of the piece that had this slug, or
 * `movedTo`, the present slug of that piece where it has been published again. `null` where no piece was
 * taken away. Parameters `type`: the piece's type, as pieces of two types can have the same slug; `slug`.
 * Used by the site to answer 410; ask it only where nothing is published.
 */
export const NOTICE_BY_SLUG_QUERY = defineQuery(`
  *[_type == "notice" && coalesce(subjectType, "article") == $type
    && (slug == $slug || $slug in previousSlugs)] | order(at desc)[0]{
      "notice": *[_type == "notice" && articleId == ^.articleId] | order(at desc)[0]{
        headline,
        kind,
        readerNote,
        at
      },
      "movedTo": *[_type == $type && _id == ^.articleId && defined(slug.current)][0].slug.current
    }
`)
