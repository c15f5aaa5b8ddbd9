// The newsroom as formats describe it, and absolute addresses of what it publishes.
import {createDates} from '../display/dates.ts'
import type {Images} from '../display/images.ts'
import {languageTag} from '../display/language.ts'
import type {Site, SiteSettings} from '../site-context.ts'

/** The site for formats: all addresses are absolute. */
export interface Publisher extends Omit<Site, 'placeholders' | 'preview' | 'isEdited' | 'images'> {
  /** Addresses of pictures, absolute ones. */
  images: Images
}

/** The newsroom as its settings describe it, with a default name. */
export function publisherOf(
  {settings, sections}: SiteSettings,
  {origin, images}: Pick<Publisher, 'origin' | 'images'>,
): Publisher {
  return {
    origin,
    images,
    name: settings?.name?.trim() || 'Newsroom',
    language: languageTag(settings?.language) ?? 'en',
    settings,
    sections,
    dates: createDates(settings?.language, settings?.timeZone),
  }
}

/** A path of the site as an address. */
export const addressOf = (publisher: Publisher, path: string): string =>
  new URL(path, publisher.origin).href
