import {describe, expect, it} from 'vitest'
import {createImages, type ImageSource} from '../../../../site/display/images.ts'
import {cropFrameOf, storedCrop} from '../../../../studio/plugins/fronts/crop-frame.ts'
import {
  RATIO,
  shownPart,
  type FrontPhoto,
  type Part,
} from '../../../../studio/plugins/fronts/shown-part.ts'

const asset = {
  _id: `image-${'a'.repeat(40)}-1200x1000-jpg`,
  url: 'https://example.org/a.jpg',
  dimensions: {width: 1200, height: 1000},
}
const photo = (image: object | null, isGraphic = false) =>
  ({image, isGraphic}) as Pick<FrontPhoto, 'image' | 'isGraphic'>

describe('shownPart', () => {
  it.each<[what: string, image: object, isGraphic: boolean, part: Part]>([
    [
      'is cut to the shape of the place',
      {asset},
      false,
      {left: 0, top: 100, width: 1200, height: 800},
    ],
    [
      'is cut around the point that stays in view',
      {asset, ...storedCrop({...cropFrameOf(null, null), y: 100})},
      false,
      {left: 0, top: 200, width: 1200, height: 800},
    ],
    [
      'is inside the crop',
      {asset, ...storedCrop(cropFrameOf({left: 0.5}, null))},
      false,
      {left: 600, top: 300, width: 600, height: 400},
    ],
    ['is the whole of a graphic', {asset}, true, {left: 0, top: 0, width: 1200, height: 1000}],
  ])('%s', (_what, image, isGraphic, part) => {
    expect(shownPart(photo(image, isGraphic))).toEqual(part)
    const {src} = createImages({projectId: 'p', dataset: 'd'}).rendition(
      image as ImageSource,
      [600],
      isGraphic ? undefined : RATIO,
    ) ?? {src: ''}
    const onSite = new URL(src, 'https://example.org').searchParams.get('rect')
    expect(onSite ?? '0,0,1200,1000').toBe(Object.values(part).join())
  })

  it.each([null, {asset: null}, {asset: {_id: 'image-none'}}])('is nothing of %o', (image) => {
    expect(shownPart(photo(image))).toBeUndefined()
  })
})
