// What the newsroom writes for a new account: the person's own author.
import {LakeError} from '@copydesk/lake/errors'
import type {NewcomerDocuments} from '@copydesk/lake/types'
import {ownAuthor} from '../workflow/own-author.ts'

/** `author` in the request is the ID of an existing author, or `new`. */
export const documentsOfNewcomer: NewcomerDocuments = ({
  person,
  request,
  ofType,
  transactionId,
}) => {
  const made = ownAuthor({
    person,
    choice: request['author'],
    authors: ofType('author'),
    links: ofType('privateAuthor'),
    transactionId,
  })
  if ('writes' in made) return made.writes
  const {problem, isAmbiguous} = made
  throw new LakeError(isAmbiguous ? 409 : 400, isAmbiguous ? 'authorChoice' : 'badRequest', problem)
}
