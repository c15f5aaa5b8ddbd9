import type {ReactNode} from 'react'
import type {PublicPiece} from '../model/content-types.ts'
import type {Translation} from './display/translations.ts'
import type {HeadTags} from './formats/head/head-tags.ts'
import type {Publisher} from './formats/publisher.ts'

/** A page that a route returns; `renderPage` makes a document of it. */
export interface Page {
  title: string
  description?: string | null
  /** BCP 47; the site's own language where absent. */
  language?: string | null
  /** The page's own path, for links that other sites keep. */
  path: string
  /** Where the text was first published, if that was elsewhere. */
  canonical?: string
  /** The page itself and what it is in other languages. */
  translations?: Translation[]
  noIndex?: boolean
  /** Holds a form that leads to a page of ours. */
  hasForm?: boolean
  /** Plays recordings. */
  hasAudio?: boolean
  /** The status of the response: 410 for a withdrawn piece; by default 200. */
  status?: 410
  /** The type of the piece that the page shows; absent where it shows none. */
  type?: PublicPiece
  /** Its metadata for machines; some pages have none. */
  head?: (publisher: Publisher) => HeadTags
  /** The newest date on a front page. */
  edition?: string | undefined
  /** Above everything else: what a member of staff must know about this page. */
  notice?: ReactNode
  main: ReactNode
}
