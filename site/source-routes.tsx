// Sources: the list of all, and the page of each.
import {SOURCES_QUERY, SOURCE_BY_ID_QUERY} from '../queries/sources.ts'
import {sourcePath, sourcesPath} from './display/paths.ts'
import {sourceHead, sourcesHead} from './formats/head/page-heads.ts'
import {SourcePage, sourceName} from './pages/source-page.tsx'
import {NAMES_ON_A_PAGE, SourcesPage} from './pages/sources-page.tsx'
import {isPastTheEnd, range} from './paging.ts'
import type {RouteInput, RouteResult} from './route.ts'

/** A source has a page if a published article quotes them. */
export async function source({client, name, page}: RouteInput): Promise<RouteResult> {
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

export async function sources({client, page}: RouteInput): Promise<RouteResult> {
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
