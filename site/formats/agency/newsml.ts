// An article as NewsML-G2 2.35: one message with the text and an item for each picture.
import {languageTag} from '../../display/language.ts'
import {authorPath} from '../../display/paths.ts'
import {articleHtml} from '../article-html.tsx'
import {pieceId, authorsOf, publishedAt, type FeedArticle} from '../feed-article.ts'
import {picturesOf} from '../pictures.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import {element, textElement, xmlDocument, type Xml} from '../xml.ts'
import {bylineText} from './byline-text.ts'
import {GENRES} from './genres.ts'
import {itemMeta, newsItem, NEWSML_NAMESPACE} from './newsml-item.ts'
import {newsmlPicture, pictureId} from './newsml-picture.ts'
import {articleVersion, versionOf} from './version.ts'

/** A message that carries the article whole. */
export function newsml(article: FeedArticle, publisher: Publisher): string {
  const pictures = picturesOf(article, publisher)
  const moments = pictures.map(({photo}) => photo._updatedAt)
  return xmlDocument(
    element(
      'newsMessage',
      {xmlns: NEWSML_NAMESPACE},
      element(
        'header',
        {},
        element('sent', {}, versionOf(articleVersion(article).created, ...moments).created),
        element('sender', {}, new URL(publisher.origin).hostname),
      ),
      element(
        'itemSet',
        {},
        textItem(article, publisher),
        ...pictures.map((picture) => newsmlPicture(picture, publisher)),
      ),
    ),
  )
}

function textItem(article: FeedArticle, publisher: Publisher): Xml {
  const version = articleVersion(article)
  const links = picturesOf(article, publisher).map(({photo}) =>
    element('link', {rel: 'irel:seeAlso', residref: pictureId(photo, publisher)}),
  )
  return newsItem(
    {
      guid: pieceId(publisher, article),
      version: version.number,
      language: languageTag(article.language) ?? publisher.language,
    },
    itemMeta(
      {itemClass: 'ninat:text', version, created: article.firstPublishedAt},
      publisher,
      links,
    ),
    contentMeta(article, publisher),
    element('contentSet', {}, inlineText(article, publisher)),
  )
}

function contentMeta(article: FeedArticle, publisher: Publisher): Xml {
  const {articleType, section, topics, headline, dek, dateline, language} = article
  const genre = GENRES[articleType ?? '']
  const published = publishedAt(article)
  return element(
    'contentMeta',
    {},
    published && element('contentCreated', {}, published),
    ...authorsOf(article).map(({name, slug}) =>
      element(
        'creator',
        {uri: slug ? addressOf(publisher, authorPath(slug)) : undefined},
        element('name', {}, name),
      ),
    ),
    element('language', {tag: languageTag(language) ?? publisher.language}),
    genre !== undefined && element('genre', {qcode: `genre:${genre}`}),
    textElement('keyword', section?.title),
    ...(topics ?? []).map((topic) => {
      const code = /^medtop:\d{8}$/.exec(topic?.mediaTopic ?? '')?.[0]
      if (!topic?.title) return undefined
      return code
        ? element('subject', {qcode: code}, element('name', {}, topic.title))
        : element('keyword', {}, topic.title)
    }),
    textElement('headline', headline),
    textElement('dateline', dateline),
    textElement('by', bylineText(article, publisher)),
    textElement('description', dek, {role: 'drol:summary'}),
  )
}

/** The text as XHTML: what `articleHtml` writes is well-formed. */
function inlineText(article: FeedArticle, publisher: Publisher): Xml {
  const language = languageTag(article.language) ?? publisher.language
  const body: Xml = {xml: `<body>${articleHtml(article, publisher)}</body>`}
  return element(
    'inlineXML',
    {contenttype: 'application/xhtml+xml'},
    element(
      'html',
      {xmlns: 'http://www.w3.org/1999/xhtml', 'xml:lang': language, lang: language},
      element('head', {}, element('title', {}, article.headline ?? 'Untitled')),
      body,
    ),
  )
}
