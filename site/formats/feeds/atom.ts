import {languageTag} from '../../display/language.ts'
import {authorPath, seriesPath} from '../../display/paths.ts'
import {pieceHtml} from '../article-html.tsx'
import {
  authorsOf,
  feedCategoriesOf,
  modifiedAt,
  permanentId,
  pieceAddress,
  pieceId,
  publishedAt,
} from '../feed-article.ts'
import {DRAWN_ICON_PATH, iconPath} from '../icons/icon-path.ts'
import {picturesOf} from '../pictures.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import {element, textElement, xmlDocument, type Xml} from '../xml.ts'
import {enclosureOf} from './enclosure.ts'
import {feedAddress, feedUpdatedAt, type Feed, type FeedEntry} from './feed.ts'
import {MEDIA_NAMESPACE, mediaElement} from './media-elements.ts'

/** A feed as Atom 1.0 (RFC 4287), with the whole text and with Media RSS for the pictures' credits. */
export function atom(feed: Feed, publisher: Publisher): string {
  const {_id, title, description, path, entries} = feed
  return xmlDocument(
    element(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:media': MEDIA_NAMESPACE,
        'xml:lang': publisher.language,
      },
      element('id', {}, permanentId(publisher, 'feed', _id)),
      element('title', {}, title),
      textElement('subtitle', description),
      element('updated', {}, feedUpdatedAt(feed)),
      element('link', {
        rel: 'self',
        type: 'application/atom+xml',
        href: feedAddress(publisher, feed, 'feed.atom'),
      }),
      element('link', {rel: 'alternate', type: 'text/html', href: addressOf(publisher, path)}),
      // For entries without an author: Atom requires one in the entry or the feed.
      element(
        'author',
        {},
        element('name', {}, publisher.name),
        element('uri', {}, addressOf(publisher, '/')),
      ),
      element('icon', {}, addressOf(publisher, DRAWN_ICON_PATH)),
      element('logo', {}, addressOf(publisher, iconPath(512))),
      element('generator', {}, 'Copydesk'),
      ...entries.map((entry) => entryOf(entry, publisher)),
    ),
  )
}

function entryOf({piece, text}: FeedEntry, publisher: Publisher): Xml {
  const published = publishedAt(piece)
  const enclosure = enclosureOf(piece, publisher)
  return element(
    'entry',
    {'xml:lang': languageTag(piece.language)},
    element('id', {}, pieceId(publisher, piece)),
    element('title', {}, piece.headline ?? 'Untitled'),
    element('link', {
      rel: 'alternate',
      type: 'text/html',
      href: pieceAddress(publisher, piece),
    }),
    // RFC 6573: a collection that has the entry as an item.
    ...(piece.series ?? []).flatMap(({title, slug}) =>
      slug
        ? element('link', {
            rel: 'collection',
            type: 'text/html',
            title: title ?? undefined,
            href: addressOf(publisher, seriesPath(slug)),
          })
        : [],
    ),
    enclosure &&
      element('link', {
        rel: 'enclosure',
        type: enclosure.type,
        length: enclosure.length,
        href: enclosure.url,
      }),
    published && element('published', {}, published),
    element('updated', {}, modifiedAt(piece) ?? new Date(0).toISOString()),
    ...authorsOf(piece).map(({name, slug}) =>
      element(
        'author',
        {},
        element('name', {}, name),
        slug !== null && element('uri', {}, addressOf(publisher, authorPath(slug))),
      ),
    ),
    ...feedCategoriesOf(piece).map((category) => element('category', {term: category})),
    textElement('summary', piece.dek, {type: 'text'}),
    element('content', {type: 'html'}, pieceHtml(piece, text(), publisher)),
    ...picturesOf(piece, publisher).map((picture) => mediaElement(picture, publisher)),
  )
}
