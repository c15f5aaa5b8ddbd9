// A piece as the site knows it, whatever its type: its query calls its fields by these names.
import type {PublicPiece} from '../model/content-types.ts'
import type {BylineEntry} from './components/byline.tsx'
import type {CorrectionEntry} from './components/correction-note.tsx'
import type {PhotoUse} from './components/photo.tsx'
import type {PiecePackage} from './display/package-stories.ts'
import type {PieceSeries} from './display/series-places.ts'
import type {FeedPhotoUse} from './formats/feed-article.ts'

/** What a card in a list shows. */
export interface CardPiece {
  _id: string
  _type: PublicPiece
  headline: string | null
  dek: string | null
  language: string | null
  slug: string | null
  date: string
  section: {title: string | null; slug: string | null; hue?: string | null} | null
  bylines: readonly BylineEntry[] | null
  kicker?: string | null
  articleType?: string | null
  leadPhoto?: PhotoUse | null
  /** The face of the author of an opinion. */
  portrait?: PhotoUse | null
  /** Something was added since readers first saw it. */
  isUpdated?: boolean | null
}

/** What other sites show in place of a link. */
export interface EmbeddedPiece extends CardPiece {
  leadPhoto?: FeedPhotoUse | null
}

/** What the page, its head and the feeds say as well. */
export interface Piece extends EmbeddedPiece {
  firstPublishedAt: string | null
  corrections: readonly CorrectionEntry[]
  topics?: readonly ({title: string | null} | null)[] | null
  body?: readonly {_type: string}[] | null
  series?: readonly PieceSeries[] | null
  package?: PiecePackage | null
  audio?: Recording | null
  seoHeadline?: string | null
  seo?: {
    description: string | null
    canonicalUrl: string | null
    noIndex: boolean | null
  } | null
}

/** A file that is played. */
export interface Recording {
  asset: {_id: string; size: number | null; mimeType: string | null} | null
}

/** What a preview says besides. */
export interface PreviewFacts {
  isDraft: boolean | null
  revision: string
  embargoUntil: string | null
}
