// The typeface of the pages, for text that the studio sets as it will look. Loaded where it is used, from the studio's own
// files, so that it is there on every computer and without a network.
import italic from '@fontsource-variable/newsreader/files/newsreader-latin-opsz-italic.woff2?url'
import normal from '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2?url'
import extItalic from '@fontsource-variable/newsreader/files/newsreader-latin-ext-opsz-italic.woff2?url'
import extNormal from '@fontsource-variable/newsreader/files/newsreader-latin-ext-opsz-normal.woff2?url'
import ranges from '@fontsource-variable/newsreader/unicode.json' with {type: 'json'}

const FILES = [
  {url: normal, style: 'normal', unicodeRange: ranges.latin},
  {url: italic, style: 'italic', unicodeRange: ranges.latin},
  {url: extNormal, style: 'normal', unicodeRange: ranges['latin-ext']},
  {url: extItalic, style: 'italic', unicodeRange: ranges['latin-ext']},
]

/** Makes it known to the browser, which fetches a file once its characters are shown. */
export function addReadingFace(): void {
  for (const {url, ...rest} of FILES) {
    const face = new FontFace('Newsreader', `url("${url}")`, {
      ...rest,
      weight: '200 800',
      display: 'swap',
    })
    document.fonts.add(face)
  }
}
