import {PortableText, type PortableTextComponents} from '@portabletext/react'
import type {ComponentProps} from 'react'
import {Photo, type PhotoUse} from './photo'
import {Quote, saidBy, type QuoteUse} from './quote'

/** Where a link may lead: what else an address could do (`javascript:`) is not for readers. */
const isSafe = (href: string) => /^(https?:|mailto:)/i.test(href)

const components: PortableTextComponents = {
  types: {
    photoUse: ({value}: {value: PhotoUse}) => <Photo {...value} />,
    quoteUse: ({value}: {value: QuoteUse}) => <Quote {...value} />,
  },
  marks: {
    link: ({value, children}) =>
      isSafe(String(value?.href)) ? <a href={String(value.href)}>{children}</a> : <>{children}</>,
    internalLink: ({value, children}) =>
      value?.target?._type === 'article' ? (
        <a href={`/articles/${value.target.slug}`}>{children}</a>
      ) : (
        <>{children}</>
      ),
    // Words in a paragraph that somebody said. Without a quote that readers may see, they are only words.
    quotation: ({value, children}) =>
      value?.quote ? (
        <span lang={value.quote.language ?? undefined} title={saidBy(value.quote)}>
          {children}
        </span>
      ) : (
        <>{children}</>
      ),
  },
  // Fact boxes, embeds and more: see docs/render-content.md.
  unknownType: () => null,
}

type Value = ComponentProps<typeof PortableText>['value']

/** Running text with its photos, quotes and boxes. */
export function Text({body}: {body: unknown[]}) {
  return <PortableText value={body as Value} components={components} onMissingComponent={false} />
}
