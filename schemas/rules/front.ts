// Rules of a front's form.
import type {CustomValidator, Reference, SanityDocument} from 'sanity'
import {frontIdOf} from '../../model/fronts.ts'
import {publishedIdOf} from '../../model/ids.ts'

/** One front for the front page and one for each section: the id says which. */
export const frontId: CustomValidator<SanityDocument | undefined> = (document) => {
  if (!document?._id) return true
  const section = (document['section'] as Reference | undefined)?._ref
  return (
    publishedIdOf(document._id) === frontIdOf(section) ||
    'This front belongs to another page than its id says. Open the front of that page instead.'
  )
}

/** A picture comes from the library, where its credit and its rights are. */
export const pictureOfPhoto: CustomValidator<{asset?: Reference; photo?: Reference} | undefined> = (
  picture,
) =>
  !picture?.asset ||
  picture.photo?._ref !== undefined ||
  'Choose the photo from the library: its credit and rights are there.'
