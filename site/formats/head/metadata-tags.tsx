import {jsonText} from '../json-text.ts'
import type {HeadTags} from './head-tags.ts'

/**
 * What a page's head tells machines. The element that holds JSON-LD is called a script and is none: no
 * browser runs a type that it does not know, and the Content-Security-Policy, which allows no inline
 * script, does not ask about it.
 */
export function MetadataTags({meta, alternates, jsonLd}: HeadTags) {
  return (
    <>
      {meta.map(([key, content], index) =>
        key === 'robots' || key.startsWith('twitter:') ? (
          <meta key={index} name={key} content={String(content)} />
        ) : (
          <meta key={index} property={key} content={String(content)} />
        ),
      )}
      {alternates.map(({type, title, href}) => (
        <link key={href} rel="alternate" type={type} title={title} href={href} />
      ))}
      {jsonLd.length > 0 && (
        <script type="application/ld+json" dangerouslySetInnerHTML={{__html: scriptText(jsonLd)}} />
      )}
    </>
  )
}

/**
 * JSON-LD as the text of a `<script type="application/ld+json">`. No `<` is left in it, so that nothing
 * that somebody wrote ends the element or begins a comment; `\u003c` is the same character in JSON.
 */
function scriptText(graph: readonly object[]): string {
  const document = {'@context': 'https://schema.org', '@graph': graph}
  return jsonText(document, {emptyLists: false}).replace(
    /[<>&]/g,
    (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`,
  )
}
