import {languageTag} from '../../format/language.ts'
import {articleHtml} from '../article-html.tsx'
import {
  articleAddress,
  articleId,
  authorsOf,
  categoriesOf,
  modifiedAt,
  publishedAt,
  type FeedArticle,
} from '../feed-article.ts'
import {iconPath} from '../icons/icon-path.ts'
import {picturesOf} from '../pictures.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import {element, escaped, textElement, xmlDocument, type Xml} from '../xml.ts'
import {feedAddress, feedUpdatedAt, type Feed} from './feed.ts'
import {MEDIA_NAMESPACE, mediaElement} from './media-elements.ts'

/** RSS allows its channel's picture no more. */
const ICON_SIZE = 144
/** How long a reader may go on with what it has, in minutes. It asks whether that still holds: 304. */
const TIME_TO_LIVE = 10

/** A feed as RSS 2.0 with Media RSS. Items carry the whole text: that is what people read feeds for. */
export function rss(feed: Feed, publisher: Publisher): string {
  const {title, description, path, articles} = feed
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
        ...articles.map((article) => itemOf(article, publisher)),
      ),
    ),
  )
}

function itemOf(article: FeedArticle, publisher: Publisher): Xml {
  const published = publishedAt(article)
  const modified = modifiedAt(article)
  return element(
    'item',
    {},
    element('title', {}, article.headline ?? 'Untitled'),
    element('link', {}, articleAddress(publisher, article)),
    element('guid', {isPermaLink: 'false'}, articleId(publisher, article)),
    published && element('pubDate', {}, rfc822(published)),
    // RSS has no word for a change; readers of feeds know Atom's.
    modified !== undefined && modified !== published && element('atom:updated', {}, modified),
    // The channel's language is that of most items, not of all.
    textElement('dc:language', languageTag(article.language)),
    ...authorsOf(article).map(({name}) => element('dc:creator', {}, name)),
    ...categoriesOf(article).map((category) => element('category', {}, category)),
    // HTML by the format: readers take a `<` in it for the beginning of an element.
    textElement('description', escaped(article.dek ?? '')),
    ...picturesOf(article, publisher).map((picture) => mediaElement(picture, publisher)),
    element('content:encoded', {}, articleHtml(article, publisher)),
  )
}

/** `Wed, 04 Mar 2026 15:30:00 GMT`. */
const rfc822 = (iso: string) => new Date(iso).toUTCString()
