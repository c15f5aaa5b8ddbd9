import {addressOf, type Publisher} from '../publisher.ts'
import {newsroomId} from './newsroom.ts'

/** The `@id` under which articles say what they are part of. */
export const webSiteId = (publisher: Publisher): string => addressOf(publisher, '/#site')

/** The site as a `WebSite`. */
export function webSiteNode(publisher: Publisher): object {
  return {
    '@type': 'WebSite',
    '@id': webSiteId(publisher),
    name: publisher.name,
    description: publisher.settings?.strapline ?? undefined,
    url: addressOf(publisher, '/'),
    inLanguage: publisher.language,
    publisher: {'@id': newsroomId(publisher)},
  }
}
