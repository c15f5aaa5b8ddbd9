// Filters of the studio's lists. A list asks in the drafts perspective, where a draft has the
// published id and its own in `_originalId`, and listens in the raw one: these hold in both.

/** True for a document that is a draft. */
const IS_DRAFT = '(_id in path("drafts.**") || _originalId in path("drafts.**"))'

/** Content that a journalist writes. */
const WRITTEN = '_type in ["article", "photoWithCredit", "expertQuote", "source", "author"]'

/** Drafts that the asking person created. */
export const MY_DRAFTS_FILTER = `${WRITTEN} && ${IS_DRAFT} && _system.createdBy == identity()`

/** Drafts that somebody else created. */
export const COLLEAGUES_DRAFTS_FILTER = `${WRITTEN} && ${IS_DRAFT} && _system.createdBy != identity()`

/** Articles that no reader has seen yet. */
export const UNPUBLISHED_ARTICLES_FILTER = `_type == "article" && ${IS_DRAFT} && !defined(firstPublishedAt)`

/** Articles that readers see exactly as the newsroom does. */
export const LIVE_ARTICLES_FILTER = `_type == "article" && !${IS_DRAFT}`

/** Articles that were edited since readers got them. */
export const CHANGED_ARTICLES_FILTER = `_type == "article" && ${IS_DRAFT} && defined(firstPublishedAt)`

/** Articles of one section; needs `$sectionId`. */
export const SECTION_ARTICLES_FILTER = '_type == "article" && section._ref == $sectionId'

/** Photos that cannot be printed because nobody is credited. */
export const PHOTOS_WITHOUT_CREDIT_FILTER =
  '_type == "photoWithCredit" && (!defined(creditLine) || creditLine == "")'

/** Photos whose rights nobody has checked. */
export const PHOTOS_TO_CLEAR_FILTER =
  '_type == "photoWithCredit" && coalesce(rights.clearance, "unchecked") == "unchecked"'

/** Quotes that nobody has checked against their origin. */
export const UNVERIFIED_QUOTES_FILTER =
  '_type == "expertQuote" && coalesce(verification.status, "unverified") == "unverified"'

/** Quotes that may not be printed. */
export const BARRED_QUOTES_FILTER =
  '_type == "expertQuote" && (terms == "offRecord" || verification.status in ["disputed", "retracted"])'

export const PEOPLE_FILTER = '_type == "source" && kind == "person"'

export const INSTITUTIONS_FILTER = '_type == "source" && kind == "institution"'
