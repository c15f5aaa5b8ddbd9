// `/preview/link/…`: one piece for somebody without an account, and what they say about it.
import {PIECE_TYPE_QUERY, SHARED_REMARKS_QUERY} from '../../queries/previews.ts'
import {SITE_SETTINGS_QUERY} from '../../queries/settings.ts'
import {withSignal} from '../content-client.ts'
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

/** No session and no token of the newsroom: in an address neither opens anything. */
const SECRET = /^cp_[\w-]+\.[\w-]+$/

/** A page of a preview, and how it is sent. */
export interface Shown {
  status: number
  page: Page
  settings: SiteSettings
  /** Opens the pictures of unpublished photos to the browser. */
  pass?: string
}

/** What becomes of a request: a page, or another address to go to. */
export type SharedAnswer = Shown | {seeOther: string}

interface Options {
  /** The lake as it answers the holder of this secret. */
  sharedPreviewClient: (secret: string) => SharedPreviewClient
  /** As it answers everybody: whose link has ended still sees whose site this is. */
  settings: () => Promise<SiteSettings>
}

interface Said {
  unsent?: Partial<Remark>
  problem?: string
  status?: number
  isSent?: boolean
}

/** Answers GET, HEAD and POST of one shared preview; rejects where the lake fails. */
export function createSharedPreviews({sharedPreviewClient, settings}: Options) {
  return async function answer(request: Request, url: URL): Promise<SharedAnswer> {
    const secret = url.pathname.slice(SHARED_PREVIEWS.length)
    const form = request.method === 'POST' ? ((await readForm(request)) ?? {}) : undefined
    if (!SECRET.test(secret)) {
      return {...message('unknown', form?.['text']), settings: await settings()}
    }
    const holder = sharedPreviewClient(secret)
    const guest: SharedPreviewClient = {
      ...withSignal(holder, request.signal),
      preview: () => holder.preview(),
      remark: (remark) => holder.remark(remark),
    }
    try {
      if (!form) return await shown(guest, secret, {isSent: url.searchParams.has('sent')})
      const said = await send(guest, form)
      return said ? await shown(guest, secret, said) : {seeOther: `${url.pathname}?sent#remarks`}
    } catch (error) {
      const {kind} = refusalOf(error)
      if (kind !== 'unknown' && kind !== 'ended') throw error
      return {...message(kind, form?.['text']), settings: await settings()}
    }
  }
}

/**
 * Nothing where the remark has arrived; else what to show with the form, which keeps every word.
 * Rejects where the link is none, or none any more.
 */
async function send(guest: SharedPreviewClient, form: Record<string, string>): Promise<Said | undefined> {
  const {text, name, revision} = form
  const unsent = {...(text ? {text} : {}), ...(name ? {name} : {})}
  if (!text) return {unsent, problem: 'Write your remark first.', status: 422}
  try {
    await guest.remark({text, ...(name ? {name} : {}), ...(revision ? {revision} : {})})
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

async function shown(holder: SharedPreviewClient, secret: string, said: Said): Promise<Shown> {
  const guest = withSanitizedResults(holder)
  const [settings, preview] = await Promise.all([
    guest.fetch(SITE_SETTINGS_QUERY),
    holder.preview().then(sanitizeResult),
  ])
  const id = preview.articleId
  const [type, remarks] = await Promise.all([
    guest.fetch(PIECE_TYPE_QUERY, {id}),
    guest.fetch(SHARED_REMARKS_QUERY, {id}),
  ])
  const view = PUBLIC_PIECES.find((name) => name === type)
  const shown = view && (await VIEWS[view].byId(guest, id))
  if (!shown) return {...message('ended'), settings}
  const {piece} = shown
  return {
    status: said.status ?? 200,
    settings,
    pass: secret,
    page: {
      title: `Preview: ${piece.headline ?? 'Untitled'}`,
      language: piece.language,
      path: SHARED_PREVIEWS,
      noIndex: true,
      hasForm: true,
      hasAudio: hasAudio(piece._type),
      notice: <SharedPreviewNotice piece={piece} preview={preview} />,
      main: (
        <SharedPreviewPage {...{piece, preview, remarks}} {...said}>
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
    text: 'It showed an article that was not yet published. If you still need to look at it, ask the person who sent you the link for a new one.',
  },
}

/** @param text what somebody was just about to say: they can still take it elsewhere */
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
