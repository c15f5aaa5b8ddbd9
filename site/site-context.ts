import {createContext, useContext} from 'react'
import type {SITE_SETTINGS_QUERY} from '../queries/settings.ts'
import type {Answer} from './content-client.ts'
import type {Dates} from './display/dates.ts'
import type {Images} from './display/images.ts'
import type {Placeholders} from './placeholders.ts'

export type SiteSettings = Answer<typeof SITE_SETTINGS_QUERY>

/** What every component of a page may ask for. */
export interface Site {
  name: string
  /** The site's own address, `https://news.example`, without a path. */
  origin: string
  language: string
  settings: SiteSettings['settings']
  sections: SiteSettings['sections']
  dates: Dates
  images: Images
  placeholders: Placeholders
  /** A draft is shown with its gaps marked; readers never see them. */
  preview: boolean
  /** The studio shows the page, and a click on what it says opens the field where that is written. */
  isEdited: boolean
}

export const SiteContext = createContext<Site | null>(null)

/** The site that the page is rendered for. Throws outside of `renderPage`. */
export function useSite(): Site {
  const site = useContext(SiteContext)
  if (!site) throw new Error('useSite is called outside of a page')
  return site
}
