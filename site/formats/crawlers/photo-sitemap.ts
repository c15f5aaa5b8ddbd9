// The photos' pages for search engines that look for pictures: Google's extension of a sitemap, of which
// nothing but the picture's address is read any more. Credit and licence stand on the page, as JSON-LD.
import type {SITEMAP_PHOTOS_QUERY} from '../../../queries/feeds.ts'
import type {Answer} from '../../content-client.ts'
import {photoPath} from '../../display/paths.ts'
import {isoMoment} from '../feed-article.ts'
import {PICTURE_WIDTH} from '../pictures.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import {element} from '../xml.ts'
import {urlElement, urlSet} from './sitemap.ts'

/** A file of photos. One without a credit has no page, and one without a picture nothing to show. */
export function photoSitemap(
  photos: Answer<typeof SITEMAP_PHOTOS_QUERY>,
  publisher: Publisher,
): string {
  const urls = photos.flatMap(({_id, _updatedAt, creditLine, image}) => {
    const rendition = image && publisher.images.rendition(image, [PICTURE_WIDTH])
    if (!creditLine?.trim() || !rendition) return []
    const location = element('image:loc', {}, addressOf(publisher, rendition.src))
    const extension = element('image:image', {}, location)
    return urlElement(publisher, photoPath(_id), {changed: isoMoment(_updatedAt), extension})
  })
  return urlSet(urls, {'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1'})
}
