// The desk's data of each article: draft and published document, with only the fields that a row shows, and its review.
import type {Review} from '../../../model/records.ts'

/** One side of an article, the draft or the published one. */
export interface DeskArticle {
  _id: string
  _type: string
  headline?: string | null
  language?: string | null
  section?: string | null
  bylines: string[]
  authors: string[]
  /** ISO 8601 */
  embargo?: string | null
  firstPublishedAt?: string | null
  createdBy?: string | null
  _createdAt: string
  _updatedAt: string
  /** Number of words in the body, counted when it was loaded. */
  length?: Length | null
}

/** Languages without spaces between words are measured in characters. */
export interface Length {
  count: number
  unit: 'words' | 'characters'
}

export interface DeskEntry {
  draft: DeskArticle | null
  published: DeskArticle | null
  review: Review | null
}

export interface DeskSection {
  _id: string
  title: string
}

/** The data that all rows share. */
export interface DeskFrame {
  /** In the order of the site's menu. */
  sections: DeskSection[]
  /** The byline authors that are the person's own account. */
  myAuthors: string[]
  /** IANA name of the newsroom's zone. */
  timeZone: string
}

/** Everything the desk shows, by the articles' published ids. */
export interface DeskSnapshot {
  frame: DeskFrame
  entries: ReadonlyMap<string, DeskEntry>
}
