// What an article itself needs: its own fields, and what it refers to.
import {bylineAuthors, currentOf, type Closure} from '../gather.ts'
import {MAX_LENGTHS} from '../../model/lengths.ts'
import type {PieceDocument} from '../piece.ts'
import type {ReviewReason} from '../../model/records.ts'
import {hasAlternative} from './photo.ts'
import {at, lengthOf, nameOf, refAt, textAt, usesIn} from './reading.ts'
import {error, warning} from './reason.ts'

/** What even a submission needs: without it nobody can judge the piece or find it. */
export function checkDraft(article: PieceDocument): ReviewReason[] {
  const reasons: ReviewReason[] = []
  if (!textAt(article, 'headline')) {
    reasons.push(
      error(
        'headlineMissing',
        {document: article, path: 'headline'},
        'The article has no headline.',
      ),
    )
  }
  if (!refAt(article, 'section')) {
    reasons.push(
      error('sectionMissing', {document: article, path: 'section'}, 'The article has no section.'),
    )
  }
  if (bylineAuthors(article).length === 0) {
    reasons.push(
      error('bylineMissing', {document: article, path: 'bylines'}, 'The article has no byline.'),
    )
  }
  return reasons
}

/** What the article's own page needs. */
export function checkArticle(article: PieceDocument, closure: Closure): ReviewReason[] {
  const reasons = checkDraft(article)
  if (!textAt(article, 'dek')) {
    reasons.push(
      error('dekMissing', {document: article, path: 'dek'}, 'The article has no standfirst.'),
    )
  }
  if (!textAt(article, 'slug', 'current')) {
    reasons.push(
      error('slugMissing', {document: article, path: 'slug'}, 'The article has no web address.'),
    )
  }
  const headline = lengthOf(textAt(article, 'headline'))
  if (headline > MAX_LENGTHS.headline.refuse) {
    reasons.push(
      error(
        'headlineTooLong',
        {document: article, path: 'headline'},
        `The headline has ${headline} characters; ${MAX_LENGTHS.headline.refuse} is the most.`,
      ),
    )
  } else if (headline > MAX_LENGTHS.headline.warn) {
    reasons.push(
      warning(
        'headlineLong',
        {document: article, path: 'headline'},
        `The headline is long: ${headline} characters.`,
      ),
    )
  }
  if (isEmpty(at(article, ['topics']))) {
    reasons.push(
      warning('topicMissing', {document: article, path: 'topics'}, 'The article has no topic.'),
    )
  }
  if (isEmpty(at(article, ['related']))) {
    reasons.push(
      warning(
        'relatedMissing',
        {document: article, path: 'related'},
        'The article leads readers to no other one.',
      ),
    )
  }
  return [...reasons, ...checkReferences(article, closure), ...checkUses(article, closure)]
}

const isEmpty = (value: unknown): boolean => !Array.isArray(value) || value.length === 0

const REQUIRED_NAMES: Record<string, string> = {
  author: 'An author',
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

/** Photos and pull quotes, each in its place. */
function checkUses(article: PieceDocument, {members}: Closure): ReviewReason[] {
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
          `A caption in the article has ${caption} characters; ${MAX_LENGTHS.caption.refuse} is the most.`,
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
  return [...photos, ...pulled]
}
