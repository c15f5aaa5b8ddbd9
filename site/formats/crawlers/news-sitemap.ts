// The articles of the last two days for Google News, which wants no older ones.
import type {NEWS_SITEMAP_QUERY} from '../../../queries/feeds.ts'
import type {Answer} from '../../content-client.ts'
import {languageTag} from '../../display/language.ts'
import {articlePath} from '../../display/paths.ts'
import {publishedAt} from '../feed-article.ts'
import type {Publisher} from '../publisher.ts'
import {element} from '../xml.ts'
import {urlElement, urlSet} from './sitemap.ts'

const TWO_DAYS_MS = 48 * 60 * 60_000
const MINUTE_MS = 60_000

/** The moment from which articles are news; in whole minutes, so that it is asked for more than once. */
export function newsSince(now: number): string {
  return new Date(Math.ceil((now - TWO_DAYS_MS) / MINUTE_MS) * MINUTE_MS).toISOString()
}

/** Google's extension of a sitemap. What has no date is no news. */
export function newsSitemap(
  articles: Answer<typeof NEWS_SITEMAP_QUERY>,
  publisher: Publisher,
): string {
  const urls = articles.flatMap((article) => {
    const published = publishedAt(article)
    if (!published) return []
    return urlElement(publisher, articlePath(article.slug ?? ''), {
      extension: element(
        'news:news',
        {},
        element(
          'news:publication',
          {},
          element('news:name', {}, publisher.name),
          element('news:language', {}, newsLanguage(article.language, publisher)),
        ),
        element('news:publication_date', {}, published),
        element('news:title', {}, article.headline ?? 'Untitled'),
      ),
    })
  })
  return urlSet(urls, {'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9'})
}

/** The language alone, by its two or three letters; only Chinese is told apart by its script. */
function newsLanguage(language: string | null, publisher: Publisher): string {
  const locale = new Intl.Locale(languageTag(language) ?? publisher.language).maximize()
  if (locale.language === 'zh') return locale.script === 'Hant' ? 'zh-tw' : 'zh-cn'
  return locale.language
}
