import {addressOf, type Publisher} from '../publisher.ts'
import {webSiteId} from './web-site.ts'

/** A page that lists something as a `CollectionPage`; `about` is the node of what it is about. */
export function collectionPageNode(
  publisher: Publisher,
  {
    title,
    path,
    description,
    about,
  }: {title: string; path: string; description?: string | null; about?: object},
): object {
  return {
    '@type': 'CollectionPage',
    url: addressOf(publisher, path),
    name: title,
    description: description?.trim() || undefined,
    inLanguage: publisher.language,
    isPartOf: {'@id': webSiteId(publisher)},
    about,
  }
}
