// Addresses of uploaded pictures and files. A picture has renditions: the crop and the hotspot that the photo
// editor set are honoured in each.
import {createImageUrlBuilder} from '@sanity/image-url'

/** The part of a photo document's image that its addresses are made of. */
export interface ImageSource {
  asset: {
    _id: string
    dimensions: {width: number | null; height: number | null} | null
    lqip?: string | null
    hasAlpha?: boolean | null
  } | null
  crop?: Partial<Record<'top' | 'bottom' | 'left' | 'right', number>> | null
  hotspot?: Partial<Record<'x' | 'y' | 'width' | 'height', number>> | null
}

export interface Rendition {
  src: string
  srcSet: string
  width: number
  height: number
}

export interface Images {
  /**
   * Renditions of an image in these widths (CSS pixels), none wider than what the crop leaves.
   * `ratio` (width / height) cuts around the hotspot. `undefined` where there is no such asset.
   */
  rendition(image: ImageSource, widths: number[], ratio?: number): Rendition | undefined
  /** A file as it was uploaded, by the id of its asset; `undefined` for an id that follows no pattern. */
  file(assetId: string): string | undefined
}

export interface ImagesOptions {
  projectId: string
  dataset: string
  /** Where the images are served; empty for the site's own origin. */
  baseUrl?: string
  /** Is in each address, and opens what is not published yet. */
  shareToken?: string
}

const SAME_ORIGIN = 'http://same.origin'
const FILE_ASSET = /^file-([0-9a-f]{40})-([a-z0-9]{1,10})$/

/** Builds image addresses for one dataset. */
export function createImages({
  projectId,
  dataset,
  baseUrl = '',
  shareToken,
}: ImagesOptions): Images {
  // @sanity/image-url takes an empty baseUrl for none and would answer Sanity's CDN.
  const builder = createImageUrlBuilder({projectId, dataset, baseUrl: baseUrl || SAME_ORIGIN})
  return {
    file(assetId) {
      const [, sha1, extension] = FILE_ASSET.exec(assetId) ?? []
      if (!sha1) return undefined
      const query = shareToken ? `?pass=${encodeURIComponent(shareToken)}` : ''
      return `${baseUrl}/files/${projectId}/${dataset}/${sha1}.${extension}${query}`
    },
    rendition(image, widths, ratio) {
      const size = croppedSize(image)
      if (!size || !image.asset) return undefined
      const source = {
        asset: {_id: image.asset._id},
        ...(isCrop(image.crop) && {crop: image.crop}),
        ...(isHotspot(image.hotspot) && {hotspot: image.hotspot}),
      }
      const widest = Math.floor(ratio ? Math.min(size.width, size.height * ratio) : size.width)
      const usable = [...new Set(widths.map((width) => Math.min(width, widest)))].toSorted(
        ascending,
      )
      const heightAt = (width: number) =>
        Math.max(1, Math.round(ratio ? width / ratio : (width * size.height) / size.width))
      const addressAt = (width: number) => {
        const sized = builder.image(source).width(width).auto('format')
        const bare = (ratio ? sized.height(heightAt(width)).fit('crop') : sized.fit('max')).url()
        const address = shareToken ? `${bare}&pass=${encodeURIComponent(shareToken)}` : bare
        return baseUrl ? address : address.slice(SAME_ORIGIN.length)
      }
      const largest = usable.at(-1) ?? widest
      const standard = usable[Math.floor(usable.length / 2)] ?? largest
      try {
        return {
          src: addressAt(standard),
          srcSet: usable.map((width) => `${addressAt(width)} ${width}w`).join(', '),
          width: largest,
          height: heightAt(largest),
        }
      } catch {
        // An asset id that follows no pattern: there is no picture to show.
        return undefined
      }
    },
  }
}

const ascending = (a: number, b: number) => a - b

function croppedSize({asset, crop}: ImageSource): {width: number; height: number} | undefined {
  const {width, height} = asset?.dimensions ?? {}
  if (!width || !height) return undefined
  if (!isCrop(crop)) return {width, height}
  return {
    width: Math.max(1, width * (1 - crop.left - crop.right)),
    height: Math.max(1, height * (1 - crop.top - crop.bottom)),
  }
}

function isCrop(
  crop: ImageSource['crop'],
): crop is Record<'top' | 'bottom' | 'left' | 'right', number> {
  return isNumbers(crop, ['top', 'bottom', 'left', 'right'])
}

function isHotspot(
  spot: ImageSource['hotspot'],
): spot is Record<'x' | 'y' | 'width' | 'height', number> {
  return isNumbers(spot, ['x', 'y', 'width', 'height'])
}

const isNumbers = (value: object | null | undefined, names: string[]) =>
  Boolean(value) &&
  names.every((name) => typeof (value as Record<string, unknown>)[name] === 'number')
