// Who made an article: `By A and B. Photographs by C`.
import {Fragment, type ReactNode} from 'react'
import {authorPath} from '../display/paths.ts'
import {useSite} from '../site-context.ts'

export interface BylineEntry {
  role: string | null
  prefix: string | null
  author: {_id: string; name: string | null; slug: string | null} | null
}

const LABELS: Record<string, string> = {
  writer: 'By',
  reporter: 'By',
  photographer: 'Photographs by',
  illustrator: 'Illustrations by',
  translator: 'Translated by',
  editor: 'Edited by',
  factChecker: 'Fact-checked by',
  contributor: 'With contributions by',
}

/**
 * The byline; `linked` leads from the names to their pages, `isShort` names only those who come first. Authors that are gone are
 * left out.
 */
export function Byline({
  entries,
  linked = false,
  isShort = false,
}: {
  entries: readonly BylineEntry[] | null | undefined
  linked?: boolean
  isShort?: boolean
}) {
  const groups = grouped(entries ?? [])
  if (groups.size === 0) return null
  return (
    <span className="byline">
      {[...groups].slice(0, isShort ? 1 : undefined).map(([label, authors]) => (
        <span className="byline__group" key={label}>
          {label}{' '}
          <Names>
            {authors.map((author) =>
              linked && author.slug ? (
                <a key={author._id} href={authorPath(author.slug)} rel="author">
                  {author.name}
                </a>
              ) : (
                <span key={author._id}>{author.name}</span>
              ),
            )}
          </Names>
        </span>
      ))}
    </span>
  )
}

type Author = NonNullable<BylineEntry['author']>

function grouped(entries: readonly BylineEntry[]): Map<string, Author[]> {
  const groups = new Map<string, Author[]>()
  for (const {role, prefix, author} of entries) {
    if (!author?.name) continue
    const label = prefix?.trim() || LABELS[role ?? 'writer'] || 'By'
    groups.set(label, [...(groups.get(label) ?? []), author])
  }
  return groups
}

/** Joins elements as the language joins a list: `A, B and C`. */
export function Names({children}: {children: ReactNode[]}) {
  const {language} = useSite()
  const parts = new Intl.ListFormat(language, {type: 'conjunction'}).formatToParts(
    children.map((_, index) => String(index)),
  )
  return parts.map(({type, value}, index) => (
    <Fragment key={index}>{type === 'element' ? children[Number(value)] : value}</Fragment>
  ))
}
