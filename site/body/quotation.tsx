// Words of a paragraph that somebody said.
import type {ReactNode} from 'react'
import {direction, languageTag} from '../display/language.ts'
import {sourcePath} from '../display/paths.ts'
import {useSite} from '../site-context.ts'
import {speakersOf} from './speakers.ts'
import type {FlowingMember} from './inline-quotes.ts'
import type {QuotationMark} from './types.ts'

/** Other annotations on the same words may be links, and a link cannot be inside another. */
export type LinkableQuotation = QuotationMark & {hasOtherMark?: boolean}

/**
 * The words as they are in the paragraph. They lead to all that we quoted of the speaker. Without a quote that readers
 * may see, they are only words.
 */
export function Quotation({
  value: {quote, hasOtherMark},
  children,
}: {
  value: LinkableQuotation
  children?: ReactNode
}) {
  const {preview} = useSite()
  if (!quote) return <>{children}</>
  const {names, attribution} = speakersOf(quote)
  const speakers = names.map(({name, role}) => [name, role].filter(Boolean).join(', '))
  const language = languageTag(quote.language)
  const attributes = {
    className: 'quotation',
    lang: language,
    dir: language && direction(language),
    title: [...speakers, attribution].filter(Boolean).join('; ') || undefined,
  }
  const [speaker, ...others] = names
  const source = others.length === 0 && !hasOtherMark && !preview ? speaker?.source : undefined
  return source ? (
    <a href={sourcePath(source)} {...attributes}>
      {children}
    </a>
  ) : (
    <span {...attributes}>{children}</span>
  )
}

/** The same member, with quotations that know whether their words have another annotation. */
export function notingOtherMarks(member: FlowingMember): FlowingMember {
  if (member._type !== 'block') return member
  const {children = [], markDefs} = member
  const keys = new Set(markDefs?.map(({_key}) => _key))
  const hasOtherMark = (key: string): boolean =>
    children.some(
      (child) =>
        child._type === 'span' &&
        child.marks?.includes(key) &&
        child.marks.some((mark) => mark !== key && keys.has(mark)),
    )
  return {
    ...member,
    markDefs:
      markDefs?.map((mark) =>
        mark._type === 'quotation' ? {...mark, hasOtherMark: hasOtherMark(mark._key)} : mark,
      ) ?? null,
  }
}
