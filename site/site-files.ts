// The site's style sheet and scripts. Their addresses change with their content.
import {editingScript} from './editing/editing-script.ts'
import {conditional} from './http/conditional.ts'
import {liveScript} from './live/live-script.ts'
import {stylesheet} from './stylesheet.ts'

export interface SiteFiles {
  /** Paths. */
  stylesheet: string
  liveScript: string
  editingScript: string
  /** `undefined` if no file has the path of the request. */
  respond(request: Request, path: string): Promise<Response> | undefined
}

export async function loadSiteFiles(): Promise<SiteFiles> {
  const [style, live, editing] = await Promise.all([stylesheet(), liveScript(), editingScript()])
  const files = new Map([
    [style.path, {text: style.css, type: 'text/css'}],
    [live.path, {text: live.js, type: 'text/javascript'}],
    [editing.path, {text: editing.js, type: 'text/javascript'}],
  ])
  return {
    stylesheet: style.path,
    liveScript: live.path,
    editingScript: editing.path,
    respond(request, path) {
      const file = files.get(path)
      return file && conditional(request, file.text, headersOf(file.type))
    },
  }
}

const headersOf = (type: string) => ({
  'content-type': `${type}; charset=utf-8`,
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
})
