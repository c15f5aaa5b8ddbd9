/** The shape in which an article and its quotes are written down here; `newsroom.ts` makes documents of it. */
import type {Node} from './text.ts'

export interface ArticleSource {
  id: string
  headline: string
  seoHeadline?: string
  slug: string
  kicker?: string
  dek: string
  articleType: string
  section: string
  topics: string[]
  bylines: {author: string; role: string; prefix?: string}[]
  dateline?: string
  leadPhoto?: Node
  keyPoints?: string[]
  related?: string[]
  citations?: {title: string; publication?: string; url?: string; publishedOn?: string}[]
  /** Absent from what was never published. */
  firstPublishedAt?: string
  displayDate?: string
  updatedNote?: string
  body: Node[]
}

interface Speaker {
  source: string
  /** As they were when it was said. */
  title: string | undefined
  affiliation: string | undefined
}

export const speaker = (source: string, title?: string, affiliation?: string): Speaker => ({
  source,
  title,
  affiliation,
})

export interface QuoteSource {
  id: string
  text: string
  kind?: 'direct' | 'partial' | 'paraphrase' | 'document'
  language?: string
  original?: {text: string; language: string; translatedBy?: string}
  speakers: Speaker[]
  reportedBy?: string
  attribution: string
  saidOn?: string
  medium: string
  provenance?: {publication?: string; url?: string}
  terms?: 'onRecord' | 'background' | 'deepBackground' | 'offRecord'
  anonymityReason?: string
  verification: string
  /** What only the newsroom may know; it becomes a `privateQuote`. */
  confidential?: Record<string, unknown>
}

export interface Piece {
  article: ArticleSource
  quotes: QuoteSource[]
  /** The article or the quotes exist as drafts only. */
  draft?: boolean
}
