import {authorPath} from '../../display/paths.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import {authorNode, type AuthorData} from './author.ts'
import {webSiteId} from './web-site.ts'

/** An author's page as a `ProfilePage`. */
export function profilePageNode(author: AuthorData, publisher: Publisher): object {
  return {
    '@type': 'ProfilePage',
    url: addressOf(publisher, authorPath(author.slug ?? '')),
    name: author.name ?? undefined,
    inLanguage: publisher.language,
    isPartOf: {'@id': webSiteId(publisher)},
    mainEntity: authorNode(author, publisher),
  }
}
