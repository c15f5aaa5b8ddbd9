// Addresses that lead to something: whom we quote, a photo, what a reader looks for.
import {PHOTO_BY_ID_QUERY} from '../queries/photos.ts'
import {SEARCH_QUERY} from '../queries/search.ts'
import {SOURCES_QUERY, SOURCE_BY_ID_QUERY} from '../queries/sources.ts'
import {photoPath, routeOf, searchPath, sourcePath, sourcesPath} from './display/paths.ts'
import {photoHead, sourceHead, sourcesHead} from './formats/head/page-heads.ts'
import {PhotoPage, photoTitle} from './pages/photo-page.tsx'
import {LONGEST_SEARCH, SearchPage} from './pages/search-page.tsx'
import {SourcePage, sourceName} from './pages/source-page.tsx'
import {NAMES_ON_A_PAGE, SourcesPage} from './pages/sources-page.tsx'
import {isPastTheEnd, range} from './paging.ts'
import type {Answered, Route, Visit} from './visit.ts'

export const FINDING_ROUTES: [path: string, route: Route][] = [
  [routeOf('source'), source],
  ['/sources', sources],
  [routeOf('photoWithCredit'), photo],
  ['/search', search],
]

/** Nobody has a page for being in our files: only who is quoted in what is published. */
export async function source({client, name, page}: Visit): Promise<Answered> {
  const found = await client.fetch(SOURCE_BY_ID_QUERY, {id: name, ...range(page)})
  if (!found?.name || found.total === 0 || isPastTheEnd(page, found.total)) return undefined
  const title = sourceName(found)
  const description = `${title} in our articles: what was said, when and where.`
  const path = sourcePath(name, page)
  return {
    title,
    description,
    path,
    head: (publisher) => sourceHead(found, {title, description, path}, publisher),
    main: <SourcePage source={found} page={page} />,
  }
}

async function sources({client, page}: Visit): Promise<Answered> {
  const found = await client.fetch(SOURCES_QUERY)
  if (isPastTheEnd(page, found.length, NAMES_ON_A_PAGE)) return undefined
  const [title, path] = ['Whom we quote', sourcesPath(page)]
  return {
    title,
    path,
    head: (publisher) => sourcesHead(title, path, publisher),
    main: <SourcesPage sources={found} page={page} />,
  }
}

/** Only what may be shown: a credit is owed, and nobody has denied us the picture. */
export async function photo({client, name}: Visit): Promise<Answered> {
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

async function search({client, search: asked, page}: Visit): Promise<Answered> {
  const words = [...(asked.get('q') ?? '').trim()].slice(0, LONGEST_SEARCH).join('')
  const found = words ? await client.fetch(SEARCH_QUERY, {q: words, ...range(page)}) : undefined
  if (isPastTheEnd(page, found?.total ?? 0)) return undefined
  return {
    title: words ? `Search: ${words}` : 'Search',
    path: searchPath(words, page),
    noIndex: true,
    hasForm: true,
    main: <SearchPage words={words} found={found} page={page} />,
  }
}
