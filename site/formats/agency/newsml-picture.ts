import {permanentId, type FeedPhoto} from '../feed-article.ts'
import type {Picture} from '../pictures.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import {webAddress} from '../web-address.ts'
import {element, textElement, type Xml} from '../xml.ts'
import {itemMeta, newsItem} from './newsml-item.ts'
import {versionOf} from './version.ts'

/** The permanent id of a photo. */
export const pictureId = ({_id}: Pick<FeedPhoto, '_id'>, publisher: Publisher): string =>
  permanentId(publisher, 'photo', _id)

/** A picture as an item of its own, with its credit line and its rights. */
export function newsmlPicture(
  {photo, credit, caption, rendition}: Picture,
  publisher: Publisher,
): Xml {
  const version = versionOf(photo._updatedAt)
  return newsItem(
    {guid: pictureId(photo, publisher), version: version.number, language: publisher.language},
    rightsInfo(photo),
    itemMeta({itemClass: photo.isGraphic ? 'ninat:graphic' : 'ninat:picture', version}, publisher),
    element(
      'contentMeta',
      {},
      photo.creator !== null && element('creator', {}, element('name', {}, photo.creator)),
      element('creditline', {}, credit),
      textElement('description', caption, {role: 'drol:caption'}),
    ),
    element(
      'contentSet',
      {},
      element('remoteContent', {
        rendition: 'rnd:web',
        href: addressOf(publisher, rendition.src),
        width: rendition.width,
        height: rendition.height,
      }),
    ),
  )
}

function rightsInfo({copyrightHolder, copyrightNotice, usageTerms, licenseUrl}: FeedPhoto) {
  const licence = webAddress(licenseUrl)
  const parts = [
    copyrightHolder
      ? element('copyrightHolder', {}, element('name', {}, copyrightHolder))
      : undefined,
    textElement('copyrightNotice', copyrightNotice),
    usageTerms?.trim() || licence
      ? element('usageTerms', {href: licence}, usageTerms?.trim())
      : undefined,
  ]
  return parts.some(Boolean) ? element('rightsInfo', {}, ...parts) : undefined
}
