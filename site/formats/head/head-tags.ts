/** Another form of a page, as `<link rel="alternate">` names it. */
export interface Alternate {
  /** The media type. */
  type: string
  title: string
  href: string
}

/** Metadata of a page for search engines, feed readers and link previews. */
export interface HeadTags {
  /** `<meta>` elements: Open Graph under `property`, Twitter's and `robots` under `name`. */
  meta: [key: string, content: string | number][]
  alternates: Alternate[]
  /** Nodes of schema.org. */
  jsonLd: object[]
}
