// The Content-Security-Policy of the studio's page, built or under development.
import {createHash} from 'node:crypto'

export interface StudioPage {
  /** As it is sent: the scripts that stand in it run, and no others that are put into it. */
  html: string
  /** The studio talks to Sanity's hosted API. */
  hosted: boolean
  /** As the browser named it: not every browser counts sockets as part of 'self'. */
  host: string
}

/**
 * The studio talks to this server only. Images may come from data and blob addresses (previews of
 * uploads). Styles are written by styled-components, hence inline.
 */
export function studioPolicy({html, hosted, host}: StudioPage): string {
  const api = hosted ? ' https://*.sanity.io https://*.api.sanity.io wss://*.api.sanity.io' : ''
  const sockets = /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : ''
  const scripts = inlineScripts(html).map((script) => ` 'sha256-${sha256(script)}'`)
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval'${scripts.join('')}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${api}`,
    "font-src 'self' data:",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    `connect-src 'self'${sockets} data: blob:${api}`,
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ')
}

/** The exact text between the tags: browsers hash it. */
function inlineScripts(html: string): string[] {
  const elements = html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/gi)
  return [...elements].flatMap(([, attributes = '', text = '']) =>
    /\ssrc\s*=/i.test(attributes) ? [] : [text],
  )
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64')
