// Articles: the front page, and the article's own page.
import {defineQuery} from 'groq'
import {
  ARTICLE_FRAGMENT,
  NEWEST_FIRST,
  OFF_FRONTS,
  PIECE_CARD_FRAGMENT,
  PORTRAIT_FRAGMENT,
  PREVIEW_FRAGMENT,
  FRONT_PACKAGE_FRAGMENT,
} from './fragments.ts'
import {IS_NEWS, PIECE_SECTION_ID} from './piece-parts.ts'

/**
 * The front page: the newest articles and other pieces of news (`news` in the registry) with their topics, and each
 * section in the newsroom's order with its own newest ones. The first of `latest` is the lead story. Used by the site's
 * front page.
 */
export const HOME_QUERY = defineQuery(`{
  "latest": *[${IS_NEWS} && defined(slug.current) && !(_id in ${OFF_FRONTS})]
    | ${NEWEST_FIRST} [0...16]{
    ${PIECE_CARD_FRAGMENT},
    ${PORTRAIT_FRAGMENT},
    "topics": topics[]->{_id, title, "slug": slug.current}
  },
  "sections": *[_type == "section" && defined(slug.current)]
    | order(coalesce(order, 1000) asc, title asc){
      _id,
      title,
      hue,
      "slug": slug.current,
      "articles": *[${IS_NEWS} && defined(slug.current) && ${PIECE_SECTION_ID} == ^._id
        && !(_id in ${OFF_FRONTS})]
        | ${NEWEST_FIRST} [0...8]{
          ${PIECE_CARD_FRAGMENT},
          ${PORTRAIT_FRAGMENT}
        }
    }
}{
  ...,
  "packages": *[_type == "storyPackage"
    && main._ref in [...^.latest[]._id, ...^.sections[].articles[]._id]]{${FRONT_PACKAGE_FRAGMENT}}
}`)

/**
 * One article by its address, complete: text, photos with credits, quotes with speakers, authors,
 * topics and related articles. `null` where nothing is published there.
 * Parameter `slug`: the last part of the address. Used by the site's article page.
 */
export const ARTICLE_BY_SLUG_QUERY = defineQuery(`
  *[_type == "article" && slug.current == $slug] | ${NEWEST_FIRST} [0]{
    ${ARTICLE_FRAGMENT}
  }
`)

/**
 * One article by its id, as ARTICLE_BY_SLUG_QUERY answers it, slug or none. In the drafts perspective
 * that is the piece as it would be published now; `isDraft` where readers do not see that yet.
 * Parameter `id`: the published id, without `drafts.`. Used by the preview beside the form.
 */
export const ARTICLE_BY_ID_QUERY = defineQuery(`
  *[_type == "article" && _id == $id][0]{
    ${PREVIEW_FRAGMENT},
    ${ARTICLE_FRAGMENT}
  }
`)
