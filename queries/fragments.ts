// Projections that several queries share. TypeGen follows these constants into each query's type.
import {PIECE_BYLINES, PIECE_SECTION, PIECE_SUMMARY, PIECE_TITLE} from './piece-parts.ts'

/** The date readers see and lists are ordered by. A draft that was never published falls back to its creation. */
export const ARTICLE_DATE = /* groq */ `coalesce(displayDate, firstPublishedAt, _createdAt)`

/** What lists order articles by: newest first, and the id so that pages of a list never overlap. */
export const NEWEST_FIRST = /* groq */ `order(${ARTICLE_DATE} desc, _id asc)`

/** What an image's addresses are made of. */
export const PICTURE_FRAGMENT = /* groq */ `
  crop,
  hotspot,
  asset->{
    _id,
    url,
    "dimensions": metadata.dimensions{width, height},
    "lqip": metadata.lqip,
    "hasAlpha": metadata.hasAlpha
  }
`

/** Ids of the pieces that are to be on no front. */
export const OFF_FRONTS = /* groq */ `*[_type == "offFronts"].piece._ref`

/** A photo with everything its credit needs. On few lines: it is in a query five times, and an address has its limit. */
export const PHOTO_FRAGMENT = /* groq */ `
  _id, _updatedAt, caption, alt, decorative, creditLine, creator, creatorTitle, copyrightHolder,
  copyrightNotice, usageTerms, licenseUrl, acquireUrl, dateTaken, place, digitalSourceType,
  "category": rights.category,
  "isGraphic": rights.category == "illustration"
    || digitalSourceType in ["dataDrivenMedia", "digitalCreation"],
  image{${PICTURE_FRAGMENT}}
`

/** A photo in one place: what that place overrides, and the photo itself. */
export const PHOTO_USE_FRAGMENT = /* groq */ `
  role,
  caption,
  alt,
  photo->{${PHOTO_FRAGMENT}}
`

/** A quote with its speakers as they were when they spoke, and where it can be looked up. */
export const QUOTE_FRAGMENT = /* groq */ `
  _id,
  text,
  language,
  kind,
  attribution,
  saidOn,
  medium,
  terms,
  anonymityReason,
  original{text, language, translatedBy->{name, "slug": slug.current}},
  speakers[]{
    _key,
    titleAtTime,
    affiliationAtTime,
    source->{_id, name, honorific, kind}
  },
  reportedBy->{_id, name},
  provenance{url, archivedUrl, publication}
`

/** The face of the author of an opinion, which fronts show. */
export const PORTRAIT_FRAGMENT = /* groq */ `
  "portrait": select(articleType == "opinion" => bylines[0].author->portrait{${PHOTO_USE_FRAGMENT}})
`

/** Who made an article, in the order of the byline. */
export const BYLINES_FRAGMENT = /* groq */ `
  bylines[]{_key, role, prefix, author->{_id, name, "slug": slug.current}}
`

/** A link in running text to a page of ours is followed to what it points at. */
const LINK_FRAGMENT = /* groq */ `
  _type == "internalLink" => {"target": reference->{_type, "slug": slug.current}}
`

/** Running text without pictures, as in fact boxes, biographies and policies. */
export const RICH_TEXT_FRAGMENT = /* groq */ `..., markDefs[]{..., ${LINK_FRAGMENT}}`

/** Words that somebody said. `null` if readers must not see the quote: then they are words only. */
const QUOTATION_FRAGMENT = /* groq */ `
  _type == "quotation" => {
    "quote": select(
      quote->terms != "offRecord"
        && !(coalesce(quote->verification.status, "unverified") in ["disputed", "retracted"])
        => quote->{${QUOTE_FRAGMENT}}
    )
  }
`

/** The text of an article with everything in it. */
export const BODY_FRAGMENT = /* groq */ `
  _key,
  _type,
  _type == "block" => {..., markDefs[]{..., ${LINK_FRAGMENT}, ${QUOTATION_FRAGMENT}}},
  _type == "photoUse" => {${PHOTO_USE_FRAGMENT}},
  _type == "quoteUse" => {display, quote->{${QUOTE_FRAGMENT}}},
  _type == "callToAction" => {
    text,
    label,
    url,
    "target": link->{_type, "slug": slug.current}
  },
  _type == "keyPoints" => {title, points},
  _type == "factBox" => {title, body[]{${RICH_TEXT_FRAGMENT}}},
  _type == "embed" => {url, title}
`

/** An article in a list: enough for a card with picture, credit and byline. */
export const ARTICLE_CARD_FRAGMENT = /* groq */ `
  _id,
  _type,
  headline,
  kicker,
  dek,
  articleType,
  language,
  "slug": slug.current,
  "date": ${ARTICLE_DATE},
  section->{_id, title, hue, "slug": slug.current},
  ${BYLINES_FRAGMENT},
  "isUpdated": defined(updatedNote),
  leadPhoto{${PHOTO_USE_FRAGMENT}}
`

/** A piece of any type in a list: the same, where its type has a picture and a kicker. */
export const PIECE_CARD_FRAGMENT = /* groq */ `
  _id,
  _type,
  "headline": ${PIECE_TITLE},
  kicker,
  "dek": ${PIECE_SUMMARY},
  articleType,
  language,
  "slug": slug.current,
  "date": ${ARTICLE_DATE},
  "section": ${PIECE_SECTION},
  "bylines": ${PIECE_BYLINES},
  "isUpdated": defined(updatedNote),
  leadPhoto{${PHOTO_USE_FRAGMENT}}
`

/** What readers are told about a change to a published article. */
export const CORRECTION_FRAGMENT = /* groq */ `
  _id,
  type,
  readerNote,
  wrongText,
  rightText,
  publishedAt
`

/** What readers are told about changes to a piece of any type, newest first. */
export const CORRECTIONS_FRAGMENT = /* groq */ `
  "corrections": *[_type == "correction" && article._ref == ^._id]
    | order(publishedAt desc, number desc){${CORRECTION_FRAGMENT}}
`

/** What a preview says about a piece of any type. */
export const PREVIEW_FRAGMENT = /* groq */ `
  "isDraft": _originalId in path("drafts.**"),
  "revision": _rev,
  "embargoUntil": embargo.until
`

/** The series that have a piece among their parts. */
const SERIES_OF_PIECE = /* groq */ `*[_type == "series" && references(^._id)
  && ^._id in parts[]._ref && defined(slug.current)] | order(title asc, _id asc)`

/** The package of a piece: one, and none while its main story is not live. */
const PACKAGE_OF_PIECE = /* groq */ `*[_type == "storyPackage" && references(^._id)
  && (main._ref == ^._id || ^._id in sides[]._ref) && defined(main->slug.current)]
  | order(_createdAt asc, _id asc)[0]`

/** What names the series and the package of a piece, as in feeds. */
const PART_OF_FRAGMENT = /* groq */ `
  "series": ${SERIES_OF_PIECE}{_id, title, "slug": slug.current},
  "package": ${PACKAGE_OF_PIECE}{_id, title}
`

/**
 * The series of a piece of any type, each with its parts in order. The number of a part is its place in
 * `parts`; `null` is in the place of a part that is not live.
 */
export const PIECE_SERIES_FRAGMENT = /* groq */ `
  "series": ${SERIES_OF_PIECE}{
    _id,
    title,
    "slug": slug.current,
    "parts": parts[]->{_id, _type, "headline": ${PIECE_TITLE}, "slug": slug.current}
  }
`

/**
 * A package on a front: its main story, and the side stories that are live, in order, as links. Fronts look
 * up all packages at once: a look-up for each card cost a quarter of the page's time.
 */
export const FRONT_PACKAGE_FRAGMENT = /* groq */ `
  "main": main._ref,
  "sides": sides[defined(@->slug.current) && !(_ref in ${OFF_FRONTS})]->{
    _id, _type, "headline": ${PIECE_TITLE}, language, "slug": slug.current
  }
`

/** The package of a piece of any type with all its stories as cards: on the page of each. */
export const PACKAGE_FRAGMENT = /* groq */ `
  "package": ${PACKAGE_OF_PIECE}{
    _id,
    title,
    description,
    "main": main._ref,
    "stories": [main, ...sides][defined(@->slug.current)]->{${PIECE_CARD_FRAGMENT}}
  }
`

/** An article with its whole text, as news agencies' formats carry it. */
export const ARTICLE_TEXT_FRAGMENT = /* groq */ `
  ${ARTICLE_CARD_FRAGMENT},
  _updatedAt,
  dateline,
  firstPublishedAt,
  updatedNote,
  keyPoints,
  body[]{${BODY_FRAGMENT}},
  topics[]->{_id, title, "slug": slug.current, mediaTopic},
  ${CORRECTIONS_FRAGMENT}
`

/** An article in a feed: its whole text, and what it is a part of. */
export const ARTICLE_IN_FEED_FRAGMENT = /* groq */ `
  ${ARTICLE_TEXT_FRAGMENT},
  ${PART_OF_FRAGMENT}
`

/** The address of the same article in another language. */
const TRANSLATION_FRAGMENT = /* groq */ `_id, headline, language, "slug": slug.current`

/**
 * An article's page: its text and what is shown around it. `related`: what editors chose, then the newest
 * of its section, itself among them. `translations`: what it was translated from,
 * its translations, and other translations of the same text; `null` where one is not published.
 */
export const ARTICLE_FRAGMENT = /* groq */ `
  ${ARTICLE_TEXT_FRAGMENT},
  displayDate,
  seoHeadline,
  seo{description, canonicalUrl, noIndex},
  citations[]{_key, title, publication, url, publishedOn},
  "authors": bylines[].author->{
    _id,
    name,
    jobTitle,
    affiliation,
    status,
    bio,
    links[]{_key, label, url},
    persistentId,
    "slug": slug.current,
    portrait{${PHOTO_USE_FRAGMENT}}
  },
  "related": [
    ...related[]->,
    ...*[_type == "article" && defined(slug.current) && section._ref == ^.section._ref]
      | ${NEWEST_FIRST} [0...5]
  ]{${ARTICLE_CARD_FRAGMENT}},
  ${PIECE_SERIES_FRAGMENT},
  ${PACKAGE_FRAGMENT},
  "translations": [
    translationOf->{${TRANSLATION_FRAGMENT}},
    ...*[_type == "article" && references(^._id) && translationOf._ref == ^._id]
      | order(language asc, _id asc){${TRANSLATION_FRAGMENT}},
    ...*[_type == "article" && references(^.translationOf._ref)
      && translationOf._ref == ^.translationOf._ref && _id != ^._id]
      | order(language asc, _id asc){${TRANSLATION_FRAGMENT}}
  ]
`
