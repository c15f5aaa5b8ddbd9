import {permanentId} from '../feed-article.ts'
import type {Picture} from '../pictures.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import {webAddress} from '../web-address.ts'
import {versionOf} from './version.ts'

/** A picture as an association of an article. The credit is a description of the role *creditline*. */
export function ninjsPicture(
  {photo, credit, caption, alt, rendition}: Picture,
  index: number,
  publisher: Publisher,
): object {
  const version = versionOf(photo._updatedAt)
  const licence = webAddress(photo.licenseUrl)
  const described = [
    {role: 'creditline', value: credit},
    {role: 'caption', value: caption},
    {role: 'altText', value: alt},
  ]
  return {
    name: `picture-${index + 1}`,
    rel: 'picture',
    uri: permanentId(publisher, 'photo', photo._id),
    type: photo.isGraphic ? 'graphic' : 'picture',
    version: String(version.number),
    versionCreated: version.created,
    pubStatus: 'usable',
    descriptions: described.flatMap(({role, value}) =>
      value ? [{role, contentType: 'text/plain', value}] : [],
    ),
    by: photo.creator ?? undefined,
    copyrightHolder: photo.copyrightHolder ?? undefined,
    copyrightNotice: photo.copyrightNotice ?? undefined,
    usageTerms: photo.usageTerms ?? undefined,
    located: photo.place ?? undefined,
    rightsInfo: licence ? {linkedRights: licence} : undefined,
    digitalSourceType: /^[a-zA-Z]+$/.test(photo.digitalSourceType ?? '')
      ? {uri: `http://cv.iptc.org/newscodes/digitalsourcetype/${photo.digitalSourceType}`}
      : undefined,
    renditions: [
      {
        name: 'web',
        href: addressOf(publisher, rendition.src),
        width: rendition.width,
        height: rendition.height,
      },
    ],
  }
}
