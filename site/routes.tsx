// The site's addresses on one screen, and what each of them answers.
import {
  ARTICLE_BY_ID_QUERY,
  ARTICLE_BY_SLUG_QUERY,
  ARTICLE_MOVED_QUERY,
  HOME_QUERY,
} from '../queries/articles.ts'
import {AUTHOR_BY_SLUG_QUERY} from '../queries/authors.ts'
import {CORRECTIONS_QUERY, NOTICE_BY_SLUG_QUERY} from '../queries/corrections.ts'
import {SECTION_BY_SLUG_QUERY, TOPIC_BY_SLUG_QUERY} from '../queries/sections.ts'
import {POLICIES_QUERY} from '../queries/settings.ts'
import type {Article} from './body/types.ts'
import {DraftsNotice, PreviewNotice} from './components/preview-notice.tsx'
import {editedVisit} from './editing/edited-visit.ts'
import {FINDING_ROUTES, photo, source} from './finding-routes.tsx'
import {
  articlePath,
  authorPath,
  correctionsPath,
  feedPath,
  sectionPath,
  topicPath,
} from './format/paths.ts'
import {safeHref} from './format/safe-href.ts'
import {translationsOf} from './format/translations.ts'
import {
  articleHead,
  authorHead,
  homeHead,
  sectionHead,
  topicHead,
} from './machine/head/page-heads.ts'
import type {Page} from './page.ts'
import {ArticlePage} from './pages/article-page.tsx'
import {AuthorIntro} from './pages/author-intro.tsx'
import {CorrectionsPage} from './pages/corrections-page.tsx'
import {HomePage} from './pages/home-page.tsx'
import {ListPage} from './pages/list-page.tsx'
import {NoticePage, noticeTitle} from './pages/notice-page.tsx'
import {PoliciesPage} from './pages/policies-page.tsx'
import {isPastTheEnd, range} from './paging.ts'
import type {Answered, Route, Visit} from './visit.ts'

/** Addresses for everybody. */
export const ROUTES: [path: string, route: Route][] = [
  ['/', home],
  ['/article/:name', article],
  ['/section/:name', section],
  ['/topic/:name', topic],
  ['/author/:name', author],
  ...FINDING_ROUTES,
  ['/policies', policies],
  ['/corrections', corrections],
]

/**
 * Addresses for staff, answered in the drafts perspective: the article by its id, slug or none, and pages
 * that lead to articles, as they would be if all that is being written were published.
 */
export const PREVIEW_ROUTES: [path: string, route: Route][] = [
  ['/preview/article/:name', articlePreview],
  ['/preview/home', inPreview(home)],
  ['/preview/section/:name', inPreview(section)],
  ['/preview/topic/:name', inPreview(topic)],
  ['/preview/author/:name', inPreview(author)],
  ['/preview/source/:name', inPreview(source)],
  ['/preview/photo/:name', inPreview(photo)],
]

async function home({client}: Visit): Promise<Answered> {
  const main = <HomePage home={await client.fetch(HOME_QUERY)} />
  return {title: '', path: '/', head: homeHead, main}
}

async function article({client, name}: Visit): Promise<Answered> {
  const found = await client.fetch(ARTICLE_BY_SLUG_QUERY, {slug: name})
  if (found)
    return {
      ...articleAsPage(found, articlePath(name)),
      translations: translationsOf(found),
      head: (publisher) => articleHead(found, publisher),
    }
  const [moved, gone] = await Promise.all([
    client.fetch(ARTICLE_MOVED_QUERY, {slug: name}),
    client.fetch(NOTICE_BY_SLUG_QUERY, {slug: name}),
  ])
  // An article that was taken down and has come back may stand elsewhere now.
  const slug = moved ?? gone?.movedTo
  if (slug && slug !== name) return {movedTo: articlePath(slug)}
  if (!gone?.notice) return undefined
  return {
    title: noticeTitle(gone.notice),
    path: articlePath(name),
    noIndex: true,
    status: 410,
    main: <NoticePage notice={gone.notice} />,
  }
}

/** The same page for staff: machines are told nothing of it. */
function inPreview(route: Route): Route {
  return async (visit) => {
    const answered = await route(visit)
    if (!answered || 'movedTo' in answered) return undefined
    const {title, main} = answered
    const path = `/preview${answered.path === '/' ? '/home' : answered.path}`
    return {title, path, noIndex: true, notice: <DraftsNotice />, main}
  }
}

async function articlePreview({client, name, search}: Visit): Promise<Answered> {
  const id = name.replace(/^drafts\./, '')
  const found = await client.fetch(ARTICLE_BY_ID_QUERY, {id})
  if (!found) return await articleBySlug({client, name})
  // In a release it is a version that is shown, and that is not a draft.
  const isInRelease = Array.isArray(editedVisit({searchParams: search})?.perspective)
  const shows = isInRelease ? 'release' : found.isDraft ? 'draft' : 'published'
  const page = articleAsPage(found, `/preview/article/${encodeURIComponent(id)}`)
  return {
    ...page,
    noIndex: true,
    notice: <PreviewNotice shows={shows} slug={found.slug} embargoUntil={found.embargoUntil} />,
  }
}

/** Links of the pages around it name an article as readers' links do. */
async function articleBySlug({client, name}: Pick<Visit, 'client' | 'name'>): Promise<Answered> {
  const found = await client.fetch(ARTICLE_BY_SLUG_QUERY, {slug: name})
  return found ? {movedTo: `/preview/article/${encodeURIComponent(found._id)}`} : undefined
}

function articleAsPage(found: Article, path: string): Page {
  return {
    title: found.seoHeadline?.trim() || found.headline || 'Untitled',
    description: found.seo?.description?.trim() || found.dek,
    language: found.language,
    path,
    canonical: safeHref(found.seo?.canonicalUrl),
    noIndex: found.seo?.noIndex ?? false,
    kind: 'article',
    main: <ArticlePage article={found} />,
  }
}

async function section({client, name, page}: Visit): Promise<Answered> {
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

async function topic({client, name, page}: Visit): Promise<Answered> {
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

async function author({client, name, page}: Visit): Promise<Answered> {
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

async function policies({client}: Visit): Promise<Answered> {
  const found = await client.fetch(POLICIES_QUERY)
  if (!found || !Object.values(found).some((text) => text?.length)) return undefined
  return {title: 'Our policies', path: '/policies', main: <PoliciesPage policies={found} />}
}

async function corrections({client, page}: Visit): Promise<Answered> {
  const {total, corrections: found} = await client.fetch(CORRECTIONS_QUERY, range(page))
  if (isPastTheEnd(page, total)) return undefined
  return {
    title: 'Corrections',
    path: correctionsPath(page),
    main: <CorrectionsPage corrections={found} total={total} page={page} />,
  }
}
