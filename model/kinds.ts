// What the registry of content types can say about a type.

/**
 * What the newsroom does with documents of a type.
 *
 * | kind | who writes it | who publishes it |
 * | --- | --- | --- |
 * | piece | journalists | an editor's approval: the whole editorial law |
 * | member | journalists | with a piece that uses it, or by itself before any does |
 * | plain | journalists | the first time with a piece that names it, then editors, without a review |
 * | order | editors and administrators | the same |
 * | settings | administrators | the same |
 * | private | journalists | nobody: never shown to readers |
 * | record | the server | the server |
 */
export const KINDS = ['piece', 'member', 'plain', 'order', 'settings', 'private', 'record'] as const
export type Kind = (typeof KINDS)[number]

/** Which fields of a document play which part. A path such as `bylines[].author` leads through an array. */
export interface FieldsOf {
  /** What a document is called: a headline, a name, a caption. */
  title?: string
  /** One or two sentences about it. */
  summary?: string
  /** A reference to its section. */
  section?: string
  /** References to the authors that it names. They do not approve it themselves. */
  people?: string
  /** References to what it is about; a piece without any gets a warning. */
  topics?: string
  /** References to further reading; a piece without any gets a warning. */
  related?: string
  /** A file that is played, such as an episode: feeds enclose it. */
  audio?: string
}

export interface ContentType {
  kind: Kind
  /** Singular and plural, for menus and headings. */
  title: string
  plural: string
  fields: FieldsOf
  /** What people call a field where its name says too little: `{dek: 'standfirst'}`. */
  labels?: Readonly<Record<string, string>>
  /** References that readers follow like links: what they lead to is not published along. */
  links?: readonly string[]
  /** The part of the newsroom's menu that lists it. Without one it is in no menu. */
  menu?: 'pieces' | 'material' | 'people' | 'order'
  /** A tool of the studio begins such documents, *Create* does not offer them. */
  begunByTool?: true
  /** Its page on the site: `:slug` is `slug.current`, `:id` the document's id. */
  path?: `/${string}/:slug` | `/${string}/:id`
  /** The page of the site that lists all of them, and below it their feeds: `/podcasts`. */
  list?: `/${string}`
  /** A piece that is on the front page and in the sitemap for news, among the articles. */
  news?: true
  /** The ledger says in words what each publication changed; `workflow/describe-change.ts` has the words. */
  recorded?: true
  /** A record that readers see; it is hidden with the piece that it is about. */
  public?: true
}

/** The line of a type that only the server writes. */
export const record = (
  title: string,
  plural: string,
  more: Partial<ContentType> = {},
): ContentType => ({
  kind: 'record',
  title,
  plural,
  fields: {},
  ...more,
})

/** The line of a type that readers never see. */
export const confidential = (title: string): ContentType => ({
  kind: 'private',
  title: `${title}, confidential`,
  plural: `${title}, confidential`,
  fields: {},
})
