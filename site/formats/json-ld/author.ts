import {authorPath} from '../../display/paths.ts'
import {pictureOf} from '../pictures.ts'
import type {FeedPhotoUse} from '../feed-article.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import {webAddress} from '../web-address.ts'
import {imageNode} from './image.ts'
import {newsroomId} from './newsroom.ts'

/** An author as the queries of articles and authors answer one. */
export interface AuthorData {
  name: string | null
  slug: string | null
  jobTitle: string | null
  affiliation: string | null
  status: string | null
  bio: string | null
  links: readonly {url: string | null}[] | null
  persistentId: string | null
  portrait: FeedPhotoUse | null
  expertise?: readonly string[] | null
  languages?: readonly string[] | null
}

/** Who writes for us: a `Person`, or an `Organization` such as an agency. */
export function authorNode(author: AuthorData, publisher: Publisher): object | undefined {
  const {name, slug, jobTitle, affiliation, status, bio, persistentId, portrait} = author
  if (!name) return undefined
  const addresses = [persistentId, ...(author.links ?? []).map(({url}) => url)]
  const picture = pictureOf(portrait, publisher, {ratio: 1})
  const common = {
    name,
    description: bio ?? undefined,
    url: slug ? addressOf(publisher, authorPath(slug)) : undefined,
    sameAs: [...new Set(addresses.flatMap((address) => webAddress(address) ?? []))],
    image: picture && imageNode(picture, publisher),
    knowsAbout: author.expertise ?? undefined,
  }
  if (status === 'organisation') return {'@type': 'Organization', ...common}
  return {
    '@type': 'Person',
    ...common,
    jobTitle: jobTitle ?? undefined,
    affiliation: affiliation ? {'@type': 'Organization', name: affiliation} : undefined,
    worksFor: status === 'staff' ? {'@id': newsroomId(publisher)} : undefined,
    knowsLanguage: author.languages ?? undefined,
  }
}
