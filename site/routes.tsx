// The site's addresses on one screen, and the page of each.
import {HOME_QUERY} from '../queries/articles.ts'
import {AUTHOR_BY_SLUG_QUERY} from '../queries/authors.ts'
import {CORRECTIONS_QUERY} from '../queries/corrections.ts'
import {PHOTO_BY_ID_QUERY} from '../queries/photos.ts'
import {SEARCH_QUERY} from '../queries/search.ts'
import {SECTION_BY_SLUG_QUERY, TOPIC_BY_SLUG_QUERY} from '../queries/sections.ts'
import {POLICIES_QUERY} from '../queries/settings.ts'
import {DraftsNotice} from './components/preview-notice.tsx'
import {
  authorPath,
  correctionsPath,
  feedPath,
  photoPath,
  routeOf,
  searchPath,
  sectionPath,
  topicPath,
} from './display/paths.ts'
import {authorHead, homeHead, photoHead, sectionHead, topicHead} from './formats/head/page-heads.ts'
import {AuthorIntro} from './pages/author-intro.tsx'
import {CorrectionsPage} from './pages/corrections-page.tsx'
import {HomePage} from './pages/home-page.tsx'
import {ListPage} from './pages/list-page.tsx'
import {PhotoPage, photoTitle} from './pages/photo-page.tsx'
import {PoliciesPage} from './pages/policies-page.tsx'
import {LONGEST_SEARCH, SearchPage} from './pages/search-page.tsx'
import {isPastTheEnd, range} from './paging.ts'
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
  [`/preview${routeOf('author')}`, inPreview(author)],
  [`/preview${routeOf('source')}`, inPreview(source)],
  [`/preview${routeOf('photoWithCredit')}`, inPreview(photo)],
]

async function home({client}: RouteInput): Promise<RouteResult> {
  const main = <HomePage home={await client.fetch(HOME_QUERY)} />
  return {title: '', path: '/', head: homeHead, main}
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

async function section({client, name, page}: RouteInput): Promise<RouteResult> {
  const found = await client.fetch(SECTION_BY_SLUG_QUERY, {slug: name, ...range(page)})
  if (!found || isPastTheEnd(page, found.total)) return undefined
  const path = (number: number) => sectionPath(name, number)
  const title = found.title ?? name
  return {
    title,
    description: found.description,
    path: path(page),
    head: (publisher) => sectionHead({...found, title, slug: name, path: path(page)}, publisher),
    main: (
      <ListPage
        {...found}
        title={title}
        page={page}
        path={path}
        feed={feedPath(path(1))}
        sectioned={false}
      />
    ),
  }
}

async function topic({client, name, page}: RouteInput): Promise<RouteResult> {
  const found = await client.fetch(TOPIC_BY_SLUG_QUERY, {slug: name, ...range(page)})
  if (!found || isPastTheEnd(page, found.total)) return undefined
  const path = (number: number) => topicPath(name, number)
  const title = found.title ?? name
  return {
    title,
    description: found.description,
    path: path(page),
    head: (publisher) => topicHead({...found, title, slug: name, path: path(page)}, publisher),
    main: (
      <ListPage
        {...found}
        kind="Topic"
        title={title}
        page={page}
        path={path}
        feed={feedPath(path(1))}
      />
    ),
  }
}

async function author({client, name, page}: RouteInput): Promise<RouteResult> {
  const found = await client.fetch(AUTHOR_BY_SLUG_QUERY, {slug: name, ...range(page)})
  if (!found || isPastTheEnd(page, found.total)) return undefined
  const path = (number: number) => authorPath(name, number)
  const title = found.name ?? name
  const intro = <AuthorIntro author={found} />
  return {
    title,
    description: found.bio,
    path: path(page),
    head: (publisher) => authorHead(found, publisher),
    main: (
      <ListPage
        intro={intro}
        title={title}
        articles={found.articles}
        total={found.total}
        page={page}
        path={path}
        feed={feedPath(path(1))}
      />
    ),
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
