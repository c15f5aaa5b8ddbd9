import type {ReactNode} from 'react'

/** What a route answers for a page; `renderPage` makes a document of it. */
export interface Page {
  title: string
  description?: string | null
  /** BCP 47; the site's own language where absent. */
  language?: string | null
  /** The page's own path, for links that other sites keep. */
  path: string
  /** Where the text was first published, if that was elsewhere. */
  canonical?: string
  noIndex?: boolean
  /** What the answer says about the address: 410 where an article was taken away; 200 where absent. */
  status?: 410
  /** `article` or `website`, for previews in other services. */
  kind?: 'article' | 'website'
  /** A picture for such previews: a path or an address. */
  picture?: string
  /** Above everything else: what a member of staff must know about this page. */
  notice?: ReactNode
  main: ReactNode
}
