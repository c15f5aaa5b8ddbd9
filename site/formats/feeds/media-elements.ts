import {webAddress} from '../web-address.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import type {Picture} from '../pictures.ts'
import {element, textElement, type Xml} from '../xml.ts'

export const MEDIA_NAMESPACE = 'http://search.yahoo.com/mrss/'

/** A picture in the words of Media RSS, which Atom understands as well: with credit and rights. */
export function mediaElement(
  {photo, credit, caption, rendition}: Picture,
  publisher: Publisher,
): Xml {
  const licence = webAddress(photo.licenseUrl)
  const rights = photo.copyrightNotice ?? photo.copyrightHolder
  return element(
    'media:content',
    {
      url: addressOf(publisher, rendition.src),
      medium: 'image',
      width: rendition.width,
      height: rendition.height,
    },
    textElement('media:description', caption, {type: 'plain'}),
    element('media:credit', roleOf(photo), credit),
    textElement('media:copyright', rights, {url: licence}),
    licence !== undefined && element('media:license', {type: 'text/html', href: licence}),
  )
}

/** The photographer, if a person took the photo: a ministry or the author of a map is not one. */
const roleOf = ({creator, isGraphic}: Picture['photo']): Record<string, string> =>
  creator && !isGraphic ? {role: 'photographer', scheme: 'urn:ebu'} : {}
