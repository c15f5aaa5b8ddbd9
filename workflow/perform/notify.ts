// Who gets a notification of an editorial action in their inbox.
import {recordedType, titleOf} from '../../model/registry.ts'
import {currentOf, namedAuthors} from '../gather.ts'
import {textAt} from '../checks/reading.ts'
import type {Notification} from '../../model/records.ts'
import {fixedKey, signature} from './review.ts'
import type {EditorialContext, EditorialMutation} from './types.ts'

/** One notification for each recipient but the one who acted, each once. */
export function notify(
  context: EditorialContext,
  kind: Notification['kind'],
  recipients: readonly (string | undefined)[],
  note?: string,
): EditorialMutation[] {
  const {actor, piece, transactionId, people} = context
  const known = new Set(people.map(({id}) => id))
  const unique = [...new Set(recipients)].filter(
    (id): id is string => id !== undefined && id !== actor.id && known.has(id),
  )
  const document = currentOf(piece.root)
  const headline = titleOf(document)
  return unique.map((recipient) => ({
    create: {
      _id: `notification.${fixedKey(transactionId, kind, piece.root.id, recipient)}`,
      _type: 'notification',
      recipient,
      kind,
      article: {_type: 'reference', _ref: piece.root.id, _weak: true},
      ...recordedType(document?._type),
      ...signature(context),
      ...(headline ? {headline} : {}),
      ...(note ? {note} : {}),
    } satisfies Notification,
  }))
}

export function editorsOf({people}: Pick<EditorialContext, 'people'>): string[] {
  return people.filter(({roles}) => roles.includes('editor')).map(({id}) => id)
}

/** Who wrote it: who submitted it, who began it, whose name it bears. */
export function writersOf({piece}: Pick<EditorialContext, 'piece'>): (string | undefined)[] {
  const article = currentOf(piece.root)
  const authors = article ? namedAuthors(article) : []
  return [
    piece.review?.submission?.by,
    piece.review?.writer,
    textAt(piece.root.draft, '_system', 'createdBy'),
    ...piece.closure.accounts
      .filter(({author}) => authors.includes(author))
      .map(({userId}) => userId),
  ]
}
