// The site's addresses on one screen, and the page of each.
import {frontIdOf, HOME_FRONT} from '../model/fronts.ts'
import {HOME_QUERY} from '../queries/articles.ts'
import {AUTHOR_BY_SLUG_QUERY} from '../queries/authors.ts'
import {CORRECTIONS_QUERY} from '../queries/corrections.ts'
import {FRONT_QUERY} from '../queries/fronts.ts'
import {PHOTO_BY_ID_QUERY} from '../queries/photos.ts'
import {SEARCH_QUERY} from '../queries/search.ts'
import {SECTION_BY_SLUG_QUERY, TOPIC_BY_SLUG_QUERY} from '../queries/sections.ts'
import {SERIES_BY_SLUG_QUERY} from '../queries/series.ts'
import {POLICIES_QUERY} from '../queries/settings.ts'
import {DraftsNotice} from './components/preview-notice.tsx'
import {
  authorPath,
  correctionsPath,
  feedPath,
  LONGEST_SEARCH,
  photoPath,
  routeOf,
  searchPath,
  sectionPath,
  seriesPath,
  topicPath,
} from './display/paths.ts'
import {authorHead, homeHead, listHead, photoHead, seriesHead} from './formats/head/page-heads.ts'
import {AuthorIntro} from './pages/author-intro.tsx'
import {CorrectionsPage} from './pages/corrections-page.tsx'
import {editionOf, frontOfHome} from './fronts/front-of-home.ts'
import {besideFront, frontOfSection} from './fronts/front-of-section.ts'
import {frontOfEditors} from './fronts/front-of-editors.ts'
import {HomePage} from './pages/home-page.tsx'
import {ListPage, type ListProps} from './pages/list-page.tsx'
import {PhotoPage, photoTitle} from './pages/photo-page.tsx'
import {PoliciesPage} from './pages/policies-page.tsx'
import {SeriesPage} from './pages/series-page.tsx'
import {SearchPage} from './pages/search-page.tsx'
import type {Page} from './page.ts'
import {isPastTheEnd, range} from './paging.ts'
import type {CardPiece} from './piece.ts'
import {LIST_ROUTES, PIECE_PREVIEW_ROUTES, PIECE_ROUTES} from './piece-routes.tsx'
import type {Route, RouteInput, RouteResult} from './route.ts'
import {source, sources} from './source-routes.tsx'

/** Addresses for everybody. */
export const ROUTES: [path: string, route: Route][] = [
  ['/', home],
  ...PIECE_ROUTES,
  ...LIST_ROUTES,
  [routeOf('section'), section],
  [routeOf('topic'), topic],
  [routeOf('series'), series],
  [routeOf('author'), author],
  [routeOf('source'), source],
  ['/sources', sources],
  [routeOf('photoWithCredit'), photo],
  ['/search', search],
  ['/policies', policies],
  ['/corrections', corrections],
]

/**
 * Addresses for staff, in the drafts perspective: pieces by ID or slug, and pages that link to them, as
 * if all drafts were published.
 */
export const PREVIEW_ROUTES: [path: string, route: Route][] = [
  ...PIECE_PREVIEW_ROUTES,
  ...LIST_ROUTES.map(([path, route]): [string, Route] => [`/preview${path}`, inPreview(route)]),
  ['/preview/home', inPreview(home)],
  [`/preview${routeOf('section')}`, inPreview(section)],
  [`/preview${routeOf('topic')}`, inPreview(topic)],
  [`/preview${routeOf('series')}`, inPreview(series)],
  [`/preview${routeOf('author')}`, inPreview(author)],
  [`/preview${routeOf('source')}`, inPreview(source)],
  [`/preview${routeOf('photoWithCredit')}`, inPreview(photo)],
]

async function home({client}: RouteInput): Promise<RouteResult> {
  const [front, found] = await Promise.all([
    client.fetch(FRONT_QUERY, {id: HOME_FRONT}),
    client.fetch(HOME_QUERY),
  ])
  const view = frontOfEditors(front) ?? frontOfHome(found)
  const main = <HomePage home={found} view={view} />
  return {title: '', path: '/', head: homeHead, edition: editionOf(view), main}
}

/** The same page for staff, without metadata for machines. */
function inPreview(route: Route): Route {
  return async (visit) => {
    const answered = await route(visit)
    if (!answered || 'movedTo' in answered) return undefined
    const {title, main, hasAudio = false} = answered
    const path = `/preview${answered.path === '/' ? '/home' : answered.path}`
    return {title, path, noIndex: true, hasAudio, notice: <DraftsNotice />, main}
  }
}

async function section(visit: RouteInput): Promise<RouteResult> {
  const found = await visit.client.fetch(SECTION_BY_SLUG_QUERY, slugAndRange(visit))
  if (!found) return undefined
  const {hue} = found
  const shown = {sectioned: false, hue}
  if (visit.page > 1) return articleList(visit, found, sectionPath, shown)
  const own = frontOfEditors(await visit.client.fetch(FRONT_QUERY, {id: frontIdOf(found._id)}))
  const {view: front, rest: articles} = own
    ? besideFront(own, found.articles)
    : frontOfSection(found.articles, new Set(found.offFronts))
  return articleList(visit, found, sectionPath, {...shown, front, articles})
}

async function topic(visit: RouteInput): Promise<RouteResult> {
  const found = await visit.client.fetch(TOPIC_BY_SLUG_QUERY, slugAndRange(visit))
  return found ? articleList(visit, found, topicPath, {kind: 'Topic'}) : undefined
}

async function series(visit: RouteInput): Promise<RouteResult> {
  const {client, name, page} = visit
  const found = await client.fetch(SERIES_BY_SLUG_QUERY, slugAndRange(visit))
  if (!found || isPastTheEnd(page, found.total)) return undefined
  const path = (number: number) => seriesPath(name, number)
  const shown = {...found, title: found.title ?? name}
  return {
    title: shown.title,
    description: found.description,
    path: path(page),
    head: (publisher) => seriesHead(shown, page, publisher),
    main: <SeriesPage series={shown} page={page} path={path} feed={feedPath(path(1))} />,
  }
}

async function author(visit: RouteInput): Promise<RouteResult> {
  const found = await visit.client.fetch(AUTHOR_BY_SLUG_QUERY, slugAndRange(visit))
  if (!found) return undefined
  const {name: title, bio: description, articles, total} = found
  const list = {title, description, articles, total}
  const page = articleList(visit, list, authorPath, {intro: <AuthorIntro author={found} />})
  return page && {...page, head: (publisher) => authorHead(found, publisher)}
}

const slugAndRange = ({name, page}: RouteInput) => ({slug: name, ...range(page)})

interface ArticleList {
  title: string | null
  description: string | null
  articles: readonly CardPiece[]
  total: number
}

/** A page of the articles that are in a section, on a topic or by an author. */
function articleList(
  {name, page}: RouteInput,
  found: ArticleList,
  pathOf: (slug: string, page: number) => string,
  shown: Partial<Pick<ListProps, 'kind' | 'intro' | 'sectioned' | 'hue' | 'front' | 'articles'>>,
): Page | undefined {
  if (isPastTheEnd(page, found.total)) return undefined
  const path = (number: number) => pathOf(name, number)
  const title = found.title ?? name
  const list = {...found, title}
  return {
    title,
    description: found.description,
    path: path(page),
    head: (publisher) => listHead({...list, path: path(page)}, path(1), publisher),
    main: <ListPage {...list} {...shown} page={page} path={path} feed={feedPath(path(1))} />,
  }
}

async function policies({client}: RouteInput): Promise<RouteResult> {
  const found = await client.fetch(POLICIES_QUERY)
  if (!found || !Object.values(found).some((text) => text?.length)) return undefined
  return {title: 'Our policies', path: '/policies', main: <PoliciesPage policies={found} />}
}

async function corrections({client, page}: RouteInput): Promise<RouteResult> {
  const {total, corrections: found} = await client.fetch(CORRECTIONS_QUERY, range(page))
  if (isPastTheEnd(page, total)) return undefined
  return {
    title: 'Corrections',
    path: correctionsPath(page),
    main: <CorrectionsPage corrections={found} total={total} page={page} />,
  }
}

/** A photo has a page if its credit is set and its use is not denied. */
async function photo({client, name}: RouteInput): Promise<RouteResult> {
  const found = await client.fetch(PHOTO_BY_ID_QUERY, {id: name})
  if (!found?.image?.asset || !found.creditLine?.trim()) return undefined
  if (found.isDenied && found.articles.length === 0) return undefined
  return {
    title: photoTitle(found),
    description: found.caption,
    path: photoPath(name),
    head: (publisher) => photoHead(found, publisher),
    main: <PhotoPage photo={found} />,
  }
}

async function search({client, search: params, page}: RouteInput): Promise<RouteResult> {
  const text = [...(params.get('q') ?? '').trim()].slice(0, LONGEST_SEARCH).join('')
  const found = text ? await client.fetch(SEARCH_QUERY, {q: text, ...range(page)}) : undefined
  if (isPastTheEnd(page, found?.total ?? 0)) return undefined
  return {
    title: text ? `Search: ${text}` : 'Search',
    path: searchPath(text, page),
    noIndex: true,
    hasForm: true,
    main: <SearchPage text={text} found={found} page={page} />,
  }
}
