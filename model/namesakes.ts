// Authors of the same name as a person who gets an account.
import {publishedIdOf} from './ids.ts'

/** An author to whom no account is linked. */
export interface FreeAuthor {
  /** Published ID. */
  id: string
  name: string
  slug?: string
}

/** A document as it is stored: its fields may hold anything. */
interface Stored {
  _id: string
  [field: string]: unknown
}

export interface KnownAuthors {
  /** All authors, drafts and published. */
  authors: readonly Stored[]
  /** All documents that link an author to an account. */
  links: readonly Stored[]
}

/** Authors without an account who have this name, however it is spelled in capitals and spaces. */
export function namesakesOf(name: string, {authors, links}: KnownAuthors): FreeAuthor[] {
  const linked = new Set(links.filter(userIdOf).map(authorOf))
  const found = new Map(
    authors
      .filter((author) => plain(textOf(author['name']) ?? '') === plain(name))
      .map((author): [string, FreeAuthor] => {
        const id = publishedIdOf(author._id)
        const slug = currentOf(author['slug'])
        return [id, {id, name: textOf(author['name']) ?? '', ...(slug && {slug})}]
      }),
  )
  return [...found.values()].filter(({id}) => !linked.has(id))
}

/** The account that a link names. */
export const userIdOf = (link: Stored): string | undefined => textOf(link['userId'])

/** The author that a link names. */
export const authorOf = ({_id}: Stored): string => _id.replace(/^private\.author\./, '')

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined

const currentOf = (slug: unknown): string | undefined =>
  typeof slug === 'object' && slug && 'current' in slug ? textOf(slug.current) : undefined

const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()
