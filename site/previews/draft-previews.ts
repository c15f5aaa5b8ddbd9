// `/preview/…`: pages for staff with a session, as they would be if all drafts were published.
import {parse} from 'hono/utils/cookie'
import {SITE_SETTINGS_QUERY} from '../../queries/settings.ts'
import {withSignal, type ContentClient} from '../content-client.ts'
import {editingRequest} from '../editing/editing-request.ts'
import {STEGA, type EditingOptions} from '../editing/stega.ts'
import {PRIVATE} from '../http/cache-control.ts'
import {isSignedOut} from '../http/is-signed-out.ts'
import {redirect} from '../http/redirect.ts'
import type {PageResponses} from '../page-responses.tsx'
import {runRoute, type PageRequest} from '../route.ts'
import {withSanitizedResults} from '../sanitize-results.ts'
import type {SiteFiles} from '../site-files.ts'

interface Options {
  previewClient: (cookie: string, editing?: EditingOptions) => ContentClient
  pages: PageResponses
  files: Promise<SiteFiles>
  sessionCookie: string
  signInPath: string
}

/** Without a session, redirects to the sign-in page. */
export function createDraftPreviews(options: Options) {
  const {pages, sessionCookie, signInPath} = options

  return async (asked: PageRequest): Promise<Response> => {
    const cookie = asked.request.headers.get('cookie') ?? ''
    const signIn = () =>
      redirect(302, `${signInPath}?to=${encodeURIComponent(asked.url.pathname)}`, PRIVATE)
    if (parse(cookie, sessionCookie)[sessionCookie] === undefined) return signIn()
    try {
      return await preview(asked, cookie)
    } catch (error) {
      if (isSignedOut(error)) return signIn()
      throw error
    }
  }

  async function preview(asked: PageRequest, cookie: string): Promise<Response> {
    const {request, url} = asked
    const clientOf = (editing?: EditingOptions) =>
      withSignal(withSanitizedResults(options.previewClient(cookie, editing)), request.signal)
    const editing = editingRequest(url)
    const drafts = clientOf(editing && {...editing, stega: STEGA})
    // Masthead and footer cannot be edited by a click, so their texts have no stega.
    const frame = editing ? clientOf() : drafts
    const [settings, page] = await Promise.all([
      frame.fetch(SITE_SETTINGS_QUERY),
      runRoute(asked, drafts),
    ])
    const edited = editing && {script: (await options.files).editingScript, address: url}
    if (!page) return (await pages.notFound(url.pathname, settings, edited))(request)
    if ('movedTo' in page) return redirect(302, `${page.movedTo}${url.search}`, PRIVATE)
    const rendered = await pages.render(page, settings, {preview: true, edited})
    const {hasAudio} = page
    return await pages.respond(request, rendered, {
      headers: PRIVATE,
      isEdited: edited !== undefined,
      hasAudio,
    })
  }
}
