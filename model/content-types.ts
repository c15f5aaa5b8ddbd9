// The registry of content types: every type of document, its kind, its name and its place. Plain data.
// Grants, the editorial rules, the menu, labels, previews and *Used in* follow from it.
import {publishedIdOf} from './ids.ts'
import {confidential, record, type ContentType, type FieldsOf, type Kind} from './kinds.ts'

/**
 * Every type of document, in the order of menus. Members are published in the reverse order: a source
 * before the quotes that name it, both before the piece.
 */
export const CONTENT_TYPES = {
  article: {
    kind: 'piece',
    title: 'Article',
    plural: 'Articles',
    fields: {
      title: 'headline',
      summary: 'dek',
      section: 'section',
      people: 'bylines[].author',
      topics: 'topics',
      related: 'related',
    },
    labels: {dek: 'standfirst', bylines: 'byline', slug: 'web address'},
    links: ['related', 'translationOf'],
    menu: 'pieces',
    path: '/article/:slug',
  },
  photoWithCredit: {
    kind: 'member',
    title: 'Photo',
    plural: 'Photos',
    fields: {title: 'caption'},
    menu: 'material',
    path: '/photo/:id',
  },
  expertQuote: {
    kind: 'member',
    title: 'Quote',
    plural: 'Quotes',
    fields: {title: 'text'},
    menu: 'material',
  },
  source: {
    kind: 'member',
    title: 'Source',
    plural: 'Sources',
    fields: {title: 'name'},
    menu: 'people',
    path: '/source/:id',
  },
  author: {
    kind: 'plain',
    title: 'Author',
    plural: 'Authors',
    fields: {title: 'name'},
    menu: 'people',
    path: '/author/:slug',
  },
  section: {
    kind: 'order',
    title: 'Section',
    plural: 'Sections',
    fields: {title: 'title'},
    menu: 'order',
    path: '/section/:slug',
  },
  topic: {
    kind: 'order',
    title: 'Topic',
    plural: 'Topics',
    fields: {title: 'title'},
    menu: 'order',
    path: '/topic/:slug',
  },
  siteSettings: {
    kind: 'settings',
    title: 'Settings',
    plural: 'Settings',
    fields: {title: 'name'},
    menu: 'order',
  },
  privateSource: confidential('Source'),
  privateQuote: confidential('Quote'),
  privatePhoto: confidential('Photo'),
  privateAuthor: confidential('Author'),
  review: record('Review', 'Reviews'),
  override: record('Overridden rule', 'Overridden rules'),
  ledgerEntry: record('Ledger entry', 'Ledger entries'),
  pieceSnapshot: record('Text as it was', 'Texts as they were'),
  correction: record('Correction', 'Corrections', {public: true}),
  notice: record('Notice', 'Notices', {public: true}),
  notification: record('Notification', 'Notifications'),
  previewLink: record('Preview link', 'Preview links'),
  previewRemark: record('Remark', 'Remarks'),
} satisfies Record<string, ContentType>

export type TypeName = keyof typeof CONTENT_TYPES

/** The pieces that have a page on the site under their slug. */
export type PublicPiece = {
  [Name in TypeName]: (typeof CONTENT_TYPES)[Name] extends {kind: 'piece'; path: `${string}/:slug`}
    ? Name
    : never
}[TypeName]

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

/** For a document without a title: `No headline yet`. */
export const noTitleYet = (type: string): string => {
  const field = contentType(type)?.fields.title
  return `No ${field === undefined ? 'title' : labelOf(type, field)} yet`
}

/** Every field that names a document, for documents of an unknown type. A photo may have nothing else than `alt`. */
const TITLE_FIELDS: readonly string[] = [
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

/** GROQ that is true for documents of these types, e.g. `_type == "article"`. */
export const isOneOf = (types: readonly string[], field = '_type'): string =>
  types.length === 1
    ? `${field} == "${types[0]}"`
    : `${field} in [${types.map((type) => `"${type}"`).join(', ')}]`

/**
 * GROQ for a field of a piece, whatever its type: `headline`, or with two types
 * `select(_type == "podcast" => title, headline)`.
 *
 * @param part the part that the field plays
 * @param read what is made of the field's path
 */
export function pieceField(
  part: keyof FieldsOf,
  read: (field: string) => string = (field) => field,
): string {
  const cases = typesOfKind('piece').map((type) => {
    const field = (CONTENT_TYPES[type] as ContentType).fields[part]
    return {type, value: field === undefined ? 'null' : read(field)}
  })
  const [first, ...others] = cases
  if (others.length === 0) return first?.value ?? 'null'
  const selected = others.map(({type, value}) => `_type == "${type}" => ${value}`)
  return `select(${selected.join(', ')}, ${first?.value})`
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
