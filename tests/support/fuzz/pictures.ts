// Pictures of every format, broken: cut off, with bytes changed, one glued into another.
import fc from 'fast-check'
import sharp from 'sharp'
import {oddText} from './harness.ts'

const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
)

/** One small picture of each format, by its extension. */
export async function soundPictures(): Promise<Record<string, Buffer>> {
  const create = {width: 17, height: 11, channels: 3 as const, background: '#3a6'}
  const picture = sharp({create}).withMetadata({exif: {IFD0: {Copyright: 'A', Artist: 'B'}}})
  return {
    png: await picture.png().toBuffer(),
    jpg: await picture.jpeg().toBuffer(),
    webp: await picture.webp().toBuffer(),
    gif: await picture.gif().toBuffer(),
    avif: await picture.avif({effort: 0}).toBuffer(),
    tiff: await picture.tiff().toBuffer(),
    svg: SVG,
  }
}

type Change = (bytes: Buffer, other: Buffer) => Buffer

const change = fc.oneof(
  fc.double({min: 0, max: 1, noNaN: true}).map(
    (part): Change =>
      (bytes) =>
        bytes.subarray(0, Math.floor(bytes.length * part)),
  ),
  fc
    .array(fc.tuple(fc.double({min: 0, max: 1, noNaN: true}), fc.nat(255)), {
      minLength: 1,
      maxLength: 8,
    })
    .map((places): Change => (bytes) => {
      const changed = Buffer.from(bytes)
      for (const [part, byte] of places) changed[Math.floor((changed.length - 1) * part)] = byte
      return changed
    }),
  // The first bytes say how large it is.
  fc
    .array(fc.tuple(fc.nat(40), fc.nat(255)), {minLength: 1, maxLength: 6})
    .map((places): Change => (bytes) => {
      const changed = Buffer.from(bytes)
      for (const [at, byte] of places) changed[Math.min(at, changed.length - 1)] = byte
      return changed
    }),
  fc.double({min: 0, max: 1, noNaN: true}).map(
    (part): Change =>
      (bytes, other) =>
        Buffer.concat([bytes.subarray(0, Math.floor(bytes.length * part)), other]),
  ),
  fc.nat(4).map(
    (count): Change =>
      (bytes) =>
        Buffer.concat(Array(count).fill(bytes)),
  ),
  fc.uint8Array({maxLength: 64}).map(
    (noise): Change =>
      () =>
        Buffer.from(noise),
  ),
)

export const brokenPicture = (formats: readonly string[]) =>
  fc.record({
    format: fc.constantFrom(...formats),
    other: fc.constantFrom(...formats),
    change,
    kind: fc.constantFrom('images', 'files'),
    filename: fc.oneof(fc.constantFrom('a.jpg', 'a.svg', 'a.html', 'a'), oddText),
  })

const number = fc.oneof(
  fc.integer({min: -5, max: 3000}).map(String),
  fc.constantFrom('0', '0.5', '1e9', 'NaN', 'Infinity', '-0', '999999999999', '1,2', ''),
)
const PARAMETERS: Record<string, fc.Arbitrary<string>> = {
  w: number,
  h: number,
  'max-w': number,
  'max-h': number,
  'min-w': number,
  'min-h': number,
  dpr: number,
  q: number,
  blur: number,
  sharp: number,
  sat: number,
  pad: number,
  or: fc.constantFrom('0', '90', '180', '270', '45', '-90', 'x'),
  'fp-x': number,
  'fp-y': number,
  rect: fc.oneof(
    fc.tuple(number, number, number, number).map((sides) => sides.join(',')),
    fc.constantFrom('0,0,1,1', '5,5,99,99', ',,,', '1,2,3'),
  ),
  fit: fc.constantFrom('clip', 'crop', 'fill', 'fillmax', 'max', 'scale', 'min', 'x'),
  crop: fc.constantFrom('top', 'left', 'bottom,right', 'focalpoint', 'entropy', 'center', 'x'),
  flip: fc.constantFrom('h', 'v', 'hv', 'x'),
  fm: fc.constantFrom('jpg', 'png', 'webp', 'avif', 'json', 'pjpg', 'blurhash', 'thumbhash', 'x'),
  auto: fc.constantFrom('format', 'x'),
  bg: fc.constantFrom('fff', 'ff00ff', '8000ff00', 'x', ''),
  invert: fc.constantFrom('true', 'false', 'x'),
  frame: number,
  dl: oddText,
  dlRaw: fc.constantFrom('true', 'x'),
  vanity: oddText,
}

export const imageParameters = fc
  .array(
    fc
      .constantFrom(...Object.keys(PARAMETERS))
      .chain((name) =>
        fc
          .oneof({weight: 8, arbitrary: PARAMETERS[name]!}, {weight: 1, arbitrary: oddText})
          .map((value) => [name, value.toWellFormed()] as [string, string]),
      ),
    {maxLength: 5},
  )
  .map((pairs) => new URLSearchParams(pairs).toString())
