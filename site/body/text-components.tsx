// Renders running text everywhere: paragraphs, lists, emphasis and links.
import {PortableText, type PortableTextComponents} from '@portabletext/react'
import type {ReactNode} from 'react'
import {pathOf, type LinkTarget} from '../display/paths.ts'
import {TextPlace, useEditableParagraph} from '../editing/editable.ts'
import {safeHref} from '../display/safe-href.ts'
import type {RichText as RichTextValue} from './types.ts'

interface Words {
  children?: ReactNode
}

interface Paragraph extends Words {
  value: Parameters<typeof useEditableParagraph>[0]
}

export const textComponents = {
  block: {
    normal: ({children, value}: Paragraph) => <p {...useEditableParagraph(value)}>{children}</p>,
    h2: ({children, value}: Paragraph) => <h2 {...useEditableParagraph(value)}>{children}</h2>,
    h3: ({children, value}: Paragraph) => <h3 {...useEditableParagraph(value)}>{children}</h3>,
    blockquote: ({children, value}: Paragraph) => (
      <blockquote className="passage">
        <p {...useEditableParagraph(value)}>{children}</p>
      </blockquote>
    ),
  },
  listItem: ({children, value}: Paragraph) => <li {...useEditableParagraph(value)}>{children}</li>,
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
  // Members without a component are left out, but their text is shown.
  unknownType: () => null,
  unknownMark: ({children}: Words) => <>{children}</>,
  unknownBlockStyle: ({children}: Words) => <p>{children}</p>,
} satisfies PortableTextComponents

/** Paragraphs and lists without pictures: fact boxes, biographies, policies. */
export function RichText({value}: {value: RichTextValue | null | undefined}) {
  if (!value?.length) return null
  return (
    <TextPlace value={undefined}>
      <PortableText value={value} components={textComponents} onMissingComponent={false} />
    </TextPlace>
  )
}
