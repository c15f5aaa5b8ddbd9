import {languageTag} from '../../display/language.ts'
import {pieceHtml} from '../article-html.tsx'
import {
  authorsOf,
  feedCategoriesOf,
  modifiedAt,
  pieceAddress,
  pieceId,
  publishedAt,
} from '../feed-article.ts'
import {iconPath} from '../icons/icon-path.ts'
import {picturesOf} from '../pictures.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import {element, escaped, textElement, xmlDocument, type Xml} from '../xml.ts'
import {enclosureOf} from './enclosure.ts'
import {feedAddress, feedUpdatedAt, type Feed, type FeedEntry} from './feed.ts'
import {MEDIA_NAMESPACE, mediaElement} from './media-elements.ts'

/** The limit of RSS for the channel's picture. */
const ICON_SIZE = 144
/** How long a reader may go on with what it has, in minutes. It asks whether that still holds: 304. */
const TIME_TO_LIVE = 10

/** A feed as RSS 2.0 with Media RSS. Items carry the whole text: that is what people read feeds for. */
export function rss(feed: Feed, publisher: Publisher): string {
  const {title, description, path, entries} = feed
  const link = addressOf(publisher, path)
  return xmlDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:media': MEDIA_NAMESPACE,
      },
      element(
        'channel',
        {},
        element('title', {}, title),
        element('link', {}, link),
        element('description', {}, description?.trim() || title),
        element('language', {}, publisher.language),
        element('lastBuildDate', {}, rfc822(feedUpdatedAt(feed))),
        element('generator', {}, 'Copydesk'),
        element('ttl', {}, String(TIME_TO_LIVE)),
        element(
          'image',
          {},
          element('url', {}, addressOf(publisher, iconPath(ICON_SIZE))),
          element('title', {}, title),
          element('link', {}, link),
        ),
        element('atom:link', {
          rel: 'self',
          type: 'application/rss+xml',
          href: feedAddress(publisher, feed, 'feed.xml'),
        }),
        ...entries.map((entry) => itemOf(entry, publisher)),
      ),
    ),
  )
}

function itemOf({piece, text}: FeedEntry, publisher: Publisher): Xml {
  const published = publishedAt(piece)
  const modified = modifiedAt(piece)
  const enclosure = enclosureOf(piece, publisher)
  return element(
    'item',
    {},
    element('title', {}, piece.headline ?? 'Untitled'),
    element('link', {}, pieceAddress(publisher, piece)),
    element('guid', {isPermaLink: 'false'}, pieceId(publisher, piece)),
    published && element('pubDate', {}, rfc822(published)),
    // RSS has no word for a change; readers of feeds know Atom's.
    modified !== undefined && modified !== published && element('atom:updated', {}, modified),
    // The channel's language is that of most items, not of all.
    textElement('dc:language', languageTag(piece.language)),
    ...authorsOf(piece).map(({name}) => element('dc:creator', {}, name)),
    ...feedCategoriesOf(piece).map((category) => element('category', {}, category)),
    // HTML by the format: readers take a `<` in it for the beginning of an element.
    textElement('description', escaped(piece.dek ?? '')),
    enclosure &&
      element('enclosure', {url: enclosure.url, length: enclosure.length, type: enclosure.type}),
    ...picturesOf(piece, publisher).map((picture) => mediaElement(picture, publisher)),
    element('content:encoded', {}, pieceHtml(piece, text(), publisher)),
  )
}

/** `Wed, 04 Mar 2026 15:30:00 GMT`. */
const rfc822 = (iso: string) => new Date(iso).toUTCString()
