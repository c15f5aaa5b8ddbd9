// Attempts on files: uploads, addresses of pictures and files, and who gets those of originals.
import type {Voice} from '../piece.ts'
import {alike, askingOf, type Tries} from './requests.ts'
import {DATASET, type World} from './world.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** By `operation way of`. */
export function filingWays(world: World): Record<string, Tries> {
  const {pictures, files} = world
  const {asks} = askingOf(world)
  const uploads = (kind: 'images' | 'files'): Tries =>
    asks(`/v2025-02-19/assets/${kind}/${DATASET}?filename=a.png`, {method: 'POST', body: PIXEL})
  /** By its plain address, and by one that names the download. */
  const picture = (path: string): Tries => alike(asks(`${path}?w=4`), asks(`${path}/a.jpg?w=4`))
  const file = (path: string): Tries => alike(asks(path), asks(`${path}/a.txt`))

  return {
    'create assets a picture': uploads('images'),
    'create assets a file': uploads('files'),
    'read images a picture of what is published': picture(pictures.public),
    'read images a picture that an embargo hides': picture(pictures.embargoed),
    'read images an unused picture, by its address': picture(pictures.unused),
    'read images the original of a picture': asks(`${pictures.public}?dlRaw=true`),
    'read files a file of what is published': file(files.public),
    'read files a file that an embargo hides': file(files.embargoed),
    'read files an unused file, by its address': file(files.unused),
    'read export an address that opens an original': exportsOriginals(world),
  }
}

/** The address is enough to open a file, so what matters is who gets an address. */
function exportsOriginals({lake, pictures}: World): (who: Voice) => Promise<boolean> {
  return async ({headers}) => {
    const response = await lake.fetch(`/v2025-02-19/data/export/${DATASET}`, {headers})
    const text = await response.text()
    if (!response.ok) return false
    const lines = text.split('\n').filter((line) => line.includes(pictures.public))
    const asset = lines.map((line) => JSON.parse(line) as {_type: string; url: string})
    const address = asset.find(({_type}) => _type === 'sanity.imageAsset')?.url ?? ''
    const picture = await fetch(address)
    return picture.ok && picture.headers.get('x-sanity-sha1') !== null
  }
}
