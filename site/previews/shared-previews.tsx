// `/preview/link/…`: one piece for a person without an account, and a form for remarks.
import {PIECE_TYPE_QUERY, SHARED_REMARKS_QUERY} from '../../queries/previews.ts'
import {SITE_SETTINGS_QUERY} from '../../queries/settings.ts'
import {withSignal} from '../content-client.ts'
import {PRIVATE} from '../http/cache-control.ts'
import {redirect} from '../http/redirect.ts'
import type {PageResponses} from '../page-responses.tsx'
import type {Page} from '../page.ts'
import {MessagePage} from '../pages/message-page.tsx'
import type {SiteSettings} from '../site-context.ts'
import {sanitizeResult, withSanitizedResults} from '../sanitize-results.ts'
import {hasAudio, PUBLIC_PIECES, VIEWS} from '../views/views.ts'
import type {SharedPreviewClient, Remark} from './shared-preview-client.ts'
import {readForm} from './read-form.ts'
import {refusalOf} from './refusal.ts'
import {SharedPreviewNotice, SharedPreviewPage, Unsent} from './shared-preview-page.tsx'

export const SHARED_PREVIEWS = '/preview/link/'

/** Share tokens look like this. Sessions and other tokens in an address are refused. */
const SHARE_TOKEN = /^cp_[\w-]+\.[\w-]+$/

/** A page of a preview, and how it is sent. */
interface Shown {
  status: number
  page: Page
  settings: SiteSettings
  /** Lets the browser load pictures of photos that are not published. */
  shareToken?: string
}

interface Options {
  /** The client with the rights of this share token. */
  sharedPreviewClient: (shareToken: string) => SharedPreviewClient
  /** The public settings, for the page that says that a link has ended. */
  settings: () => Promise<SiteSettings>
  pages: PageResponses
}

interface FormState {
  unsent?: Partial<Remark>
  problem?: string
  status?: number
  isSent?: boolean
}

/** Answers GET, HEAD and POST of one shared preview; rejects if the lake fails. */
export function createSharedPreviews({sharedPreviewClient, settings, pages}: Options) {
  return async (request: Request): Promise<Response> => {
    const {pathname, searchParams} = new URL(request.url)
    const shareToken = pathname.slice(SHARED_PREVIEWS.length)
    const form = request.method === 'POST' ? ((await readForm(request)) ?? {}) : undefined
    if (!SHARE_TOKEN.test(shareToken)) return await refuse(request, 'unknown', form)
    const client = clientFor(shareToken, request.signal)
    try {
      const rejected = form ? await send(client, form) : {isSent: searchParams.has('sent')}
      if (!rejected) return redirect(303, `${pathname}?sent#remarks`, PRIVATE)
      return await respond(request, await load(client, shareToken, rejected))
    } catch (error) {
      const {kind} = refusalOf(error)
      if (kind !== 'unknown' && kind !== 'ended') throw error
      return await refuse(request, kind, form)
    }
  }

  function clientFor(shareToken: string, signal: AbortSignal): SharedPreviewClient {
    const client = sharedPreviewClient(shareToken)
    return {
      ...withSignal(client, signal),
      preview: () => client.preview(),
      remark: (remark) => client.remark(remark),
    }
  }

  async function refuse(
    request: Request,
    kind: keyof typeof MESSAGES,
    form: Record<string, string> | undefined,
  ): Promise<Response> {
    return await respond(request, {...message(kind, form?.['text']), settings: await settings()})
  }

  async function respond(request: Request, shown: Shown): Promise<Response> {
    const {status, page, shareToken} = shown
    const rendered = await pages.render(page, shown.settings, {preview: true, shareToken})
    const {hasForm, hasAudio} = page
    return await pages.respond(request, rendered, {status, headers: PRIVATE, hasForm, hasAudio})
  }
}

/**
 * Sends the remark. If the lake does not take it, returns the problem and the text, for the form.
 * Rejects if the share token does not work.
 */
async function send(
  client: SharedPreviewClient,
  form: Record<string, string>,
): Promise<FormState | undefined> {
  const {text, name, revision} = form
  const unsent = {...(text ? {text} : {}), ...(name ? {name} : {})}
  if (!text) return {unsent, problem: 'Write your remark first.', status: 422}
  try {
    await client.remark({text, ...(name ? {name} : {}), ...(revision ? {revision} : {})})
    return undefined
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal.kind === 'refused') return {unsent, problem: refusal.message, status: 422}
    if (refusal.kind === 'tooOften') return {unsent, problem: refusal.message, status: 429}
    if (refusal.kind === 'failed') return {unsent, problem: NOT_SENT, status: 503}
    throw error
  }
}

const NOT_SENT = 'Your remark could not be sent just now. It is still here: please try again.'

async function load(
  client: SharedPreviewClient,
  shareToken: string,
  form: FormState,
): Promise<Shown> {
  const sanitized = withSanitizedResults(client)
  const [settings, preview] = await Promise.all([
    sanitized.fetch(SITE_SETTINGS_QUERY),
    client.preview().then(sanitizeResult),
  ])
  const id = preview.articleId
  const [type, remarks] = await Promise.all([
    sanitized.fetch(PIECE_TYPE_QUERY, {id}),
    sanitized.fetch(SHARED_REMARKS_QUERY, {id}),
  ])
  const view = PUBLIC_PIECES.find((name) => name === type)
  const shown = view && (await VIEWS[view].byId(sanitized, id))
  if (!shown) return {...message('ended'), settings}
  const {piece} = shown
  return {
    status: form.status ?? 200,
    settings,
    shareToken,
    page: {
      title: `Preview: ${piece.headline ?? 'Untitled'}`,
      language: piece.language,
      path: SHARED_PREVIEWS,
      noIndex: true,
      hasForm: true,
      hasAudio: hasAudio(piece._type),
      notice: <SharedPreviewNotice piece={piece} preview={preview} />,
      main: (
        <SharedPreviewPage {...{piece, preview, remarks}} {...form}>
          {shown.page()}
        </SharedPreviewPage>
      ),
    },
  }
}

const MESSAGES = {
  unknown: {
    status: 404,
    title: 'This link does not work',
    text: 'A part of the address may be missing. Open it again from the message in which you got it.',
  },
  ended: {
    status: 410,
    title: 'This link has ended',
    text: 'It showed something that was not yet published. If you still need to look at it, ask the person who sent you the link for a new one.',
  },
}

/** @param text the remark that was not sent, so that it can be copied */
function message(kind: keyof typeof MESSAGES, text?: string): Omit<Shown, 'settings'> {
  const {status, title, text: words} = MESSAGES[kind]
  return {
    status,
    page: {
      title,
      path: SHARED_PREVIEWS,
      noIndex: true,
      main: (
        <MessagePage title={title} text={words}>
          {text && <Unsent text={text} />}
        </MessagePage>
      ),
    },
  }
}
