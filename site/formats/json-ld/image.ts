import type {Picture} from '../pictures.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import {webAddress} from '../web-address.ts'

/** IPTC's codes that schema.org calls by another name; the others it takes over as they are. */
const RENAMED: Record<string, string> = {
  digitalCreation: 'DigitalArt',
  humanEdits: 'MinorHumanEdits',
  computationalCapture: 'MultiFrameComputationalCapture',
}

/** A picture as an `ImageObject`: search engines print its credit and lead to its licence. */
export function imageNode(
  {photo, credit, caption, rendition}: Picture,
  publisher: Publisher,
): object {
  const {creator, creatorTitle, copyrightHolder, place, digitalSourceType} = photo
  const address = addressOf(publisher, rendition.src)
  return {
    '@type': 'ImageObject',
    url: address,
    contentUrl: address,
    width: rendition.width,
    height: rendition.height,
    caption,
    creditText: credit,
    creator: creator
      ? {'@type': 'Person', name: creator, jobTitle: creatorTitle ?? undefined}
      : undefined,
    copyrightHolder: copyrightHolder
      ? // Whether a person or an institution, the document does not say; most are institutions.
        {'@type': copyrightHolder === creator ? 'Person' : 'Organization', name: copyrightHolder}
      : undefined,
    copyrightNotice: photo.copyrightNotice ?? undefined,
    license: webAddress(photo.licenseUrl),
    acquireLicensePage: webAddress(photo.acquireUrl),
    dateCreated: photo.dateTaken ?? undefined,
    contentLocation: place ? {'@type': 'Place', name: place} : undefined,
    digitalSourceType: digitalSourceMember(digitalSourceType),
  }
}

/** A member of schema.org's `IPTCDigitalSourceEnumeration`; `undefined` for an unknown code. */
function digitalSourceMember(code: string | null): string | undefined {
  if (!code || !/^[a-zA-Z]+$/.test(code)) return undefined
  const name = RENAMED[code] ?? code.charAt(0).toUpperCase() + code.slice(1)
  return `https://schema.org/${name}DigitalSource`
}
