// From the page that a route returns to the response that a browser gets.
import {SearchForm} from './components/search-form.tsx'
import {createImages} from './display/images.ts'
import {publisherOf} from './formats/publisher.ts'
import {PRIVATE, PUBLIC} from './http/cache-control.ts'
import {conditional, type ResponseFor} from './http/conditional.ts'
import {HTML, securityHeaders} from './http/security-headers.ts'
import type {Page} from './page.ts'
import {MessagePage} from './pages/message-page.tsx'
import {createPlaceholders} from './placeholders.ts'
import {renderPage, type Edited, type Live, type Rendered} from './render-page.tsx'
import type {SiteSettings} from './site-context.ts'
import type {SiteFiles} from './site-files.ts'

interface Options {
  origin: string
  projectId: string
  dataset: string
  imageBaseUrl?: string | undefined
  liveEvents?: string | undefined
  files: Promise<SiteFiles>
}

interface RenderOptions {
  preview?: boolean
  live?: Live | undefined
  edited?: Edited | undefined
  /** Lets the browser load pictures of photos that are not published. */
  shareToken?: string | undefined
}

interface ResponseOptions {
  status?: number
  headers: Record<string, string>
  hasForm?: boolean | undefined
  hasAudio?: boolean | undefined
  isLive?: boolean
  isEdited?: boolean
}

export type PageResponses = ReturnType<typeof createPageResponses>

export function createPageResponses({imageBaseUrl, liveEvents, files, ...options}: Options) {
  const {origin} = options
  const images = createImages({...options, baseUrl: imageBaseUrl})
  const absoluteImages = createImages({...options, baseUrl: imageBaseUrl || origin})
  const imageOrigin = imageBaseUrl ? new URL(imageBaseUrl).origin : undefined
  const liveOrigin = liveEvents?.startsWith('/') === false ? new URL(liveEvents).origin : undefined

  async function render(
    page: Page,
    answered: SiteSettings,
    {preview = false, live, edited, shareToken}: RenderOptions = {},
  ): Promise<Rendered> {
    const publisher = publisherOf(answered, {origin, images: absoluteImages})
    const site = {
      ...publisher,
      images: shareToken ? createImages({...options, baseUrl: imageBaseUrl, shareToken}) : images,
      placeholders: createPlaceholders(),
      preview,
      isEdited: edited !== undefined,
    }
    const {name, settings} = publisher
    const titled = page.title ? page : {...page, title: name, description: settings?.strapline}
    return renderPage(titled, site, {
      publisher,
      files: await files,
      live,
      edited,
    })
  }

  /** A page for readers can be answered with 304. */
  function respond(
    request: Request,
    {body, etag, styleHash}: Rendered,
    {status = 200, headers, ...policy}: ResponseOptions,
  ): Response | Promise<Response> {
    const isPrivate = headers === PRIVATE
    const security = securityHeaders({styleHash, imageOrigin, liveOrigin, isPrivate, ...policy})
    const all = {...HTML, ...security, ...headers}
    if (status === 200 && headers === PUBLIC) return conditional(request, body, {...all, etag})
    return new Response(request.method === 'HEAD' ? null : body, {status, headers: all})
  }

  async function notFound(
    path: string,
    settings: SiteSettings,
    edited?: Edited,
  ): Promise<ResponseFor> {
    const title = 'Page not found'
    const text =
      'There is nothing at this address. It may have been mistyped, or the page was taken down.'
    const main = (
      <MessagePage title={title} text={text}>
        <SearchForm />
      </MessagePage>
    )
    const rendered = await render({title, path, noIndex: true, main}, settings, {edited})
    const isEdited = edited !== undefined
    return (request) =>
      respond(request, rendered, {status: 404, headers: PRIVATE, hasForm: true, isEdited})
  }

  return {absoluteImages, render, respond, notFound}
}
