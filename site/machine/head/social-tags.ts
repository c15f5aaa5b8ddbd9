// Open Graph and Twitter's cards: how an article looks where somebody shares it.
import type {Article} from '../../body/types.ts'
import {languageTag} from '../../format/language.ts'
import {authorPath} from '../../format/paths.ts'
import {authorsOf, modifiedAt, publishedAt} from '../feed-article.ts'
import {previewPicture, type Picture} from '../pictures.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import {webAddress} from '../web-address.ts'
import type {HeadTags} from './head-tags.ts'

type Meta = HeadTags['meta']

/** Tags of an article's page, beside those that every page has. */
export function articleSocialTags(article: Article, publisher: Publisher): Meta {
  const published = publishedAt(article)
  const modified = modifiedAt(article)
  const picture = previewPicture(article, publisher)
  const topics = (article.topics ?? []).flatMap((topic) => topic?.title ?? [])
  return [
    ['og:locale', locale(article.language, publisher)],
    ...(picture ? pictureTags(picture, publisher) : []),
    ...tag('article:published_time', published),
    // Two equal dates would say that something was changed.
    ...tag('article:modified_time', modified === published ? undefined : modified),
    ...authorsOf(article).map(({name, slug}): Meta[number] => [
      'article:author',
      slug ? addressOf(publisher, authorPath(slug)) : name,
    ]),
    ...tag('article:section', article.section?.title),
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
