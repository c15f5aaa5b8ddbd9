// The demonstration newsroom, with stand-ins for the assets that an import would upload.
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import type {Document} from './client.ts'

const SEED = new URL('../../../seed/newsroom.ndjson', import.meta.url)
const TINY =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII='

/** An asset document of this size, named after what was uploaded. */
export function imageAsset(name: string, width = 1600, height = 1066): Document {
  const sha1 = createHash('sha1').update(name).digest('hex')
  const _id = `image-${sha1}-${width}x${height}-jpg`
  return {
    _id,
    _type: 'sanity.imageAsset',
    originalFilename: name,
    url: `http://127.0.0.1:3333/images/copydesk/production/${_id.slice('image-'.length).replace(/-jpg$/, '.jpg')}`,
    metadata: {
      dimensions: {width, height, aspectRatio: width / height},
      lqip: TINY,
      hasAlpha: false,
    },
  }
}

/** Every document of the seed, `_sanityAsset` resolved; `assetFor` makes the asset of a file. */
export function seedDocuments(
  assetFor: (file: string) => Document = (file) => imageAsset(file),
): Document[] {
  const assets = new Map<string, Document>()
  const documents = readFileSync(SEED, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line, resolved) as Document)
  return [...documents, ...assets.values()].map((one) => ({
    _createdAt: '2026-01-01T00:00:00Z',
    _updatedAt: '2026-01-01T00:00:00Z',
    ...one,
  }))

  function resolved(_key: string, value: unknown): unknown {
    if (typeof value !== 'object' || value === null || !('_sanityAsset' in value)) return value
    const {_sanityAsset, ...image} = value
    const file = String(_sanityAsset).replace(/^image@file:\/\/\.\//, '')
    const asset = assets.get(file) ?? assetFor(file)
    assets.set(file, asset)
    return {...image, asset: {_type: 'reference', _ref: asset._id}}
  }
}
