// Where an address of an earlier site leads.
import {defineQuery} from 'groq'

/**
 * What readers get at an old address: `target`, the document that has a page now or a notice, or `address`; `null` where
 * no redirect names it. Parameters `path` and `withQuery`: both forms of the address (`oldAddressOf` in
 * model/old-address.ts), `''` for none. Used by the site where there is no page.
 */
export const REDIRECT_QUERY = defineQuery(`
  *[_type == "redirect" && ($withQuery in from || $path in from)][0]{
    "target": to->{_type, "slug": slug.current},
    "notice": *[_type == "notice" && articleId == ^.to._ref] | order(at desc)[0]{
      "_type": coalesce(subjectType, "article"),
      slug
    },
    address
  }
`)
