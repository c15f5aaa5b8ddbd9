// How running text is rendered, wherever it stands: paragraphs, lists, emphasis and links.
import {PortableText, type PortableTextComponents} from '@portabletext/react'
import type {ReactNode} from 'react'
import {pathOf, type LinkTarget} from '../format/paths.ts'
import {safeHref} from '../format/safe-href.ts'
import type {RichText as RichTextValue} from './types.ts'

interface Words {
  children?: ReactNode
}

export const textComponents = {
  block: {
    normal: ({children}: Words) => <p>{children}</p>,
    h2: ({children}: Words) => <h2>{children}</h2>,
    h3: ({children}: Words) => <h3>{children}</h3>,
    blockquote: ({children}: Words) => (
      <blockquote className="passage">
        <p>{children}</p>
      </blockquote>
    ),
  },
  marks: {
    link: ({children, value}: Words & {value?: unknown}) => {
      const {href, title} = (value ?? {}) as {href?: unknown; title?: string}
      const address = safeHref(href)
      if (!address) return <>{children}</>
      return (
        <a href={address} title={title} rel="noopener">
          {children}
        </a>
      )
    },
    internalLink: ({children, value}: Words & {value?: unknown}) => {
      const path = pathOf((value as {target?: LinkTarget | null} | undefined)?.target)
      return path ? <a href={path}>{children}</a> : <>{children}</>
    },
  },
  // What nobody has written a component for is left out, its words are not.
  unknownType: () => null,
  unknownMark: ({children}: Words) => <>{children}</>,
  unknownBlockStyle: ({children}: Words) => <p>{children}</p>,
} satisfies PortableTextComponents

/** Paragraphs and lists without pictures: fact boxes, biographies, policies. */
export function RichText({value}: {value: RichTextValue | null | undefined}) {
  if (!value?.length) return null
  return <PortableText value={value} components={textComponents} onMissingComponent={false} />
}
