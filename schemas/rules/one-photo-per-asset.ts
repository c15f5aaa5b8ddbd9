import type {CustomValidator} from 'sanity'
import {publishedIdOf} from '../../model/ids.ts'

interface Found {
  _id: string
  _createdAt: string
  caption?: string
  creditLine?: string
}

const SAME_ASSET = `*[_type == "photoWithCredit" && image.asset._ref == $asset] | order(_createdAt asc) {
  _id, _createdAt, caption, creditLine
}`

/**
 * One picture file, one photo document: credit, rights and corrections are kept in one place. The first
 * one is never refused, or a colleague's later draft could block a photo that is already in use.
 */
export const onePhotoPerAsset: CustomValidator<{asset?: {_ref?: string}} | undefined> = async (
  image,
  {document, getClient, signal},
) => {
  const asset = image?.asset?._ref
  if (!asset || !document) return true
  const found = await getClient({apiVersion: '2025-02-19'}).fetch<Found[]>(
    SAME_ASSET,
    {asset},
    {perspective: 'raw', signal, tag: 'validation.one-photo-per-asset'},
  )
  const [first] = found
  if (!first || publishedIdOf(first._id) === publishedIdOf(document._id)) return true
  // The dash, as a credit may bring parentheses of its own.
  const name = [first.caption, first.creditLine].filter(Boolean).join(' — ')
  return {
    message: `This picture is already in the photo library: “${name || 'no caption'}”. Use that photo instead of a second one.`,
    code: 'custom.one-photo-per-asset',
    details: {photoId: publishedIdOf(first._id)},
  }
}
