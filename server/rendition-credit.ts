// What a picture says of itself, from the photo that is published with it.
import type {RenditionCredit} from '@copydesk/lake'
import type {Stored} from '@copydesk/lake/store'
import type {LakeDocument} from '@copydesk/lake/types'

/** Fields that are in the picture as they are in the photo. */
const AS_WRITTEN = ['creator', 'copyrightNotice', 'licenseUrl', 'acquireUrl', 'usageTerms'] as const
const DIGITAL_SOURCE_TYPE = 'http://cv.iptc.org/newscodes/digitalsourcetype/'

/**
 * The credit of the photo that shows the asset; null where none does. Of several the first one ever
 * made counts, as in the form, which refuses a second.
 */
export function creditOfAsset(assetId: string, {get, referencing}: Stored): RenditionCredit | null {
  const photos = [...referencing(assetId)]
    .flatMap((id) => get(id) ?? [])
    .filter((document) => document._type === 'photoWithCredit' && assetOf(document) === assetId)
    .toSorted((a, b) => (a._createdAt < b._createdAt ? -1 : 1))
  const [photo] = photos
  const creditLine = photo && textOf(photo, 'creditLine')
  if (!creditLine) return null
  const credit: RenditionCredit = {creditLine}
  for (const field of AS_WRITTEN) {
    const text = textOf(photo, field)
    if (text) credit[field] = text
  }
  const sourceType = textOf(photo, 'digitalSourceType')
  if (sourceType) credit.digitalSourceType = DIGITAL_SOURCE_TYPE + sourceType
  return credit
}

function assetOf({image}: LakeDocument): unknown {
  const asset = (image as {asset?: {_ref?: unknown}} | undefined)?.asset
  return asset?._ref
}

function textOf(document: LakeDocument, field: string): string | undefined {
  const value = document[field]
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
