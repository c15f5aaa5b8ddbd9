// The picture file itself: that there is one, and that it is large enough.
import type {CustomValidator} from 'sanity'

type Picture = {asset?: {_ref?: string}} | undefined

/** What remains of an upload that was cleared is an empty image, which `rule.required()` lets pass. */
export const pictureUploaded: CustomValidator<Picture> = (image) =>
  Boolean(image?.asset?._ref) || 'Upload a picture.'

/** Narrower pictures look blurred even in the smallest place (the Guardian's editor draws the line here). */
const NARROWEST = 460

/** The asset ID contains the width (`image-<sha1>-<width>x<height>-<format>`), so this needs no request. */
export const wideEnough: CustomValidator<Picture> = (image) => {
  const width = Number(/^image-[^-]+-(\d+)x\d+-/.exec(image?.asset?._ref ?? '')?.[1])
  return (
    !(width < NARROWEST) ||
    `The picture is only ${width} pixels wide and will look blurred; ${NARROWEST} or more are needed.`
  )
}
