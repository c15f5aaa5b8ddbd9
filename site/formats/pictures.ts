// The pictures of a piece for feeds and JSON-LD, each once, each with its credit.
import type {Rendition} from '../display/images.ts'
import type {Piece} from '../piece.ts'
import type {FeedPhoto, FeedPhotoUse} from './feed-article.ts'
import type {Publisher} from './publisher.ts'

export interface Picture {
  photo: FeedPhoto
  /** Printed with the picture, word for word. */
  credit: string
  /** The place's caption, or the photo's. */
  caption: string | undefined
  /** What it shows; empty where it is only decorative. */
  alt: string
  rendition: Rendition
}

/** The greatest width of a picture outside of pages. */
export const PICTURE_WIDTH = 1200
/** What social networks cut a preview to. */
const PREVIEW_RATIO = 1200 / 630

/**
 * A picture in one place, as wide as it is or as `width`, cut to `ratio` (width / height) if there is
 * one; `undefined` where nobody is credited: it is printed nowhere then.
 */
export function pictureOf(
  use: FeedPhotoUse | null | undefined,
  publisher: Publisher,
  {width = PICTURE_WIDTH, ratio}: {width?: number; ratio?: number} = {},
): Picture | undefined {
  const photo = use?.photo
  const credit = photo?.creditLine?.trim()
  const rendition = photo?.image && publisher.images.rendition(photo.image, [width], ratio)
  if (!photo || !credit || !rendition) return undefined
  return {
    photo,
    credit,
    caption: (use.caption ?? photo.caption)?.trim() || undefined,
    alt: photo.decorative ? '' : (use.alt ?? photo.alt ?? '').trim(),
    rendition,
  }
}

/** The lead picture cut for previews in other services. A map or a chart stays whole. */
export function previewPicture(
  {leadPhoto}: Pick<Piece, 'leadPhoto'>,
  publisher: Publisher,
): Picture | undefined {
  const isWhole = leadPhoto?.photo?.isGraphic
  return pictureOf(leadPhoto, publisher, isWhole ? {} : {ratio: PREVIEW_RATIO})
}

/** The lead picture and those in the text. */
export function picturesOf(
  {leadPhoto, body}: Pick<Piece, 'leadPhoto' | 'body'>,
  publisher: Publisher,
): Picture[] {
  const uses = [leadPhoto, ...(body ?? []).filter(isPhotoUse)]
  const pictures = uses.flatMap((use) => pictureOf(use, publisher) ?? [])
  const seen = new Set<string>()
  return pictures.filter(({photo}) => !seen.has(photo._id) && seen.add(photo._id))
}

const isPhotoUse = (member: {_type: string}): member is {_type: string} & FeedPhotoUse =>
  member._type === 'photoUse'
