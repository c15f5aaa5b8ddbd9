// What a photo needs before readers may see it.
import {lengthOf, MAX_LENGTHS, NARROWEST_PICTURE} from '../../model/lengths.ts'
import type {PieceDocument} from '../piece.ts'
import type {ReviewReason} from '../../model/records.ts'
import {at, nameOf, textAt, timeAt} from './reading.ts'
import {error, warning} from './reason.ts'

/**
 * @param time milliseconds: when it would be published. Rights have to hold then.
 * @param isPublication false while it is only judged: rights that begin later do not count yet
 */
export function checkPhoto(
  photo: PieceDocument,
  time: number,
  isPublication: boolean,
): ReviewReason[] {
  const reasons: ReviewReason[] = []
  const name = nameOf(photo)
  const caption = lengthOf(textAt(photo, 'caption'))
  if (!textAt(photo, 'creditLine')) {
    reasons.push(
      error(
        'creditMissing',
        {document: photo, path: 'creditLine'},
        `The photo ${name} has no credit line.`,
      ),
    )
  }
  if (!textAt(photo, 'image', 'asset', '_ref')) {
    reasons.push(
      error(
        'pictureMissing',
        {document: photo, path: 'image'},
        `The photo ${name} has no picture yet.`,
      ),
    )
  }
  if (caption > MAX_LENGTHS.caption.refuse) {
    reasons.push(
      error(
        'captionTooLong',
        {document: photo, path: 'caption'},
        `The caption of ${name} has ${caption} characters; ${MAX_LENGTHS.caption.refuse} is the most.`,
      ),
    )
  } else if (caption > MAX_LENGTHS.caption.warn) {
    reasons.push(
      warning(
        'captionLong',
        {document: photo, path: 'caption'},
        `The caption of ${name} is long: ${caption} characters.`,
      ),
    )
  }
  const width = Number(
    /^image-[^-]+-(\d+)x/.exec(textAt(photo, 'image', 'asset', '_ref') ?? '')?.[1],
  )
  if (width < NARROWEST_PICTURE) {
    reasons.push(
      warning(
        'pictureNarrow',
        {document: photo, path: 'image'},
        `The picture ${name} is only ${width} pixels wide and will look blurred.`,
      ),
    )
  }
  return [...reasons, ...checkRights(photo, time, isPublication)]
}

function checkRights(photo: PieceDocument, time: number, isPublication: boolean): ReviewReason[] {
  const name = nameOf(photo)
  const reasons: ReviewReason[] = []
  const from = timeAt(photo, 'rights', 'validFrom')
  const until = timeAt(photo, 'rights', 'validUntil')
  const clearance = textAt(photo, 'rights', 'clearance')
  if (clearance === 'denied') {
    reasons.push(
      error(
        'rightsDenied',
        {document: photo, path: 'rights.clearance'},
        `We may not print the photo ${name}: its rights were denied.`,
      ),
    )
  } else if (clearance !== 'cleared') {
    reasons.push(
      warning(
        'rightsUnchecked',
        {document: photo, path: 'rights.clearance'},
        `Nobody has cleared the rights of the photo ${name} yet.`,
      ),
    )
  }
  if (until !== undefined && until <= time) {
    reasons.push(
      error(
        'rightsExpired',
        {document: photo, path: 'rights.validUntil'},
        `The rights of the photo ${name} end before the article would appear.`,
      ),
    )
  }
  if (from !== undefined && from > time) {
    const say = isPublication ? error : warning
    reasons.push(
      say(
        'rightsNotYetValid',
        {document: photo, path: 'rights.validFrom'},
        `The photo ${name} may not be used before its rights begin.`,
      ),
    )
  }
  return reasons
}

/** Said by the use in the article, by the photo, or nothing to say because it is decorative. */
export function hasAlternative(photo: PieceDocument, use?: Record<string, unknown>): boolean {
  return (
    textAt(use, 'alt') !== undefined ||
    textAt(photo, 'alt') !== undefined ||
    at(photo, ['decorative']) === true
  )
}

/** For a photo by itself: in an article each use may have its own caption. */
export function checkAlternative(photo: PieceDocument, place = 'alt'): ReviewReason[] {
  if (hasAlternative(photo)) return []
  return [
    error(
      'altMissing',
      {document: photo, path: place},
      `Nobody who cannot see the photo ${nameOf(photo)} is told what it shows. Describe it, or mark it as decorative.`,
    ),
  ]
}
