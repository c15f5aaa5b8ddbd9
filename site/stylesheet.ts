// One style sheet under an address that changes with its content, so that browsers keep it for good.
import articleCss from './styles/article.css?raw'
import baseCss from './styles/base.css?raw'
import bodyCss from './styles/body.css?raw'
import cardsCss from './styles/cards.css?raw'
import correctionsCss from './styles/corrections.css?raw'
import searchAndSourcesCss from './styles/search-and-sources.css?raw'
import frameCss from './styles/frame.css?raw'
import liveCss from './styles/live.css?raw'
import remarksCss from './styles/remarks.css?raw'
import printCss from './styles/print.css?raw'
import {digest} from './http/digest.ts'

const CSS = [
  baseCss,
  frameCss,
  cardsCss,
  articleCss,
  bodyCss,
  correctionsCss,
  searchAndSourcesCss,
  liveCss,
  remarksCss,
  printCss,
]
  .join('\n')
  .replace(/\/\*[^]*?\*\//g, '')
  .replace(/\n\s*/g, '\n')

const HASH_LENGTH = 16

/** The style sheet's text and its path. */
export async function stylesheet(): Promise<{css: string; path: string}> {
  const hash = (await digest(CSS)).replace(/[^A-Za-z0-9]/g, '').slice(0, HASH_LENGTH)
  return {css: CSS, path: `/_site/site.${hash}.css`}
}
