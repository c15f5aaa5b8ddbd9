// Open Graph and Twitter's cards: how a piece looks where somebody shares it.
import {languageTag} from '../../display/language.ts'
import {authorPath} from '../../display/paths.ts'
import type {Piece} from '../../piece.ts'
import {authorsOf, modifiedAt, publishedAt} from '../feed-article.ts'
import {enclosureOf} from '../feeds/enclosure.ts'
import {previewPicture, type Picture} from '../pictures.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import {webAddress} from '../web-address.ts'
import type {HeadTags} from './head-tags.ts'

type Meta = HeadTags['meta']

/** Tags of a piece's page, beside those that every page has. */
export function pieceSocialTags(piece: Piece, publisher: Publisher): Meta {
  const published = publishedAt(piece)
  const modified = modifiedAt(piece)
  const picture = previewPicture(piece, publisher)
  const audio = enclosureOf(piece, publisher)
  const topics = (piece.topics ?? []).flatMap((topic) => topic?.title ?? [])
  return [
    ['og:locale', locale(piece.language, publisher)],
    ...(picture ? pictureTags(picture, publisher) : []),
    ...tag('og:audio', audio?.url),
    ...tag('og:audio:type', audio?.type),
    ...tag('article:published_time', published),
    // Two equal dates would say that something was changed.
    ...tag('article:modified_time', modified === published ? undefined : modified),
    ...authorsOf(piece).map(({name, slug}): Meta[number] => [
      'article:author',
      slug ? addressOf(publisher, authorPath(slug)) : name,
    ]),
    ...tag('article:section', piece.section?.title),
    ...topics.map((title): Meta[number] => ['article:tag', title]),
    ['twitter:card', picture ? 'summary_large_image' : 'summary'],
    ...tag('twitter:site', accountOf(publisher)),
  ]
}

/** Tags of any other page; `picture` is what it is about. */
export function pageSocialTags(publisher: Publisher, picture?: Picture): Meta {
  return [
    ['og:locale', locale(undefined, publisher)],
    ...(picture ? pictureTags(picture, publisher) : []),
    ['twitter:card', picture ? 'summary_large_image' : 'summary'],
    ...tag('twitter:site', accountOf(publisher)),
  ]
}

function pictureTags({rendition, alt}: Picture, publisher: Publisher): Meta {
  return [
    ['og:image', addressOf(publisher, rendition.src)],
    ['og:image:width', rendition.width],
    ['og:image:height', rendition.height],
    ...tag('og:image:alt', alt),
    ...tag('twitter:image:alt', alt),
  ]
}

function tag(key: string, content: string | null | undefined): Meta {
  return content ? [[key, content]] : []
}

/** `en_GB`, as Open Graph writes it. */
function locale(language: string | null | undefined, publisher: Publisher): string {
  const {language: code, region} = new Intl.Locale(languageTag(language) ?? publisher.language)
  return region ? `${code}_${region}` : code
}

/** `@name`, where the newsroom has named its page on X. */
function accountOf({settings}: Publisher): string | undefined {
  for (const {url} of settings?.socialLinks ?? []) {
    const {hostname, pathname} = URL.parse(webAddress(url) ?? '') ?? {}
    const name = /^\/(\w{1,15})\/?$/.exec(pathname ?? '')?.[1]
    if (name && /^(www\.)?(x|twitter)\.com$/.test(hostname ?? '')) return `@${name}`
  }
  return undefined
}
