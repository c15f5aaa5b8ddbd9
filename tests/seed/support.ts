// The seed for tests: the committed file, its pictures, and the text of its articles.
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import type {SeedDocument} from '../../seed/newsroom.ts'

const seed = new URL('../../seed/', import.meta.url)

export const committed = (): string => readFileSync(new URL('newsroom.ndjson', seed), 'utf8')

export const documents: SeedDocument[] = committed()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as SeedDocument)

export const ofType = (type: string): any[] =>
  documents.filter(({_id, _type}) => _type === type && !_id.startsWith('drafts.'))

export const byId = (id: string): any => documents.find(({_id}) => _id === id)

export const photoFile = (name: string): Buffer => readFileSync(new URL(`photos/${name}`, seed))

/** `image@file://./photos/x.jpg` → `x.jpg` */
export const fileOf = (photo: any): string =>
  photo.image._sanityAsset.replace('image@file://./photos/', '')

/** Every value in a document, with the path that leads to it. */
export function* walk(value: unknown, path = ''): Generator<{path: string; value: any}> {
  yield {path, value}
  if (typeof value !== 'object' || value === null) return
  for (const [name, field] of Object.entries(value)) yield* walk(field, `${path}/${name}`)
}

/** The segments before the picture data, and the data from the first scan to the end of the file. */
export function splitJpeg(file: Buffer) {
  const segments: {marker: number; payload: Buffer}[] = []
  let at = 2
  while (file[at] === 0xff && file[at + 1] !== 0xda) {
    const length = file.readUInt16BE(at + 2)
    segments.push({marker: file[at + 1] ?? 0, payload: file.subarray(at + 4, at + 2 + length)})
    at += 2 + length
  }
  return {segments, scan: file.subarray(at)}
}

/** The size in the first start-of-frame segment, which is where the asset's id has it from. */
function sizeOf(file: Buffer): string {
  const frame = splitJpeg(file).segments.find(({marker}) => marker >= 0xc0 && marker <= 0xc2)
  if (!frame) throw new Error('A JPEG without a frame')
  return `${frame.payload.readUInt16BE(3)}x${frame.payload.readUInt16BE(1)}`
}

/** The document in the lake after its pictures have been uploaded. */
export function imported(document: SeedDocument): SeedDocument {
  const {image, ...rest} = document as any
  if (!image?._sanityAsset) return document
  const {_sanityAsset, ...kept} = image
  const file = photoFile(fileOf(document))
  const sha1 = createHash('sha1').update(file).digest('hex')
  const asset = {_type: 'reference', _ref: `image-${sha1}-${sizeOf(file)}-jpg`}
  return {...rest, image: {...kept, asset}}
}
