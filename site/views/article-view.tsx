// How the site shows articles.
import {ARTICLE_BY_ID_QUERY, ARTICLE_BY_SLUG_QUERY} from '../../queries/articles.ts'
import {FEED_QUERY, OEMBED_QUERY} from '../../queries/feeds.ts'
import type {Article} from '../body/types.ts'
import {translationsOf} from '../display/translations.ts'
import {ArticleText} from '../formats/article-html.tsx'
import type {FeedArticle} from '../formats/feed-article.ts'
import type {FeedEntry} from '../formats/feeds/feed.ts'
import {articleHead} from '../formats/head/page-heads.ts'
import {ArticlePage} from '../pages/article-page.tsx'
import {createView} from './view.tsx'

export const articleView = createView<Article, FeedArticle>({
  type: 'article',
  bySlug: (client, slug) => client.fetch(ARTICLE_BY_SLUG_QUERY, {slug}),
  byId: (client, id) => client.fetch(ARTICLE_BY_ID_QUERY, {id}),
  newest: (client) => client.fetch(FEED_QUERY),
  card: (client, slug) => client.fetch(OEMBED_QUERY, {slug}),
  Page: ({piece}) => <ArticlePage article={piece} />,
  Text: ArticleText,
  head: articleHead,
  translations: translationsOf,
})

/** An article of another list in that list's feed. */
export const articleEntry = (piece: FeedArticle): FeedEntry => ({
  piece,
  text: () => <ArticleText piece={piece} />,
})
