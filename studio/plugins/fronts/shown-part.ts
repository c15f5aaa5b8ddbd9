// Which part of a picture a front shows, by the same rules as the site's addresses.
import {createImageUrlBuilder} from '@sanity/image-url'
import type {FrontStory} from '../../../queries/finish-front.ts'

/** A photo of the library with its picture. */
export type FrontPhoto = NonNullable<NonNullable<FrontStory['leadPhoto']>['photo']>

/** In pixels of the whole picture. */
export interface Part {
  left: number
  top: number
  width: number
  height: number
}

/** Photos in lists of stories have this ratio (`site/components/photo.tsx`). Graphics are whole. */
export const RATIO = 3 / 2

// Only `rect` of its addresses is read: for that any dataset does.
const builder = createImageUrlBuilder({projectId: 'newsroom', dataset: 'any'})

/** Undefined where there is no such picture. */
export function shownPart({
  image,
  isGraphic,
}: Pick<FrontPhoto, 'image' | 'isGraphic'>): Part | undefined {
  const id = image?.asset?._id
  const [, width, height] = /-(\d+)x(\d+)-[a-z0-9]+$/.exec(id ?? '') ?? []
  if (!id || !width || !height) return undefined
  const source = builder.image({
    asset: {_id: id},
    ...(areNumbers(image.crop, ['top', 'bottom', 'left', 'right']) && {crop: image.crop}),
    ...(areNumbers(image.hotspot, ['x', 'y', 'width', 'height']) && {hotspot: image.hotspot}),
  })
  const address = (
    isGraphic
      ? source.width(600).fit('max')
      : source
          .width(600)
          .height(600 / RATIO)
          .fit('crop')
  ).url()
  const [x = 0, y = 0, w = Number(width), h = Number(height)] =
    new URL(address).searchParams.get('rect')?.split(',').map(Number) ?? []
  return {left: x, top: y, width: w, height: h}
}

/** Of a picture as it is on the front, this many pixels wide. */
export function pictureAddress(photo: FrontPhoto, width: number): string | undefined {
  const url = photo.image?.asset?.url
  const part = shownPart(photo)
  if (!url) return undefined
  const rect = part && `rect=${part.left},${part.top},${part.width},${part.height}&`
  return `${url}?${rect ?? ''}w=${width}`
}

function areNumbers<Name extends string>(
  value: object | null | undefined,
  names: readonly Name[],
): value is Record<Name, number> {
  return names.every(
    (name) => typeof (value as Record<string, unknown> | null)?.[name] === 'number',
  )
}
