import {languageTag} from '../../format/language.ts'
import {authorPath} from '../../format/paths.ts'
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
import {pictureOf} from '../pictures.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import {webAddress} from '../web-address.ts'
import {feedAddress, type Feed} from './feed.ts'

/** A feed as JSON Feed 1.1. */
export function jsonFeed(feed: Feed, publisher: Publisher): object {
  const {title, description, path, articles} = feed
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
    items: articles.map((article) => itemOf(article, publisher)),
  }
}

function itemOf(article: FeedArticle, publisher: Publisher): object {
  const lead = pictureOf(article.leadPhoto, publisher)
  const authors = authorsOf(article).map(({name, slug}) => ({
    name,
    url: slug ? addressOf(publisher, authorPath(slug)) : undefined,
  }))
  return {
    id: articleId(publisher, article),
    url: articleAddress(publisher, article),
    title: article.headline ?? undefined,
    summary: article.dek ?? undefined,
    content_html: articleHtml(article, publisher),
    image: lead && addressOf(publisher, lead.rendition.src),
    // The format knows no credit; names with an underscore are open to anybody.
    _image: lead && {
      credit: lead.credit,
      caption: lead.caption,
      copyright: lead.photo.copyrightNotice ?? lead.photo.copyrightHolder ?? undefined,
      license: webAddress(lead.photo.licenseUrl),
    },
    date_published: publishedAt(article),
    date_modified: modifiedAt(article),
    // Without any, the feed's own are meant; an empty list would say that nobody is.
    authors: authors.length > 0 ? authors : undefined,
    tags: categoriesOf(article),
    language: languageTag(article.language),
  }
}
