// Reading documents whose fields nobody vouches for: what is not of the expected kind is not there.
import {itemSegment, pathText, type PathSegment} from '../../model/path-text.ts'
import {titleOf} from '../../model/registry.ts'
import type {PieceDocument} from '../piece.ts'

type Fields = Record<string, unknown>

export function textAt(document: unknown, ...path: string[]): string | undefined {
  const value = at(document, path)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

export function at(document: unknown, path: string[]): unknown {
  let value: unknown = document
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Fields)[name]
  }
  return value
}

/** The published id that a reference field points to. */
export function refAt(document: unknown, ...path: string[]): string | undefined {
  return textAt(document, ...path, '_ref')?.replace(/^drafts\./, '')
}

/**
 * The published ids that references at a path of the registry point to.
 *
 * @param path a field (`section`), the items of one (`hosts[]`), or a field of its items
 *   (`bylines[].author`)
 */
export function refsAt(document: PieceDocument, path: string): string[] {
  const [field = '', inside] = path.split('[]')
  const value = document[field]
  const below = inside ? [inside.replace(/^\./, '')] : []
  const holders: unknown[] = Array.isArray(value) ? value : [value]
  return holders.flatMap((holder) => refAt(holder, ...below) ?? [])
}

/** Milliseconds, or undefined for an invalid date. */
export function timeAt(document: unknown, ...path: string[]): number | undefined {
  const text = textAt(document, ...path)
  const time = text === undefined ? NaN : Date.parse(text)
  return Number.isNaN(time) ? undefined : time
}

export interface Use {
  /** Where in the article, e.g. `body[_key=="a1"]`. */
  path: string
  use: Fields
}

/**
 * Every object of an article that refers to something in a field of that name, in the article's
 * order: `photo` finds photos in use, `quote` quotes in use.
 */
export function usesIn(article: PieceDocument, field: 'photo' | 'quote'): Use[] {
  const found: Use[] = []
  const visit = (value: unknown, path: readonly PathSegment[]): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, itemSegment(item, index)])
    } else if (typeof value === 'object' && value !== null) {
      const fields = value as Fields
      if (refAt(fields, field)) found.push({path: pathText(path), use: fields})
      for (const [name, member] of Object.entries(fields)) visit(member, [...path, name])
    }
  }
  visit(article, [])
  return found
}

/** A few text by which a person knows a document again. */
export function nameOf(document: PieceDocument | null | undefined): string {
  const name = titleOf(document)
  if (name === undefined) return 'without a title'
  const text = name.replace(/\s+/g, ' ').trim()
  return `“${text.length > 48 ? `${text.slice(0, 46).trimEnd()} …` : text}”`
}
