// Corrections of what was published, and notices of what is published no more.
import {defineQuery} from 'groq'
import {CORRECTION_FRAGMENT} from './fragments.ts'

/**
 * A page of all corrections, newest first, each with its article; `article` is `null` where that is no
 * longer published, and `formerHeadline` then names it if a notice does. Parameters `start` and `end`
 * as for SECTION_BY_SLUG_QUERY. Used by the site's page of corrections.
 */
export const CORRECTIONS_QUERY = defineQuery(`{
  "total": count(*[_type == "correction"]),
  "corrections": *[_type == "correction"] | order(publishedAt desc, _id asc) [$start...$end]{
    ${CORRECTION_FRAGMENT},
    article->{headline, language, "slug": slug.current},
    "formerHeadline": *[_type == "notice" && articleId == ^.article._ref]
      | order(at desc)[0].headline
  }
}`)

/**
 * What readers find where an article was taken away: the newest notice of the article that stood at
 * this address, or `movedTo`, the present address of that article where it has been published again.
 * `null` where no article was taken away. Parameter `slug`: the last part of the address. Used by the
 * site to answer 410; ask it only where ARTICLE_BY_SLUG_QUERY finds nothing.
 */
export const NOTICE_BY_SLUG_QUERY = defineQuery(`
  *[_type == "notice" && (slug == $slug || $slug in previousSlugs)] | order(at desc)[0]{
    "notice": *[_type == "notice" && articleId == ^.articleId] | order(at desc)[0]{
      headline,
      kind,
      readerNote,
      at
    },
    "movedTo": *[_type == "article" && _id == ^.articleId && defined(slug.current)][0].slug.current
  }
`)
