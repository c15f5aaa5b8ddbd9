import {jsonText} from '../json-text.ts'

/**
 * JSON-LD as the text of a `<script type="application/ld+json">`. No `<` is left in it, so that nothing
 * that somebody wrote ends the element or begins a comment; `\u003c` is the same character in JSON.
 */
export function scriptText(graph: readonly object[]): string {
  const document = {'@context': 'https://schema.org', '@graph': graph}
  return jsonText(document, {emptyLists: false}).replace(
    /[<>&]/g,
    (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`,
  )
}
