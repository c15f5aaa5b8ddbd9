// Every address that @sanity/image-url can make, fetched and examined.
import {createImageUrlBuilder, type ImageUrlBuilder} from '@sanity/image-url'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {bytesOf, colourAt, halves} from '@copydesk/lake/tests/assets/world.ts'
import {startLake, type TestLake} from '../support/lake.ts'

let lake: TestLake
let images: ImageUrlBuilder
/** 400 × 200, red on the left and blue on the right. */
let picture: string
/** 200 × 200, white with a black square of 100 in the middle. */
let square: string
/** 200 × 100, half of it transparent. */
let clear: string
/** 40 × 20, four frames: red, green, blue, white. */
let gif: string
let webp: string
const DELAYS = [100, 200, 300, 400]
const FRAMES = ['#f00', '#0f0', '#00f', '#fff']

const flat = (width: number, height: number, background: string) =>
  sharp({create: {width, height, channels: 3, background}})

async function moving(format: 'gif' | 'webp'): Promise<Buffer> {
  const frames = await Promise.all(
    FRAMES.map((colour) => flat(40, 20, colour).ensureAlpha().raw().toBuffer()),
  )
  const raw = {width: 40, height: 80, channels: 4 as const, pageHeight: 20}
  const options = {delay: DELAYS, loop: 3, ...(format === 'webp' ? {lossless: true} : {})}
  return sharp(Buffer.concat(frames), {raw}).toFormat(format, options).toBuffer()
}

beforeAll(async () => {
  lake = await startLake()
  images = createImageUrlBuilder({
    projectId: 'copydesk',
    dataset: 'production',
    baseUrl: lake.origin,
  })
  const client = lake.client('importer')
  const upload = async (bytes: Buffer, filename?: string) =>
    (await client.assets.upload('image', bytes, filename ? {filename} : {}))._id
  picture = await upload(await halves(400, 200).png().toBuffer(), 'Harbour at dawn.PNG')
  const black = {input: await flat(100, 100, '#000').png().toBuffer(), left: 50, top: 50}
  square = await upload(await flat(200, 200, '#fff').composite([black]).png().toBuffer())
  const half = {input: await flat(100, 100, '#00f').png().toBuffer(), left: 0, top: 0}
  const empty = sharp({create: {width: 200, height: 100, channels: 4, background: '#0000'}})
  clear = await upload(await empty.composite([half]).png().toBuffer())
  gif = await upload(await moving('gif'))
  webp = await upload(await moving('webp'))
})
afterAll(() => lake.close())

const RED = [255, 0, 0]
const BLUE = [0, 0, 255]
async function get(url: ImageUrlBuilder, accept = '*/*') {
  const response = await fetch(url.url(), {headers: {accept}})
  expect(response.status, url.url()).toBe(200)
  const bytes = await bytesOf(response)
  const meta = await sharp(bytes).metadata()
  return {
    response,
    bytes,
    meta,
    size: [meta.width, meta.height],
    /** Colours at places in fractions of the picture. */
    at: (...places: [x: number, y: number][]) =>
      Promise.all(places.map(([x, y]) => colourAt(bytes, x, y))),
    /** Frame by frame, the colour in the middle. */
    frames: () =>
      Promise.all(
        Array.from({length: meta.pages ?? 1}, async (_, page) =>
          colourAt(await sharp(bytes, {page}).png().toBuffer(), 0.5, 0.5),
        ),
      ),
  }
}
const near = (colour: number[] | undefined, wanted: number[]) => {
  for (const [n, channel] of wanted.entries()) {
    expect(Math.abs((colour?.[n] ?? -1) - channel), `${colour} ~ ${wanted}`).toBeLessThan(30)
  }
}

describe('size', () => {
  it.each<[string, (i: ImageUrlBuilder) => ImageUrlBuilder, number[]]>([
    ['width', (i) => i.width(100), [100, 50]],
    ['height', (i) => i.height(100), [200, 100]],
    ['dpr', (i) => i.width(100).dpr(2), [200, 100]],
    ['size', (i) => i.size(100, 100), [100, 100]],
    ['fit clip', (i) => i.ignoreImageParams().size(100, 100).fit('clip'), [100, 50]],
    ['fit crop', (i) => i.ignoreImageParams().size(100, 100).fit('crop'), [100, 100]],
    ['fit fill', (i) => i.ignoreImageParams().size(100, 100).fit('fill'), [100, 100]],
    ['fit fillmax', (i) => i.ignoreImageParams().size(600, 600).fit('fillmax'), [600, 600]],
    ['fit max', (i) => i.ignoreImageParams().size(600, 600).fit('max'), [400, 200]],
    ['fit scale', (i) => i.ignoreImageParams().size(600, 600).fit('scale'), [600, 600]],
    ['fit min', (i) => i.ignoreImageParams().size(600, 600).fit('min'), [200, 200]],
    ['maxWidth', (i) => i.ignoreImageParams().size(300, 100).maxWidth(150).fit('crop'), [150, 100]],
    ['maxHeight', (i) => i.ignoreImageParams().size(300, 100).maxHeight(50).fit('crop'), [300, 50]],
    ['minWidth', (i) => i.ignoreImageParams().size(50, 100).minWidth(120).fit('crop'), [120, 100]],
    ['minHeight', (i) => i.ignoreImageParams().size(50, 10).minHeight(60).fit('crop'), [50, 60]],
    ['rect', (i) => i.rect(10, 20, 30, 40), [30, 40]],
    ['rect and width', (i) => i.rect(0, 0, 100, 100).width(50), [50, 50]],
    // `or` rotates the finished picture: the width is the requested one.
    ['orientation', (i) => i.width(100).orientation(90), [100, 200]],
    ['pad', (i) => i.width(100).pad(10), [120, 70]],
    ['pad and dpr', (i) => i.width(100).dpr(2).pad(10), [240, 140]],
  ])('%s', async (_, change, size) => {
    expect((await get(change(images.image(picture)))).size).toEqual(size)
  })
})

describe('the selected part', () => {
  const cut = () => images.image(picture).ignoreImageParams().size(100, 100).fit('crop')

  it('rect', async () => {
    const [left] = await (await get(images.image(picture).rect(0, 0, 190, 200))).at([0.9, 0.5])
    const [right] = await (await get(images.image(picture).rect(210, 0, 190, 200))).at([0.1, 0.5])
    expect([left, right]).toEqual([RED, BLUE])
  })

  it.each(['left', 'right'] as const)('crop %s', async (side) => {
    const answer = await get(cut().crop(side))
    const colour = side === 'left' ? RED : BLUE
    expect(await answer.at([0.1, 0.5], [0.9, 0.5])).toEqual([colour, colour])
  })

  it.each(['center', 'top', 'bottom'] as const)('crop %s keeps the middle', async (side) => {
    const answer = await get(cut().crop(side))
    expect(await answer.at([0.1, 0.5], [0.9, 0.5])).toEqual([RED, BLUE])
  })

  it('crop focalpoint, with fp-x and fp-y', async () => {
    const answer = await get(cut().crop('focalpoint').focalPoint(0.9, 0.5))
    expect(await answer.at([0.1, 0.5], [0.9, 0.5])).toEqual([BLUE, BLUE])
  })

  it('crop entropy finds the busiest part', async () => {
    const noise = {type: 'gaussian' as const, mean: 128, sigma: 60}
    const busy = sharp({create: {width: 100, height: 100, channels: 3, background: '#888', noise}})
    const bytes = await flat(400, 100, '#00f')
      .composite([{input: await busy.png().toBuffer(), left: 300, top: 0}])
      .png()
      .toBuffer()
    const {_id} = await lake.client('importer').assets.upload('image', bytes)
    const answer = await get(
      images.image(_id).ignoreImageParams().size(100, 100).fit('crop').crop('entropy'),
    )
    expect(await answer.at([0.5, 0.5])).not.toEqual([BLUE])
  })

  it('crop and hotspot as set by an editor', async () => {
    const asset = {_type: 'reference', _ref: picture}
    const crop = {left: 0.5, right: 0, top: 0, bottom: 0}
    const hotspot = {x: 0.75, y: 0.5, width: 0.1, height: 0.1}
    const answer = await get(images.image({asset, crop, hotspot}).size(50, 50))
    expect(answer.size).toEqual([50, 50])
    expect(await answer.at([0.02, 0.5], [0.98, 0.5])).toEqual([BLUE, BLUE])
  })
})

describe('effects', () => {
  it('bg fills the background, and transparent parts', async () => {
    const around = images.image(picture).ignoreImageParams().size(100, 100).fit('fill').bg('00ff00')
    expect(await (await get(around)).at([0.5, 0.02], [0.1, 0.5])).toEqual([[0, 255, 0], RED])
    const [, filled] = await (await get(images.image(clear).bg('f00'))).at([0.1, 0.5], [0.9, 0.5])
    expect(filled).toEqual(RED)
    expect((await get(images.image(clear).width(100))).meta.hasAlpha).toBe(true)
    const [white] = await (await get(images.image(clear).format('jpg'))).at([0.9, 0.5])
    near(white, [255, 255, 255])
  })

  it('pad adds background around the picture', async () => {
    const answer = await get(images.image(picture).width(100).pad(10).bg('00ff00'))
    expect(await answer.at([0.02, 0.5], [0.5, 0.02], [0.2, 0.5])).toEqual([
      [0, 255, 0],
      [0, 255, 0],
      RED,
    ])
  })

  it('flip', async () => {
    const [mirrored] = await (await get(images.image(picture).flipHorizontal())).at([0.1, 0.5])
    expect(mirrored).toEqual(BLUE)
    const upright = images.image(picture).orientation(90)
    expect(await (await get(upright)).at([0.5, 0.1], [0.5, 0.9])).toEqual([RED, BLUE])
    // Mirrored first, then rotated.
    const over = images.image(picture).flipHorizontal().flipVertical().orientation(90)
    expect(await (await get(over)).at([0.5, 0.1], [0.5, 0.9])).toEqual([BLUE, RED])
    const half = await flat(20, 10, '#f00')
      .composite([{input: await flat(20, 5, '#00f').png().toBuffer(), left: 0, top: 5}])
      .png()
      .toBuffer()
    const {_id} = await lake.client('importer').assets.upload('image', half)
    expect(await (await get(images.image(_id).flipVertical())).at([0.5, 0])).toEqual([BLUE])
  })

  it('orientation rotates clockwise', async () => {
    const ends: [number, number][] = [
      [0.5, 0.1],
      [0.5, 0.9],
    ]
    expect(await (await get(images.image(picture).orientation(270))).at(...ends)).toEqual([
      BLUE,
      RED,
    ])
    const [around] = await (await get(images.image(picture).orientation(180))).at([0.1, 0.5])
    expect(around).toEqual(BLUE)
  })

  it('invert', async () => {
    const [colour] = await (await get(images.image(picture).invert(true))).at([0.1, 0.5])
    expect(colour).toEqual([0, 255, 255])
  })

  it('saturation', async () => {
    const [grey] = await (await get(images.image(picture).saturation(-100))).at([0.1, 0.5])
    expect(Math.max(...grey!) - Math.min(...grey!)).toBeLessThan(4)
    const [same] = await (await get(images.image(picture).saturation(0).width(400))).at([0.1, 0.5])
    expect(same).toEqual(RED)
  })

  it.each([20, 400, 2000])('blur %d mixes across an edge, and keeps the size', async (blur) => {
    const answer = await get(images.image(square).blur(blur))
    expect(answer.size).toEqual([200, 200])
    const [edge] = await answer.at([0.25, 0.5])
    for (const channel of edge!) {
      expect(channel).toBeGreaterThan(20)
      expect(channel).toBeLessThan(250)
    }
  })

  it('sharpen makes an edge steeper', async () => {
    const contrast = async (url: ImageUrlBuilder) => {
      const {bytes} = await get(url)
      const {data, info} = await sharp(bytes).greyscale().raw().toBuffer({resolveWithObject: true})
      const row = data.subarray(info.width * 50, info.width * 51)
      return Math.max(...row.map((value, n) => Math.abs(value - (row[n + 1] ?? value))))
    }
    const plain = images.image(square).width(190)
    expect(await contrast(plain.sharpen(100))).toBeGreaterThan(await contrast(plain))
  })
})

describe('format', () => {
  it.each([
    ['jpg', 'jpeg', false],
    ['pjpg', 'jpeg', true],
    ['png', 'png', false],
    ['webp', 'webp', false],
  ] as const)('fm %s', async (format, written, progressive) => {
    const {meta, response} = await get(images.image(picture).format(format))
    expect(meta).toMatchObject({format: written, width: 400, height: 200})
    expect(meta.isProgressive ?? false).toBe(progressive)
    expect(response.headers.get('content-type')).toBe(`image/${written}`)
  })

  it('auto chooses a format that the browser accepts', async () => {
    const auto = images.image(picture).auto('format')
    const modern = await get(auto, 'image/avif,image/webp,*/*')
    expect(modern.meta.format).toBe('webp')
    expect(modern.response.headers.get('vary')).toBe('Accept')
    expect((await get(auto)).meta.format).toBe('png')
  })

  it('a lower quality gives fewer bytes', async () => {
    const noise = {type: 'gaussian' as const, mean: 128, sigma: 40}
    const create = {width: 300, height: 200, channels: 3 as const, background: '#888', noise}
    const {_id} = await lake
      .client('importer')
      .assets.upload('image', await sharp({create}).jpeg({quality: 95}).toBuffer())
    const low = await get(images.image(_id).quality(10))
    const high = await get(images.image(_id).quality(90))
    expect(low.bytes.length).toBeLessThan(high.bytes.length / 2)
  })

  it('forceDownload uses the given name or the uploaded one', async () => {
    const download = async (url: ImageUrlBuilder) =>
      (await get(url)).response.headers.get('content-disposition')
    expect(await download(images.image(picture).width(50).forceDownload('front.png'))).toMatch(
      /^attachment; filename="front\.png"/,
    )
    expect(
      await download(images.image(picture).width(50).format('jpg').forceDownload(true)),
    ).toMatch(/^attachment; filename="true"/)
    const bare = await fetch(`${images.image(picture).width(50).format('jpg').url()}&dl`)
    expect(bare.headers.get('content-disposition')).toMatch(
      /^attachment; filename="Harbour at dawn\.jpg"/,
    )
  })
})

describe('an animated picture', () => {
  const COLOURS = [RED, [0, 255, 0], BLUE, [255, 255, 255]]

  it.each([
    ['as it is', (i: ImageUrlBuilder) => i, [40, 20]],
    ['smaller', (i: ImageUrlBuilder) => i.width(20), [20, 10]],
    ['cut', (i: ImageUrlBuilder) => i.rect(5, 5, 10, 10), [10, 10]],
    ['cropped', (i: ImageUrlBuilder) => i.size(10, 10), [10, 10]],
    ['with ground around', (i: ImageUrlBuilder) => i.width(20).pad(5), [30, 20]],
    ['turned', (i: ImageUrlBuilder) => i.orientation(90), [20, 40]],
    ['mirrored', (i: ImageUrlBuilder) => i.flipHorizontal().flipVertical(), [40, 20]],
    ['softened', (i: ImageUrlBuilder) => i.blur(30), [40, 20]],
    ['sharpened', (i: ImageUrlBuilder) => i.sharpen(20), [40, 20]],
    ['as WebP', (i: ImageUrlBuilder) => i.format('webp'), [40, 20]],
    ['as the browser likes', (i: ImageUrlBuilder) => i.auto('format'), [40, 20]],
  ])('stays animated: %s', async (_, change, size) => {
    for (const asset of [gif, webp]) {
      const answer = await get(change(images.image(asset)), 'image/webp,*/*')
      expect(answer.meta).toMatchObject({pages: 4, delay: DELAYS, loop: 3})
      expect([answer.meta.width, answer.meta.pageHeight ?? answer.meta.height]).toEqual(size)
      for (const [n, colour] of (await answer.frames()).entries()) near(colour, COLOURS[n]!)
    }
  })

  it.each([
    ['frame', (i: ImageUrlBuilder) => i.frame(1)],
    ['a format that stands', (i: ImageUrlBuilder) => i.format('jpg')],
    ['PNG', (i: ImageUrlBuilder) => i.format('png')],
  ])('is reduced to its first frame: %s', async (_, change) => {
    for (const asset of [gif, webp]) {
      const answer = await get(change(images.image(asset)))
      expect(answer.meta.pages ?? 1).toBe(1)
      near((await answer.at([0.5, 0.5]))[0], RED)
    }
  })

  it('with too many pixels is reduced to its first frame', async () => {
    const answer = await get(images.image(gif).width(4000).fit('scale').height(2000))
    expect(answer.meta.pages ?? 1).toBe(1)
    expect(answer.size).toEqual([4000, 2000])
  })

  it('has no other frame that can be requested', async () => {
    expect((await fetch(`${images.image(gif).url()}?frame=2`)).status).toBe(400)
  })
})
