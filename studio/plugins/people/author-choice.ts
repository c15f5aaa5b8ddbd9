// Whether an invited person already has an author, or gets a new one.
import {namesakesOf, type FreeAuthor, type KnownAuthors} from '../../../model/namesakes.ts'
import {writes} from '../../../model/roles.ts'

export const KNOWN_AUTHORS = `{
  "authors": *[_type == "author"]{_id, _type, name, slug},
  "links": *[_type == "privateAuthor"]{_id, _type, userId}
}`

/** In place of an author's ID. */
export const NEW_AUTHOR = 'new'

export interface AuthorChoice {
  /** Authors of this name without an account. The dialog asks about them. */
  namesakes: FreeAuthor[]
  /** An ID or `new`. Undefined while nobody has chosen, and where there is nothing to choose. */
  chosen: string | undefined
  isOpen: boolean
}

/**
 * @param given what was chosen last, perhaps for another name
 * @param known null until it is loaded: then the server asks
 */
export function authorChoice(
  {name, roles}: {name: string; roles: readonly string[]},
  given: string | undefined,
  known: KnownAuthors | null,
): AuthorChoice {
  const namesakes = known && writes(roles) ? namesakesOf(name, known) : []
  const isOffered = given === NEW_AUTHOR || namesakes.some(({id}) => id === given)
  const chosen = namesakes.length > 0 && isOffered ? given : undefined
  return {namesakes, chosen, isOpen: namesakes.length > 0 && chosen === undefined}
}
