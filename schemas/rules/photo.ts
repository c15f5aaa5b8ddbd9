// What every photo has: a file that is large enough, a credit, and a description.
import type {CustomValidator} from 'sanity'
import {NARROWEST_PICTURE} from '../../model/lengths.ts'
import {filled} from './filled.ts'

type Picture = {asset?: {_ref?: string}} | undefined

/** What remains of an upload that was cleared is an empty image, which `rule.required()` lets pass. */
export const pictureUploaded: CustomValidator<Picture> = (image) =>
  Boolean(image?.asset?._ref) || 'Upload a picture.'

/** The asset ID contains the width (`image-<sha1>-<width>x<height>-<format>`), so this needs no request. */
export const wideEnough: CustomValidator<Picture> = (image) => {
  const width = Number(/^image-[^-]+-(\d+)x\d+-/.exec(image?.asset?._ref ?? '')?.[1])
  return (
    !(width < NARROWEST_PICTURE) ||
    `The picture is only ${width} pixels wide and will look blurred; ${NARROWEST_PICTURE} or more are needed.`
  )
}

/** Every photo is published with its credit (IPTC Photo Metadata, Credit Line): there is no default. */
export const creditLineRequired = filled(
  'Who is credited? Copy the credit exactly as it was supplied. A photo without a credit cannot be published.',
)

/** A picture is described or declared decorative (WCAG 2.2, success criterion 1.1.1). */
export const altOrDecorative: CustomValidator<string | undefined> = (alt, {parent}) => {
  const {decorative} = (parent ?? {}) as {decorative?: boolean}
  return (
    decorative === true ||
    Boolean(alt?.trim()) ||
    'Say what the picture shows, for people who cannot see it, or mark it as decorative.'
  )
}
