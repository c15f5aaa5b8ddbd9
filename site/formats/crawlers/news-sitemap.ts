// The news of the last two days for Google News, which wants no older ones: articles, and what the registry calls news.
import type {NEWS_SITEMAP_QUERY} from '../../../queries/feeds.ts'
import type {Answer} from '../../content-client.ts'
import {languageTag} from '../../display/language.ts'
import {pathOf} from '../../display/paths.ts'
import {publishedAt} from '../feed-article.ts'
import type {Publisher} from '../publisher.ts'
import {element} from '../xml.ts'
import {urlElement, urlSet} from './sitemap.ts'

const TWO_DAYS_MS = 48 * 60 * 60_000
const MINUTE_MS = 60_000

/** The moment from which pieces are news; in whole minutes, so that it is asked for more than once. */
export function newsSince(now: number): string {
  return new Date(Math.ceil((now - TWO_DAYS_MS) / MINUTE_MS) * MINUTE_MS).toISOString()
}

/** Google's extension of a sitemap. Pieces without a date are left out. */
export function newsSitemap(
  pieces: Answer<typeof NEWS_SITEMAP_QUERY>,
  publisher: Publisher,
): string {
  const urls = pieces.flatMap((piece) => {
    const published = publishedAt(piece)
    const path = pathOf(piece)
    if (!published || !path) return []
    return urlElement(publisher, path, {
      extension: element(
        'news:news',
        {},
        element(
          'news:publication',
          {},
          element('news:name', {}, publisher.name),
          element('news:language', {}, newsLanguage(piece.language, publisher)),
        ),
        element('news:publication_date', {}, published),
        element('news:title', {}, piece.headline ?? 'Untitled'),
      ),
    })
  })
  return urlSet(urls, {'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9'})
}

/** Only the language, with two or three characters; only Chinese keeps its script. */
function newsLanguage(language: string | null, publisher: Publisher): string {
  const locale = new Intl.Locale(languageTag(language) ?? publisher.language).maximize()
  if (locale.language === 'zh') return locale.script === 'Hant' ? 'zh-tw' : 'zh-cn'
  return locale.language
}
