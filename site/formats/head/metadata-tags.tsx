import {scriptText} from '../json-ld/script-text.ts'
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
