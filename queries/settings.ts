// What every page needs: the newsroom's name, its habits, and the sections to choose from.
import {defineQuery} from 'groq'
import {PICTURE_FRAGMENT, RICH_TEXT_FRAGMENT} from './fragments.ts'

/**
 * The newsroom's settings (`null` in a newsroom that has not filled them in) and the sections that hold
 * a published article, in the newsroom's order. No parameters. Used by each page's head and foot.
 */
export const SITE_SETTINGS_QUERY = defineQuery(`{
  "settings": *[_type == "siteSettings"][0]{
    name,
    strapline,
    colour,
    logo{${PICTURE_FRAGMENT}},
    logoOnDark{${PICTURE_FRAGMENT}},
    icon{${PICTURE_FRAGMENT}},
    language,
    timeZone,
    socialLinks[]{_key, label, url},
    partners[]{_key, name, url},
    "policies": {
      "ethics": coalesce(count(policies.ethics) > 0, false),
      "corrections": coalesce(count(policies.corrections) > 0, false),
      "ownership": coalesce(count(policies.ownership) > 0, false)
    }
  },
  "sections": *[_type == "section" && defined(slug.current)]
    [_id in *[_type == "article" && defined(slug.current)].section._ref]
    | order(coalesce(order, 1000) asc, title asc){_id, title, hue, "slug": slug.current}
}`)

/** What the newsroom promises its readers. No parameters. Used by the site's page of policies. */
export const POLICIES_QUERY = defineQuery(`
  *[_type == "siteSettings"][0].policies{
    ethics[]{${RICH_TEXT_FRAGMENT}},
    corrections[]{${RICH_TEXT_FRAGMENT}},
    ownership[]{${RICH_TEXT_FRAGMENT}}
  }
`)
