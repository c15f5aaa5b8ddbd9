// Queries of one's own. TypeGen reads them here and writes the types of their answers.
import {defineQuery} from 'groq'

/** A photo in one place: what the place says, and the photo. The credit is always the photo's. */
const PHOTO_USE_FRAGMENT = /* groq */ `
  caption,
  alt,
  photo->{
    caption,
    alt,
    decorative,
    creditLine,
    image{asset->{url, "size": metadata.dimensions{width, height}, "lqip": metadata.lqip}}
  }
`

/** Who said it, with title and affiliation as they were then. */
const SAID_BY_FRAGMENT = /* groq */ `
  attribution,
  speakers[]{_key, "name": source->name, titleAtTime, affiliationAtTime}
`

export const LATEST_QUERY = defineQuery(`
  *[_type == "article" && defined(slug.current)]
    | order(coalesce(displayDate, firstPublishedAt) desc, _id asc) [0...20]{
      _id,
      headline,
      dek,
      "slug": slug.current,
      "section": section->title
    }
`)

export const ARTICLE_QUERY = defineQuery(`
  *[_type == "article" && slug.current == $slug][0]{
    headline,
    dek,
    language,
    "authors": bylines[].author->name,
    leadPhoto{${PHOTO_USE_FRAGMENT}},
    body[]{
      _key,
      _type,
      _type == "block" => {
        ...,
        markDefs[]{
          ...,
          _type == "internalLink" => {"target": reference->{_type, "slug": slug.current}},
          _type == "quotation" => {"quote": quote->{language, ${SAID_BY_FRAGMENT}}}
        }
      },
      _type == "photoUse" => {${PHOTO_USE_FRAGMENT}},
      _type == "quoteUse" => {
        quote->{kind, text, language, ${SAID_BY_FRAGMENT}}
      }
    }
  }
`)
