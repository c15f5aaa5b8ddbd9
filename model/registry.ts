// What the registry of content types says about one type, or about one document.
import {CONTENT_TYPES, type TypeName} from './content-types.ts'
import {publishedIdOf} from './ids.ts'
import type {ContentType, FieldsOf, Kind} from './kinds.ts'

/** The registry's line of a type; undefined where the registry does not name it. */
export const contentType = (name: string | undefined): ContentType | undefined =>
  name !== undefined && Object.hasOwn(CONTENT_TYPES, name)
    ? CONTENT_TYPES[name as TypeName]
    : undefined

/** Whether the registry names a type. Sanity's own (assets, groups, releases) need no line. */
export const isRegistered = (type: string): boolean =>
  /^(sanity|system)\./.test(type) || contentType(type) !== undefined

/** The names of all types of these kinds, in the order of menus. */
export const typesOfKind = (...kinds: readonly Kind[]): TypeName[] =>
  (Object.keys(CONTENT_TYPES) as TypeName[]).filter((name) =>
    kinds.includes(CONTENT_TYPES[name].kind),
  )

/** Whether documents of a type are reviewed: submitted, approved, published by the editorial actions. */
export const isPieceType = (type: string | undefined): boolean =>
  contentType(type)?.kind === 'piece'

/** Whether documents of a type are published together with a piece: photos, quotes, sources. */
export const isMemberType = (type: string | undefined): boolean =>
  contentType(type)?.kind === 'member'

/** Whether a document of a type belongs to each piece that names it until readers have seen it: an author. */
export const isFirstWithPiece = (type: string | undefined): boolean =>
  contentType(type)?.kind === 'plain'

/** Whether the ledger says what each publication of a document of a type changed. */
export const isRecorded = (type: string | undefined): boolean =>
  contentType(type)?.recorded === true

/** The names of all types whose changes are in the ledger. */
export const recordedTypes = (): TypeName[] =>
  (Object.keys(CONTENT_TYPES) as TypeName[]).filter(isRecorded)

/** What one document of a type is called in a sentence: `article`, `photo`. */
export const nounOf = (type: string | undefined): string =>
  contentType(type)?.title.toLowerCase() ?? 'document'

/** The type of a piece whose record does not say: records of articles never did. */
export const DEFAULT_PIECE: TypeName = 'article'

/** What a record of a piece keeps beside the reference to it. */
export const recordedType = (type: string | undefined): {subjectType?: string} =>
  type === undefined || type === DEFAULT_PIECE ? {} : {subjectType: type}

/** The fields of a document that play a part, by its type. */
export const fieldsOf = (document: {_type: string} | null | undefined): FieldsOf =>
  contentType(document?._type)?.fields ?? {}

/** What people call a field of a type: `standfirst` for an article's `dek`. */
export function labelOf(type: string, field: string): string {
  const name = field.split(/[[.]/)[0] ?? field
  return contentType(type)?.labels?.[name] ?? name
}

/** What people call the title of a type: `headline`, `caption`. */
export const titleLabelOf = (type: string): string => {
  const field = contentType(type)?.fields.title
  return field === undefined ? 'title' : labelOf(type, field)
}

/** For a document without a title: `No headline yet`. */
export const noTitleYet = (type: string): string => `No ${titleLabelOf(type)} yet`

/** Every field that names a document, for documents of an unknown type. A photo may have nothing else than `alt`. */
export const TITLE_FIELDS: readonly string[] = [
  ...new Set(Object.values(CONTENT_TYPES).flatMap(({fields}: ContentType) => fields.title ?? [])),
  'alt',
]

/** What a document is called: its headline, caption, words or name. Undefined where it has none yet. */
export function titleOf(
  document: {_type: string; [field: string]: unknown} | null | undefined,
): string | undefined {
  const own = fieldsOf(document).title
  for (const field of own === undefined ? TITLE_FIELDS : [own, ...TITLE_FIELDS]) {
    const value = document?.[field]
    if (typeof value === 'string' && value.trim() !== '') return value
  }
  return undefined
}

/** The path of a type's page, with the slug or the ID of a document in place of `:slug` or `:id`. */
export const filledIn = (path: string, key: string): string =>
  path.replace(/:\w+$/, () => encodeURIComponent(key.toWellFormed()))

/** The path of the page of a document of this type and slug. Null where the type has no such pages. */
export function pathOfSlug(type: string | undefined, slug: string): string | null {
  const path = contentType(type)?.path
  return path?.endsWith('/:slug') ? filledIn(path, slug) : null
}

/**
 * The address of a document's preview on the site: a piece by its id, whether it has a slug or not.
 * Null where it has no page, or no address yet.
 */
export function previewPath({
  _id,
  _type,
  slug,
}: {
  _id: string
  _type: string
  slug?: string | null
}): string | null {
  const type = contentType(_type)
  if (!type?.path) return null
  const byId = type.kind === 'piece' || type.path.endsWith('/:id')
  const name = byId ? publishedIdOf(_id) : slug
  return name ? `/preview${pathPrefix(type.path)}/${encodeURIComponent(name)}` : null
}

/** `/article/:slug` → `/article`. */
export const pathPrefix = (path: string): string => path.replace(/\/:\w+$/, '')
