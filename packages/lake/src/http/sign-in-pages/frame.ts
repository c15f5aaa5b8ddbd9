// The frame of a sign-in page, and its headers.
import {html, raw} from 'hono/html'
import type {Context} from 'hono'
import {STYLE, STYLE_HASH} from './style.ts'

/** The result of `html`: markup in which every value is escaped. */
export type Html = ReturnType<typeof html>

export interface Page {
  /** The product's name. */
  name: string
  tagline?: string | undefined
  title: string
  body: Html
}

// One string, because the hash in the policy covers every character between the tags.
const STYLE_ELEMENT = raw(`<style>${STYLE}</style>`)

/** The whole document. */
export function frame({name, tagline, title, body}: Page): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} – ${name}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <div class="page">
          <header>
            <p class="name">${name}</p>
            ${tagline && html`<p class="line">${tagline}</p>`}
          </header>
          <main>${body}</main>
        </div>
      </body>
    </html> `
}

/** A message: screen readers announce an error immediately and a note in its order. */
export function message(text: string, kind: 'alarm' | 'note'): Html {
  return kind === 'alarm'
    ? html`<p class="message alarm" id="error" role="alert">${text}</p>`
    : html`<p class="message">${text}</p>`
}

/**
 * Sends a page that must not be cached, framed or scripted.
 * @param formTarget another origin to which the form's response redirects: browsers apply
 * `form-action` to redirects too
 */
export async function answerPage(
  c: Context,
  page: Page,
  status: number,
  formTarget?: string,
): Promise<Response> {
  const formAction = formTarget ? `'self' ${formTarget}` : `'self'`
  return c.body(await frame(page), status as 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': `default-src 'none'; style-src '${STYLE_HASH}'; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    // Not `no-referrer`, because browsers would send `Origin: null` with the form, and the check
    // would fail.
    'Referrer-Policy': 'same-origin',
  })
}
