// What readers are told: corrections of what they have read, notices of what they no longer find.
import {recordedType, titleOf} from '../../model/registry.ts'
import {textAt} from '../checks/reading.ts'
import {currentOf} from '../gather.ts'
import {
  correctionIdOf,
  noticeIdOf,
  type Correction,
  type CorrectionRequest,
  type Notice,
} from '../../model/records.ts'
import {ledgerEntry} from './ledger.ts'
import type {EditorialContext, EditorialMutation} from './types.ts'

/** A correction document, or for what is minor a line in the ledger. */
export function correct(
  context: Pick<EditorialContext, 'actor' | 'now' | 'transactionId' | 'read'>,
  articleId: string,
  {type, readerNote, wrongText, rightText}: CorrectionRequest,
): EditorialMutation[] {
  if (type === 'minor') return [ledgerEntry(context, 'minor', [articleId], readerNote)]
  const number = nextNumber((n) => context.read(correctionIdOf(articleId, n)) !== null)
  const before = textAt(context.read(articleId), '_rev')
  return [
    {
      create: {
        _id: correctionIdOf(articleId, number),
        _type: 'correction',
        article: {_type: 'reference', _ref: articleId, _weak: true},
        number,
        type,
        readerNote,
        ...(wrongText ? {wrongText} : {}),
        ...(rightText ? {rightText} : {}),
        ...(before ? {revisionBefore: before} : {}),
        revisionAfter: context.transactionId,
        publishedAt: context.now,
      } satisfies Correction,
    },
  ]
}

export function noticeOf(
  context: EditorialContext,
  kind: Notice['kind'],
  readerNote: string,
): EditorialMutation {
  const {root: article} = context.piece
  const live = article.published ?? currentOf(article)
  const earlier: unknown = live?.['previousSlugs']
  const previousSlugs = Array.isArray(earlier)
    ? earlier.filter((slug): slug is string => typeof slug === 'string')
    : []
  const number = nextNumber((n) => context.read(noticeIdOf(article.id, n)) !== null)
  return {
    create: {
      _id: noticeIdOf(article.id, number),
      _type: 'notice',
      articleId: article.id,
      ...recordedType(live?._type),
      slug: textAt(live, 'slug', 'current') ?? '',
      ...(previousSlugs.length > 0 ? {previousSlugs} : {}),
      headline: titleOf(live) ?? '',
      kind,
      readerNote,
      at: context.now,
    } satisfies Notice,
  }
}

function nextNumber(isTaken: (number: number) => boolean): number {
  for (let number = 1; ; number++) if (!isTaken(number)) return number
}
