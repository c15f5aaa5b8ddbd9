// Filters of the studio's lists. A list asks in the drafts perspective, where a draft has the
// published id and its own in `_originalId`, and listens in the raw one: these hold in both.
import {typesOfKind} from '../model/registry.ts'
import {isOneOf, pieceField} from '../model/registry-groq.ts'

/** True for a document that is a draft. */
const IS_DRAFT = '(_id in path("drafts.**") || _originalId in path("drafts.**"))'

/** Content that a journalist writes. */
const WRITTEN = isOneOf(typesOfKind('piece', 'member', 'plain'))

/** Drafts that the asking person created. */
export const MY_DRAFTS_FILTER = `${WRITTEN} && ${IS_DRAFT} && _system.createdBy == identity()`

/** Drafts that somebody else created. */
export const COLLEAGUES_DRAFTS_FILTER = `${WRITTEN} && ${IS_DRAFT} && _system.createdBy != identity()`

/** Pieces of a type that no reader has seen yet. */
export const unpublishedFilter = (type: string): string =>
  `_type == "${type}" && ${IS_DRAFT} && !defined(firstPublishedAt)`

/** Pieces of a type that readers see exactly as the newsroom does. */
export const liveFilter = (type: string): string => `_type == "${type}" && !${IS_DRAFT}`

/** Pieces of a type that were edited since readers got them. */
export const changedFilter = (type: string): string =>
  `_type == "${type}" && ${IS_DRAFT} && defined(firstPublishedAt)`

/** Pieces of one section; needs `$sectionId`. */
export const SECTION_FILTER = `${isOneOf(
  typesOfKind('piece'),
)} && ${pieceField('section', (field) => `${field}._ref`)} == $sectionId`

/** Photos that cannot be printed because nobody is credited. */
export const PHOTOS_WITHOUT_CREDIT_FILTER =
  '_type == "photoWithCredit" && (!defined(creditLine) || creditLine == "")'

/** Photos whose rights nobody has checked. */
export const PHOTOS_TO_CLEAR_FILTER =
  '_type == "photoWithCredit" && coalesce(rights.clearance, "unchecked") == "unchecked"'

/** Photos that cannot be printed yet: without credit, creator or holder, description, or checked rights. */
export const PHOTOS_TO_COMPLETE_FILTER = `_type == "photoWithCredit" && (
  coalesce(creditLine, "") == ""
  || (coalesce(creator, "") == "" && coalesce(copyrightHolder, "") == "")
  || (decorative != true && coalesce(alt, "") == "")
  || coalesce(rights.clearance, "unchecked") == "unchecked"
)`

/** Quotes that nobody has checked against their origin. */
export const UNVERIFIED_QUOTES_FILTER =
  '_type == "expertQuote" && coalesce(verification.status, "unverified") == "unverified"'

/** Quotes that may not be printed. */
export const BARRED_QUOTES_FILTER =
  '_type == "expertQuote" && (terms == "offRecord" || verification.status in ["disputed", "retracted"])'

export const PEOPLE_FILTER = '_type == "source" && kind == "person"'

export const INSTITUTIONS_FILTER = '_type == "source" && kind == "institution"'
