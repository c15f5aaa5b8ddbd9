import type {CustomValidator} from 'sanity'

interface PhotoUse {
  photo?: {_ref?: string}
}

/** Not `rule.required()`: that would ask for the photo inside as well, with an error. */
export const leadPhotoChosen: CustomValidator<PhotoUse | undefined> = (use) =>
  Boolean(use?.photo?._ref) || 'The article has no lead photo.'
