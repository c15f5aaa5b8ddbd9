// Corrections of what was published.
import {defineQuery} from 'groq'
import {CORRECTION_FRAGMENT} from './fragments.ts'
import {PIECE_TITLE} from './piece-parts.ts'

/**
 * A page of all corrections, newest first, each with its article or other piece; `article` is `null` where
 * that is no longer published, and `formerHeadline` then names it if a notice does. Parameters `start` and `end`
 * as for SECTION_BY_SLUG_QUERY. Used by the site's page of corrections.
 */
export const CORRECTIONS_QUERY = defineQuery(`{
  "total": count(*[_type == "correction"]),
  "corrections": *[_type == "correction"] | order(publishedAt desc, _id asc) [$start...$end]{
    ${CORRECTION_FRAGMENT},
    article->{_type, "headline": ${PIECE_TITLE}, language, "slug": slug.current},
    "formerHeadline": *[_type == "notice" && articleId == ^.article._ref]
      | order(at desc)[0].headline
  }
}`)
