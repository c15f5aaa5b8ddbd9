// The metadata of each page, from the result of its query.
import type {Article} from '../../body/types.ts'
import {
  articlePath,
  authorPath,
  listPath,
  pagePath,
  photoPath,
  sectionPath,
  seriesPath,
  sourcePath,
  sourcesPath,
} from '../../display/paths.ts'
import {pieceAddress, type FeedPhoto, type FeedPhotoUse} from '../feed-article.ts'
import {range} from '../../paging.ts'
import type {CardPiece, Piece} from '../../piece.ts'
import {articleNode} from '../json-ld/article.ts'
import {breadcrumbsNode} from '../json-ld/breadcrumbs.ts'
import type {AuthorData} from '../json-ld/author.ts'
import {collectionPageNode} from '../json-ld/collection-page.ts'
import {imageNode} from '../json-ld/image.ts'
import {newsroomNode} from '../json-ld/newsroom.ts'
import {seriesNode, storyAddress} from '../json-ld/part-of.ts'
import {pieceNode} from '../json-ld/piece.ts'
import {profilePageNode} from '../json-ld/profile-page.ts'
import {searchActionNode} from '../json-ld/search-action.ts'
import {sourceNode, type SourceData} from '../json-ld/source.ts'
import {webSiteNode} from '../json-ld/web-site.ts'
import {pictureOf} from '../pictures.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import type {Alternate, HeadTags} from './head-tags.ts'
import {pageSocialTags, pieceSocialTags} from './social-tags.ts'

/** The front page: what the newsroom is, how it is searched, and its feeds. */
export function homeHead(publisher: Publisher): HeadTags {
  return {
    meta: pageSocialTags(publisher),
    alternates: feedAlternates(publisher, '/', publisher.name),
    jsonLd: [
      {...webSiteNode(publisher), potentialAction: searchActionNode(publisher)},
      newsroomNode(publisher),
    ],
  }
}

/** Search engines show small pictures unless told that large ones are welcome. */
const LARGE_PICTURES: HeadTags['meta'][number] = ['robots', 'max-image-preview:large']

/** An article, and its other formats. */
export function articleHead(article: Article, publisher: Publisher): HeadTags {
  const path = articlePath(article.slug ?? '')
  const head = headAround(article, articleNode(article, publisher), publisher)
  return {
    ...head,
    alternates: [
      ...head.alternates,
      {type: 'application/json', title: 'ninjs', href: addressOf(publisher, `${path}/ninjs.json`)},
      {
        type: 'application/vnd.iptc.g2.newsmessage+xml',
        title: 'NewsML-G2',
        href: addressOf(publisher, `${path}/newsml.xml`),
      },
    ],
  }
}

/** A piece of any type. */
export const pieceHead = (piece: Piece, publisher: Publisher): HeadTags =>
  headAround(piece, pieceNode(piece, publisher), publisher)

/** @param node the piece in schema.org's words */
function headAround(piece: Piece, node: object, publisher: Publisher): HeadTags {
  const {section, headline, slug, seo, _type} = piece
  const steps = [
    {name: section?.slug ? section.title : undefined, path: sectionPath(section?.slug ?? '')},
    {name: headline, path: pagePath(_type, slug ?? '')},
  ]
  return {
    meta: [...(seo?.noIndex ? [] : [LARGE_PICTURES]), ...pieceSocialTags(piece, publisher)],
    alternates: [
      ...feedAlternates(publisher, '/', publisher.name),
      ...oembedAlternates(publisher, pieceAddress(publisher, piece)),
    ],
    jsonLd: [
      node,
      webSiteNode(publisher),
      newsroomNode(publisher),
      breadcrumbsNode(publisher, steps),
    ],
  }
}

/** A list of all pieces of a type, and its feeds; `path` is that of the first page. */
export function piecesHead(
  {title, path}: {title: string; path: string},
  page: number,
  publisher: Publisher,
): HeadTags {
  return {
    meta: pageSocialTags(publisher),
    alternates: feedAlternates(publisher, path, `${title} – ${publisher.name}`),
    jsonLd: [
      collectionPageNode(publisher, {title, path: listPath(path, page)}),
      breadcrumbsNode(publisher, [{name: title, path}]),
    ],
  }
}

/** What the head of a list is made of; `path` is that of the page. */
export interface ListData {
  title: string
  description: string | null
  path: string
}

/** A section or a topic and its feeds; `base` is the path of its first page. */
export function listHead(list: ListData, base: string, publisher: Publisher): HeadTags {
  const {title} = list
  return {
    meta: pageSocialTags(publisher),
    alternates: feedAlternates(publisher, base, `${title} – ${publisher.name}`),
    jsonLd: [
      collectionPageNode(publisher, list),
      breadcrumbsNode(publisher, [{name: title, path: base}]),
    ],
  }
}

export interface SeriesData {
  title: string
  slug: string | null
  description: string | null
  picture: FeedPhotoUse | null
  parts: readonly (CardPiece | null)[] | null
}

/** A page of a series, and its feeds: with its parts, each with its number. */
export function seriesHead(series: SeriesData, page: number, publisher: Publisher): HeadTags {
  const {title, description, parts} = series
  const slug = series.slug ?? ''
  const base = seriesPath(slug)
  const picture = pictureOf(series.picture, publisher)
  const about = {
    ...seriesNode({title, slug}, publisher),
    description: description ?? undefined,
    image: picture && imageNode(picture, publisher),
    hasPart: (parts ?? []).flatMap((part, index) =>
      part?.slug
        ? {
            '@type': 'CreativeWork',
            name: part.headline ?? undefined,
            url: storyAddress(part, publisher),
            position: range(page).start + index + 1,
          }
        : [],
    ),
  }
  return {
    meta: pageSocialTags(publisher, picture),
    alternates: feedAlternates(publisher, base, `${title} – ${publisher.name}`),
    jsonLd: [
      collectionPageNode(publisher, {title, description, path: seriesPath(slug, page), about}),
      breadcrumbsNode(publisher, [{name: title, path: base}]),
    ],
  }
}

/** Everybody whom we quote. */
export function sourcesHead(title: string, path: string, publisher: Publisher): HeadTags {
  return {
    meta: pageSocialTags(publisher),
    alternates: [],
    jsonLd: [
      collectionPageNode(publisher, {title, path}),
      breadcrumbsNode(publisher, [{name: title, path: sourcesPath()}]),
    ],
  }
}

/** Somebody whom we quote. */
export function sourceHead(
  source: SourceData & {_id: string},
  {title, description, path}: {title: string; description: string; path: string},
  publisher: Publisher,
): HeadTags {
  const about = sourceNode(source)
  return {
    meta: pageSocialTags(publisher),
    alternates: [],
    jsonLd: [
      collectionPageNode(publisher, {title, description, path, about}),
      breadcrumbsNode(publisher, [
        {name: 'Whom we quote', path: sourcesPath()},
        {name: title, path: sourcePath(source._id)},
      ]),
    ],
  }
}

/** A photo, with its credit and its licence, for those that look for pictures. */
export function photoHead(photo: FeedPhoto, publisher: Publisher): HeadTags {
  const picture = pictureOf({role: null, caption: null, alt: null, photo}, publisher)
  const own = {
    mainEntityOfPage: addressOf(publisher, photoPath(photo._id)),
    representativeOfPage: true,
  }
  return {
    meta: [LARGE_PICTURES, ...pageSocialTags(publisher, picture)],
    alternates: [],
    jsonLd: picture ? [{...imageNode(picture, publisher), ...own}, newsroomNode(publisher)] : [],
  }
}

/** An author and the feeds of what they write. */
export function authorHead(author: AuthorData, publisher: Publisher): HeadTags {
  const path = authorPath(author.slug ?? '')
  return {
    meta: pageSocialTags(publisher),
    alternates: feedAlternates(publisher, path, `${author.name} – ${publisher.name}`),
    jsonLd: [profilePageNode(author, publisher), newsroomNode(publisher)],
  }
}

function oembedAlternates(publisher: Publisher, address: string): Alternate[] {
  const at = (format: string) =>
    addressOf(publisher, `/oembed?url=${encodeURIComponent(address)}&format=${format}`)
  return [
    {type: 'application/json+oembed', title: 'oEmbed', href: at('json')},
    {type: 'text/xml+oembed', title: 'oEmbed', href: at('xml')},
  ]
}

/** The three feeds of a page, for a reader that is given the page's address; `base` is its path. */
function feedAlternates(publisher: Publisher, base: string, title: string): Alternate[] {
  const feed = (name: string) => addressOf(publisher, `${base === '/' ? '' : base}/${name}`)
  return [
    {type: 'application/rss+xml', title: `${title} (RSS)`, href: feed('feed.xml')},
    {type: 'application/atom+xml', title: `${title} (Atom)`, href: feed('feed.atom')},
    {type: 'application/feed+json', title: `${title} (JSON Feed)`, href: feed('feed.json')},
  ]
}
