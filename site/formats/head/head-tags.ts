/** Another form of a page, as `<link rel="alternate">` names it. */
export interface Alternate {
  /** The media type. */
  type: string
  title: string
  href: string
}

/** What a page's head tells machines. */
export interface HeadTags {
  /** `<meta>` elements: Open Graph under `property`, Twitter's and `robots` under `name`. */
  meta: [key: string, content: string | number][]
  alternates: Alternate[]
  /** Nodes of schema.org. */
  jsonLd: object[]
}
