// The author of a new colleague: under this name they write. The account is invited and the author made, or
// an existing one linked, in one transaction.
import {draftIdOf, publishedIdOf} from '../model/ids.ts'
import {authorOf, namesakesOf, userIdOf} from '../model/namesakes.ts'
import {writes} from '../model/roles.ts'
import {textAt} from './checks/reading.ts'
import {freeSlug} from './free-slug.ts'
import {fixedKey} from './perform/review.ts'
import type {PieceDocument} from './piece.ts'
import type {RuleWrite} from './rules/types.ts'

export interface OwnAuthorInput {
  person: {id: string; name: string; roles: readonly string[]}
  /** The ID of an existing author, or `new`. Left out, it is `new` unless there is a namesake. */
  choice: unknown
  /** All authors, drafts and published. */
  authors: readonly PieceDocument[]
  /** All documents that link an author to an account. */
  links: readonly PieceDocument[]
  transactionId: string
}

export type OwnAuthor = {writes: RuleWrite[]} | {problem: string; isAmbiguous: boolean}

/** What is written for an account, or what is wrong with the request. Nothing is merged unasked. */
export function ownAuthor(input: OwnAuthorInput): OwnAuthor {
  const {person, choice, authors, links, transactionId} = input
  if (!writes(person.roles) || links.some((link) => userIdOf(link) === person.id)) {
    return {writes: []}
  }
  if (choice !== undefined && choice !== 'new') return linkExisting(choice, input)
  const [namesake] = choice === 'new' ? [] : namesakesOf(person.name, input)
  if (namesake) {
    return {
      problem: `There is an author “${namesake.name}” without an account. If it is this person, "author" is "${namesake.id}". Otherwise it is "new".`,
      isAmbiguous: true,
    }
  }
  const id = fixedKey(transactionId, 'author')
  const taken = new Set(authors.map((author) => textAt(author, 'slug', 'current')))
  return {
    writes: [
      {
        create: {
          _id: draftIdOf(id),
          _type: 'author',
          name: person.name,
          slug: {_type: 'slug', current: slugFor(person.name, taken)},
          status: 'staff',
        },
      },
      ...linkTo(id, person.id, links),
    ],
  }
}

function linkExisting(choice: unknown, {person, authors, links}: OwnAuthorInput): OwnAuthor {
  const author = authors.find(({_id}) => publishedIdOf(_id) === choice)
  const problem = (message: string): OwnAuthor => ({problem: message, isAmbiguous: false})
  if (!author) return problem(`There is no author ${JSON.stringify(choice)}.`)
  const id = publishedIdOf(author._id)
  if (links.some((link) => authorOf(link) === id && userIdOf(link))) {
    return problem(`The author ${JSON.stringify(choice)} has an account already.`)
  }
  return {writes: linkTo(id, person.id, links)}
}

/** The confidential document may exist without an account. */
function linkTo(author: string, userId: string, links: readonly PieceDocument[]): RuleWrite[] {
  const id = `private.author.${author}`
  if (links.some(({_id}) => _id === id)) return [{patch: {id, set: {userId}}}]
  return [
    {
      create: {
        _id: id,
        _type: 'privateAuthor',
        author: {_type: 'reference', _ref: author, _weak: true},
        userId,
      },
    },
  ]
}

const LONGEST_SLUG = 90

/** Lower case in any script, with digits and single hyphens, as the form asks for. */
function slugFor(name: string, taken: ReadonlySet<string | undefined>): string {
  const words = name
    .normalize('NFD')
    // Only accents of the Latin script: others need their marks.
    .replaceAll(/(?<=\p{Script=Latin})[\u0300-\u036f]+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{Ll}\p{Lo}\p{M}\p{N}]+/gu, '-')
  const slug =
    [...words]
      .slice(0, LONGEST_SLUG)
      .join('')
      .replaceAll(/^-+|-+$/g, '') || 'author'
  return freeSlug(slug, taken)
}
