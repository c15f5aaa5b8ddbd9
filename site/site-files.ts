// The site's style sheet and scripts. Their addresses change with their content, so that browsers keep them for good.
// oxlint-disable-next-line import/default -- the bundler makes it of the file that is named
import editingJs from './editing/editing.ts?script'
import {conditional} from './http/conditional.ts'
import {digest} from './http/digest.ts'
// oxlint-disable-next-line import/default -- the bundler makes it of the file that is named
import liveJs from './live/live.ts?script'
import articleCss from './styles/article.css?raw'
import baseCss from './styles/base.css?raw'
import bodyCss from './styles/body.css?raw'
import cardsCss from './styles/cards.css?raw'
import correctionsCss from './styles/corrections.css?raw'
import searchAndSourcesCss from './styles/search-and-sources.css?raw'
import frameCss from './styles/frame.css?raw'
import seriesCss from './styles/series.css?raw'
import liveCss from './styles/live.css?raw'
import remarksCss from './styles/remarks.css?raw'
import printCss from './styles/print.css?raw'

export interface SiteFiles {
  /** Paths. */
  stylesheet: string
  liveScript: string
  editingScript: string
  /** `undefined` if no file has the path of the request. */
  respond(request: Request, path: string): Promise<Response> | undefined
}

const CSS = [
  baseCss,
  frameCss,
  cardsCss,
  articleCss,
  bodyCss,
  correctionsCss,
  searchAndSourcesCss,
  seriesCss,
  liveCss,
  remarksCss,
  printCss,
].join('\n')

export async function loadSiteFiles(): Promise<SiteFiles> {
  const [style, live, editing] = await Promise.all([
    fileOf('site.*.css', CSS, 'text/css'),
    fileOf('live.*.js', liveJs, 'text/javascript'),
    fileOf('editing.*.js', editingJs, 'text/javascript'),
  ])
  return {
    stylesheet: style.path,
    liveScript: live.path,
    editingScript: editing.path,
    respond(request, path) {
      const file = [style, live, editing].find((one) => one.path === path)
      return file && conditional(request, file.text, headersOf(file.type))
    },
  }
}

const HASH_LENGTH = 16

/** @param name with `*` in the place of the content's hash */
async function fileOf(name: string, text: string, type: string) {
  const hash = (await digest(text)).replace(/[^A-Za-z0-9]/g, '').slice(0, HASH_LENGTH)
  return {path: `/_site/${name.replace('*', hash)}`, text, type}
}

const headersOf = (type: string) => ({
  'content-type': `${type}; charset=utf-8`,
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
})
