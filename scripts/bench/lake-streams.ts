// The event streams that a studio holds open while an article is in front of somebody, as it asks for them.
import {changedFilter} from '../../queries/desk.ts'
import {INBOX_LISTEN} from '../../studio/plugins/inbox/inbox-query.ts'
import {COMMENTS_DATASET, DATASET} from '../../server/newsroom-lake.ts'

interface Stream {
  path: string
  /** Which edits come over it: those of the article, of all articles, or none. */
  hears: 'article' | 'articles' | 'none'
}

const RELEASES =
  '*[_type=="system.release" && _id in path("_.releases.*")]{_id, metadata} | order(_createdAt desc)'
const COMMENTS = '_type == "comment" && target.document._ref == $documentId'
const REFERRING = '*[_id in $ids || (_type in ["article", "expertQuote"] && references($referred))]'

/** What listeners of lists and previews leave out. */
const QUIET = {includeResult: false, includeMutations: false, visibility: 'query'}
/** The pair of published document and draft: what somebody types is heard here. */
const PAIR = {includeResult: false, enableResume: true, effectFormat: 'mendoza'}

/** The first is the pair of the article. */
export function streamsOf(article: string): Stream[] {
  const ids = [article, `drafts.${article}`]
  const versions = '*[sanity::versionOf($publishedId)]'
  const companions = {includeResult: false, includeMutations: false, visibility: 'transaction'}
  const referred = ['photo-1', 'photo-2', 'quote-1', 'source-1']
  return [
    stream('article', '*[_id in $ids]', {ids}, PAIR),
    stream('article', versions, {publishedId: article}, companions),
    stream('article', versions, {publishedId: article}, companions),
    stream('article', REFERRING, {ids: [...ids, ...referred], referred}, QUIET),
    stream(
      'articles',
      '*',
      {},
      {...QUIET, includePreviousRevision: false, effectFormat: 'mendoza'},
    ),
    stream(
      'articles',
      `*[${changedFilter('article')}]`,
      {},
      {includeResult: false, visibility: 'query'},
    ),
    stream('none', RELEASES, {}, {includeResult: false, visibility: 'query'}),
    stream('none', INBOX_LISTEN, {me: article}, QUIET),
    talk(`*[${COMMENTS} && !defined(target.documentVersionId)]`, {documentId: article}),
    talk('*[_type == "comment" && target.document._ref in $commented]', {commented: ids}),
    talk('*[_type == "tasks.task"]{...} | order(_createdAt desc)', {}),
  ]
}

function stream(
  hears: Stream['hears'],
  query: string,
  params: Record<string, unknown>,
  options: Record<string, unknown>,
  dataset = DATASET,
): Stream {
  const search = new URLSearchParams({query, includeAllVersions: 'true'})
  for (const [name, value] of Object.entries(params)) search.set(`$${name}`, JSON.stringify(value))
  for (const [name, value] of Object.entries(options)) search.set(name, String(value))
  return {hears, path: `/v2025-02-19/data/listen/${dataset}?${search}`}
}

/** Comments about articles are in a dataset of their own. */
const talk = (query: string, params: Record<string, unknown>): Stream =>
  stream('none', query, params, {includeResult: true, visibility: 'query'}, COMMENTS_DATASET)
