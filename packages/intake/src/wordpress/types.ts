// What a WordPress export says, before anything is made of it.
import type {Block} from '../article.ts'

export interface WxrSite {
  /** Of the front page. */
  address: string
  title: string
  /** As the export writes it: "en-US". */
  language: string | null
}

export interface WxrAuthor {
  /** WordPress 3.3 and later. */
  id: string | null
  login: string
  name: string
}

export interface WxrTerm {
  /** `category`, `post_tag` or a taxonomy of the site's own. */
  domain: string
  slug: string
  name: string
  id: string | null
  /** The slug of the category above it. */
  parent: string | null
  description: string
}

/** A post, a page, an attachment, or whatever else the site stores as a post. */
export interface WxrItem {
  id: string
  type: string
  status: string
  title: string
  address: string
  slug: string
  /** A login. */
  creator: string
  /** ISO 8601. */
  publishedAt: string | null
  hasPassword: boolean
  isSticky: boolean
  /** The ID of the item above it. */
  parent: string | null
  /** The address of an attachment's file. */
  file: string | null
  content: string
  excerpt: string
  terms: Pick<WxrTerm, 'domain' | 'slug' | 'name'>[]
  meta: [key: string, value: string][]
  /** How many comments of readers. */
  comments: number
}

/** A picture in a text, with what the text says of it. */
export interface BodyPicture {
  /** The ID of its attachment, if the text names it. */
  attachment: string | null
  address: string | null
  alt: string | null
  /** Without its credit. */
  caption: string
  creditLine: string | null
  /** The words below it, with all that they say of rights. */
  captionWithCredit: string
}

export interface PostBody {
  /** `photo` of a block is the position in `pictures`. */
  blocks: Block[]
  pictures: BodyPicture[]
  /** Names of blocks, shortcodes and elements whose form was lost; their text is in the blocks. */
  unknown: string[]
}
