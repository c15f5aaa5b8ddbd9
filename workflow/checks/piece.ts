// What a piece itself needs: its own fields, and what it refers to.
import {fieldsOf, labelOf, nounOf} from '../../model/registry.ts'
import {lengthOf, MAX_LENGTHS} from '../../model/lengths.ts'
import {currentOf, namedAuthors, type Closure} from '../gather.ts'
import type {PieceDocument} from '../piece.ts'
import type {ReviewReason} from '../../model/records.ts'
import {hasAlternative} from './photo.ts'
import {checkQuotations} from './quotations.ts'
import {at, nameOf, refAt, textAt, usesIn} from './reading.ts'
import {error, warning} from './reason.ts'

/** What even a submission needs: without it nobody can judge the piece or find it. */
export function checkDraft(piece: PieceDocument): ReviewReason[] {
  const {title, section, people} = fieldsOf(piece)
  return [
    ...(title && !textAt(piece, title) ? [missing('headlineMissing', piece, title)] : []),
    ...(section && !refAt(piece, section) ? [missing('sectionMissing', piece, section)] : []),
    ...(people && namedAuthors(piece).length === 0
      ? [missing('bylineMissing', piece, people)]
      : []),
  ]
}

function missing(code: string, piece: PieceDocument, field: string): ReviewReason {
  const {_type} = piece
  const path = field.split('[]')[0] ?? field
  return error(
    code,
    {document: piece, path},
    `The ${nounOf(_type)} has no ${labelOf(_type, field)}.`,
  )
}

/** What the piece's own page needs. */
export function checkPiece(piece: PieceDocument, closure: Closure): ReviewReason[] {
  const {summary, topics, related} = fieldsOf(piece)
  const noun = nounOf(piece._type)
  const reasons = [
    ...checkDraft(piece),
    ...(summary && !textAt(piece, summary) ? [missing('dekMissing', piece, summary)] : []),
    ...(textAt(piece, 'slug', 'current') ? [] : [missing('slugMissing', piece, 'slug')]),
    ...checkTitleLength(piece),
  ]
  if (topics && isEmpty(at(piece, [topics]))) {
    reasons.push(
      warning('topicMissing', {document: piece, path: topics}, `The ${noun} has no topic.`),
    )
  }
  if (related && isEmpty(at(piece, [related]))) {
    reasons.push(
      warning(
        'relatedMissing',
        {document: piece, path: related},
        `The ${noun} leads readers to no other one.`,
      ),
    )
  }
  return [...reasons, ...checkReferences(piece, closure), ...checkUses(piece, closure)]
}

function checkTitleLength(piece: PieceDocument): ReviewReason[] {
  const {title} = fieldsOf(piece)
  if (!title) return []
  const length = lengthOf(textAt(piece, title))
  const place = {document: piece, path: title}
  const label = labelOf(piece._type, title)
  const {warn, refuse} = MAX_LENGTHS.headline
  if (length > refuse) {
    const message = `The ${label} has ${length} characters; ${refuse} is the most.`
    return [error('headlineTooLong', place, message)]
  }
  if (length <= warn) return []
  return [warning('headlineLong', place, `The ${label} is long: ${length} characters.`)]
}

const isEmpty = (value: unknown): boolean => !Array.isArray(value) || value.length === 0

const REQUIRED_NAMES: Record<string, string> = {
  section: 'The section',
  topic: 'A topic',
}

/** That everything which is referred to is there for readers, too. */
export function checkReferences(
  article: PieceDocument,
  {required, missing}: Closure,
): ReviewReason[] {
  return [
    ...required
      .filter(({isPublished}) => !isPublished)
      .map(({id, type}) =>
        error(
          'referenceUnpublished',
          {document: id},
          `${REQUIRED_NAMES[type] ?? 'Something'} that the piece names is not published yet. Publish it first.`,
        ),
      ),
    ...missing.map((id) =>
      error(
        'referenceMissing',
        {document: article},
        `The piece refers to something that does not exist any more (${id}). Remove it, or choose another.`,
      ),
    ),
  ]
}

/** Photos, pull quotes and quotations, each in its place: in a piece, or the portrait of an author. */
export function checkUses(article: PieceDocument, {members}: Closure): ReviewReason[] {
  const find = (id: string | undefined): PieceDocument | null => {
    const member = members.find((candidate) => candidate.id === id)
    return member ? currentOf(member) : null
  }
  const photos = usesIn(article, 'photo').flatMap(({path, use}) => {
    const photo = find(refAt(use, 'photo'))
    if (!photo) return []
    const reasons: ReviewReason[] = []
    if (!hasAlternative(photo, use)) {
      reasons.push(
        error(
          'altMissing',
          {document: photo, path: 'alt'},
          `Nobody who cannot see the photo ${nameOf(photo)} is told what it shows. Describe it, or mark it as decorative.`,
        ),
      )
    }
    const caption = lengthOf(textAt(use, 'caption'))
    if (caption > MAX_LENGTHS.caption.refuse) {
      reasons.push(
        error(
          'captionTooLong',
          {document: article, path: `${path}.caption`},
          `A caption in the ${nounOf(article._type)} has ${caption} characters; ${MAX_LENGTHS.caption.refuse} is the most.`,
        ),
      )
    }
    const alt = Math.max(lengthOf(textAt(use, 'alt')), lengthOf(textAt(photo, 'alt')))
    if (alt > MAX_LENGTHS.alt.refuse) {
      reasons.push(
        error(
          'altTooLong',
          {document: photo, path: 'alt'},
          `The description of the photo ${nameOf(photo)} has ${alt} characters; ${MAX_LENGTHS.alt.refuse} is the most.`,
        ),
      )
    }
    return reasons
  })
  const pulled = usesIn(article, 'quote').flatMap(({path, use}) => {
    if (textAt(use, 'display') !== 'pull') return []
    const length = lengthOf(textAt(find(refAt(use, 'quote')), 'text'))
    const place = {document: article, path}
    if (length > MAX_LENGTHS.pullQuote.refuse) {
      return [
        error(
          'pullQuoteTooLong',
          place,
          `A pull quote has ${length} characters; ${MAX_LENGTHS.pullQuote.refuse} is the most. Show it as a block instead.`,
        ),
      ]
    }
    if (length <= MAX_LENGTHS.pullQuote.warn) return []
    return [warning('pullQuoteLong', place, `A pull quote is long: ${length} characters.`)]
  })
  return [...photos, ...pulled, ...checkQuotations(article, find)]
}
