import {languageTag} from '../../display/language.ts'
import {authorPath} from '../../display/paths.ts'
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
import {pictureOf} from '../pictures.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import {webAddress} from '../web-address.ts'
import {enclosureOf} from './enclosure.ts'
import {feedAddress, type Feed, type FeedEntry} from './feed.ts'

/** A feed as JSON Feed 1.1. */
export function jsonFeed(feed: Feed, publisher: Publisher): object {
  const {title, description, path, entries} = feed
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description: description ?? undefined,
    home_page_url: addressOf(publisher, path),
    feed_url: feedAddress(publisher, feed, 'feed.json'),
    icon: addressOf(publisher, iconPath(512)),
    favicon: addressOf(publisher, iconPath(192)),
    language: publisher.language,
    authors: [{name: publisher.name, url: addressOf(publisher, '/')}],
    items: entries.map((entry) => itemOf(entry, publisher)),
  }
}

function itemOf({piece, text}: FeedEntry, publisher: Publisher): object {
  const lead = pictureOf(piece.leadPhoto, publisher)
  const enclosure = enclosureOf(piece, publisher)
  const authors = authorsOf(piece).map(({name, slug}) => ({
    name,
    url: slug ? addressOf(publisher, authorPath(slug)) : undefined,
  }))
  return {
    id: pieceId(publisher, piece),
    url: pieceAddress(publisher, piece),
    title: piece.headline ?? undefined,
    summary: piece.dek ?? undefined,
    content_html: pieceHtml(piece, text(), publisher),
    image: lead && addressOf(publisher, lead.rendition.src),
    // The format knows no credit; names with an underscore are open to anybody.
    _image: lead && {
      credit: lead.credit,
      caption: lead.caption,
      copyright: lead.photo.copyrightNotice ?? lead.photo.copyrightHolder ?? undefined,
      license: webAddress(lead.photo.licenseUrl),
    },
    date_published: publishedAt(piece),
    date_modified: modifiedAt(piece),
    // Without the field, the feed's authors count; an empty list would mean no author.
    authors: authors.length > 0 ? authors : undefined,
    tags: feedCategoriesOf(piece),
    language: languageTag(piece.language),
    attachments: enclosure && [
      {url: enclosure.url, mime_type: enclosure.type, size_in_bytes: enclosure.length},
    ],
  }
}
