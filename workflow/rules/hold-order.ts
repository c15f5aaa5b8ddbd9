// A rule: what editors publish without a review still has conditions. A piece is in one package at most, and
// a picture needs credit, description and valid rights, as in an article.
import {isRecorded, titleOf} from '../../model/registry.ts'
import {publishedIdOf} from '../../model/ids.ts'
import type {ReviewReason} from '../../model/records.ts'
import {checkPhoto, hasAlternative} from '../checks/photo.ts'
import {nameOf, refAt, refsAt, usesIn} from '../checks/reading.ts'
import {error} from '../checks/reason.ts'
import type {PieceDocument} from '../piece.ts'
import {stagedReleases} from '../staged.ts'
import {imports, type RuleAnswer, type RuleInput} from './types.ts'

/** Documents as they would be then, and what refers to them now. */
type Around = Pick<RuleInput, 'read' | 'referrers'> & {
  /** Milliseconds: when readers would see it. */
  time: number
}

export function holdOrder(input: RuleInput): RuleAnswer {
  if (imports(input)) return {}
  const {changes, read, referrers, now} = input
  const present = {read, referrers, time: Date.parse(now)}
  const planned = stagedReleases(input).filter(({act}) => act === 'schedule')
  return {
    reasons: [
      ...changes
        // What a front may not show comes off by itself, or is refused, by a rule of its own.
        .filter(({id, result}) => !id.includes('.') && result?._type !== 'front')
        .flatMap(({result}) => holdOne(result, present)),
      ...planned.flatMap(({documents, publishAt = now}) => {
        const then = (id: string) => (documents.has(id) ? (documents.get(id) ?? null) : read(id))
        const around = {read: then, referrers, time: Date.parse(publishAt)}
        return [...documents.values()].flatMap((document) => holdOne(document, around))
      }),
    ],
  }
}

function holdOne(document: PieceDocument | null, around: Around): ReviewReason[] {
  if (!document || !isRecorded(document._type)) return []
  const inPackage = document._type === 'storyPackage' ? holdPackage(document, around) : []
  return [...inPackage, ...holdPictures(document, around)]
}

function holdPackage(document: PieceDocument, around: Around): ReviewReason[] {
  const stories = storiesOf(document)
  const repeated = stories.filter((id, index) => stories.indexOf(id) < index)
  return [
    ...repeated.map((id) =>
      error(
        'storyRepeated',
        {document, path: 'sides'},
        `${nameOf(around.read(id))} is in the package more than once. Take it out of the side stories.`,
      ),
    ),
    ...[...new Set(stories)].flatMap((story) => holdStory(story, document, around)),
  ]
}

const storiesOf = (document: PieceDocument): string[] => [
  ...refsAt(document, 'main'),
  ...refsAt(document, 'sides[]'),
]

function holdStory(
  story: string,
  document: PieceDocument,
  {read, referrers}: Around,
): ReviewReason[] {
  const other = referrers(story)
    .filter((id) => !id.includes('.') && id !== publishedIdOf(document._id))
    .map(read)
    .find((found) => found?._type === 'storyPackage' && storiesOf(found).includes(story))
  if (!other) return []
  return [
    error(
      'inAnotherPackage',
      {document, path: refAt(document, 'main') === story ? 'main' : 'sides'},
      `${nameOf(read(story))} is in the package “${titleOf(other) ?? other._id}” already. A piece belongs to one package: take it out there first.`,
    ),
  ]
}

function holdPictures(document: PieceDocument, {read, time}: Around): ReviewReason[] {
  return usesIn(document, 'photo').flatMap(({path, use}) => {
    const photo = read(refAt(use, 'photo') ?? '')
    if (!photo) {
      const message = 'The photo is not published yet. Publish it first.'
      return [error('photoMissing', {document, path}, message)]
    }
    const refused = checkPhoto(photo, time, true).filter(({severity}) => severity === 'error')
    const worded = refused.map((reason) =>
      reason.code === 'rightsExpired'
        ? {...reason, message: `The rights of the photo ${nameOf(photo)} have ended.`}
        : reason,
    )
    if (hasAlternative(photo, use)) return worded
    const message = `Nobody who cannot see the photo ${nameOf(photo)} is told what it shows. Describe it.`
    return [...worded, error('altMissing', {document, path}, message)]
  })
}
