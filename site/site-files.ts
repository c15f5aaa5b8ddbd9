// The site's style sheets, fonts and scripts. Their addresses change with their content, so that browsers keep them for good.
import * as fonts from 'copydesk:fonts'
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
import frontsCss from './styles/fronts.css?raw'
import frameCss from './styles/frame.css?raw'
import seriesCss from './styles/series.css?raw'
import liveCss from './styles/live.css?raw'
import remarksCss from './styles/remarks.css?raw'
import printCss from './styles/print.css?raw'
import {HUE_CSS} from './styles/hue-css.ts'

export interface SiteFiles {
  /** Paths. */
  stylesheet: string
  /** The rules of the Japanese typeface, which is asked for where there are Japanese characters. */
  japaneseStylesheet: string
  /** Fonts that the first screen needs. */
  preloads: readonly string[]
  liveScript: string
  editingScript: string
  /** `undefined` if no file has the path of the request. */
  respond(request: Request, path: string): Promise<Response> | undefined
}

const CSS = [
  fonts.faces,
  baseCss,
  frameCss,
  cardsCss,
  frontsCss,
  articleCss,
  bodyCss,
  correctionsCss,
  searchAndSourcesCss,
  seriesCss,
  liveCss,
  remarksCss,
  HUE_CSS,
  printCss,
].join('\n')

export async function loadSiteFiles(): Promise<SiteFiles> {
  const [style, japanese, live, editing] = await Promise.all([
    fileOf('site.*.css', CSS, 'text/css'),
    fileOf('japanese.*.css', fonts.japanese, 'text/css'),
    fileOf('live.*.js', liveJs, 'text/javascript'),
    fileOf('editing.*.js', editingJs, 'text/javascript'),
  ])
  // Nearly every page needs them, and a new build could take the modules away under a server that runs.
  await Promise.all(fonts.latin.map(async (path) => await fonts.files[path]?.()))
  return {
    stylesheet: style.path,
    japaneseStylesheet: japanese.path,
    preloads: fonts.preloads,
    liveScript: live.path,
    editingScript: editing.path,
    respond(request, path) {
      if (path === FACES_PATH) return conditional(request, fonts.faces, FACES_HEADERS)
      const file = [style, japanese, live, editing].find((one) => one.path === path)
      if (file) return conditional(request, file.text, headersOf(`${file.type}; charset=utf-8`))
      return fontAt(request, path)
    },
  }
}

/** A font is loaded when it is first asked for. */
function fontAt(request: Request, path: string): Promise<Response> | undefined {
  const load = Object.hasOwn(fonts.files, path) ? fonts.files[path] : undefined
  return load?.().then(({default: base64}) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    return conditional(request, bytes, headersOf('font/woff2'))
  })
}

/** The typefaces for other pages of the newsroom, which do not know the names of their files. */
const FACES_PATH = '/_site/faces.css'
const FACES_HEADERS = {
  'content-type': 'text/css; charset=utf-8',
  'cache-control': 'public, no-cache',
  'x-content-type-options': 'nosniff',
}

const HASH_LENGTH = 16

/** @param name with `*` in the place of the content's hash */
async function fileOf(name: string, text: string, type: string) {
  const hash = (await digest(text)).replace(/[^A-Za-z0-9]/g, '').slice(0, HASH_LENGTH)
  return {path: `/_site/${name.replace('*', hash)}`, text, type}
}

const headersOf = (type: string) => ({
  'content-type': type,
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
})
