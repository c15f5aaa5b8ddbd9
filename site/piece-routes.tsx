// The pages of pieces: each by its address, its preview, and the list of all of a type.
import {CONTENT_TYPES, type PublicPiece} from '../model/content-types.ts'
import {MOVED_QUERY, NOTICE_BY_SLUG_QUERY} from '../queries/pieces.ts'
import {PreviewNotice} from './components/preview-notice.tsx'
import {editingRequest} from './editing/editing-request.ts'
import {listPath, pagePath, routeOf} from './display/paths.ts'
import {safeHref} from './display/safe-href.ts'
import {piecesHead} from './formats/head/page-heads.ts'
import type {Page} from './page.ts'
import {NoticePage, noticeTitle} from './pages/notice-page.tsx'
import {PiecesPage} from './pages/pieces-page.tsx'
import {isPastTheEnd, range} from './paging.ts'
import type {Shown} from './views/view.tsx'
import {hasAudio, LISTS, PUBLIC_PIECES, VIEWS} from './views/views.ts'
import type {RouteResult, Route, RouteInput} from './route.ts'

export const PIECE_ROUTES = PUBLIC_PIECES.map((type): [path: string, route: Route] => [
  routeOf(type),
  (visit) => piece(type, visit),
])

export const LIST_ROUTES = LISTS.map((list): [path: string, route: Route] => [
  list.path,
  (visit) => pieceList(list, visit),
])

export const PIECE_PREVIEW_ROUTES = PUBLIC_PIECES.map((type): [path: string, route: Route] => [
  `/preview${routeOf(type)}`,
  (visit) => piecePreview(type, visit),
])

/** A piece by its slug; if it moved, its new address; if it was withdrawn, its notice. */
async function piece(type: PublicPiece, {client, name}: RouteInput): Promise<RouteResult> {
  const shown = await VIEWS[type].bySlug(client, name)
  if (shown)
    return {
      ...pieceAsPage(shown, pagePath(type, name)),
      translations: shown.translations,
      head: shown.head,
    }
  const [moved, gone] = await Promise.all([
    client.fetch(MOVED_QUERY, {type, slug: name}),
    client.fetch(NOTICE_BY_SLUG_QUERY, {type, slug: name}),
  ])
  // A withdrawn piece that was published again may have another address.
  const slug = moved ?? gone?.movedTo
  if (slug && slug !== name) return {movedTo: pagePath(type, slug)}
  if (!gone?.notice) return undefined
  return {
    title: noticeTitle(gone.notice, type),
    path: pagePath(type, name),
    noIndex: true,
    status: 410,
    main: <NoticePage notice={gone.notice} type={type} />,
  }
}

/** All pieces of a type, page by page. */
async function pieceList(
  {type, path}: (typeof LISTS)[number],
  {client, page}: RouteInput,
): Promise<RouteResult> {
  const found = await VIEWS[type].list?.(client, range(page))
  if (!found || isPastTheEnd(page, found.total)) return undefined
  const title = CONTENT_TYPES[type].plural
  return {
    title,
    path: listPath(path, page),
    hasAudio: hasAudio(type),
    head: (publisher) => piecesHead({title, path}, page, publisher),
    main: <PiecesPage {...found} title={title} page={page} path={path} />,
  }
}

async function piecePreview(type: PublicPiece, visit: RouteInput): Promise<RouteResult> {
  const {client, name, search} = visit
  const id = name.replace(/^drafts\./, '')
  const shown = await VIEWS[type].byId(client, id)
  if (!shown) return await piecePreviewBySlug(type, visit)
  const {piece} = shown
  // In a release the page shows a version, which is not a draft.
  const isInRelease = Array.isArray(editingRequest({searchParams: search})?.perspective)
  const shows = isInRelease ? 'release' : piece.isDraft ? 'draft' : 'published'
  return {
    ...pieceAsPage(shown, `/preview${pagePath(type, id)}`),
    noIndex: true,
    notice: <PreviewNotice shows={shows} piece={piece} />,
  }
}

/** Links of other pages use the slug, as readers' links do. */
async function piecePreviewBySlug(
  type: PublicPiece,
  {client, name}: RouteInput,
): Promise<RouteResult> {
  const shown = await VIEWS[type].bySlug(client, name)
  return shown ? {movedTo: `/preview${pagePath(type, shown.piece._id)}`} : undefined
}

function pieceAsPage({piece, page}: Shown, path: string): Page {
  return {
    title: piece.seoHeadline?.trim() || piece.headline || 'Untitled',
    description: piece.seo?.description?.trim() || piece.dek,
    language: piece.language,
    path,
    canonical: safeHref(piece.seo?.canonicalUrl),
    noIndex: piece.seo?.noIndex ?? false,
    type: piece._type,
    hasAudio: hasAudio(piece._type),
    main: page(),
  }
}
