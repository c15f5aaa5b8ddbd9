// What the parts of a Word file refer to: addresses, other parts, pictures.
import type {Picture} from '../lines.ts'
import {fileNameOf} from './address.ts'
import {tidy} from './clean.ts'
import {Pictures} from './pictures.ts'
import {type Element, findAll} from './tree.ts'
import type {Zip} from './zip.ts'

interface Relation {
  type: string
  target: string
  isExternal: boolean
}
export type Relations = ReadonlyMap<string, Relation>

/** The relations of a part, by their IDs. */
export function relationsIn(root: Element, folder: string): Relations {
  return new Map(
    [...findAll(root, 'Relationship')].map(({attributes}) => {
      const {Id = '', Type = '', Target = '', TargetMode} = attributes
      const isExternal = TargetMode === 'External'
      return [Id, {type: Type, target: isExternal ? Target : nameOf(Target, folder), isExternal}]
    }),
  )
}

/** `../word/media/a.png` and `/word/media/a.png` are the same part. */
function nameOf(target: string, folder: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const names: string[] = []
  for (const name of `${folder}${target}`.split('/')) {
    if (name === '..') names.pop()
    else if (name !== '.') names.push(name)
  }
  return names.join('/')
}

const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['jfif', 'image/jpeg'],
  ['png', 'image/png'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
  ['heic', 'image/heic'],
  ['bmp', 'image/bmp'],
  ['tif', 'image/tiff'],
  ['tiff', 'image/tiff'],
  ['svg', 'image/svg+xml'],
  ['emf', 'image/x-emf'],
  ['wmf', 'image/x-wmf'],
])

/** The media type of a picture by its name. */
export const pictureTypeOf = (name: string): string | null =>
  MEDIA_TYPES.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? null

export class PartPictures extends Pictures {
  readonly #zip: Zip
  readonly #parts = new Map<Picture, string>()

  constructor(zip: Zip) {
    super()
    this.#zip = zip
  }

  /** The picture of a relation; null if it leads nowhere. */
  place(relation: Relation | undefined, alt: string | undefined): number | null {
    if (!relation) return null
    const {target, isExternal} = relation
    if (!isExternal && !this.#zip.has(target)) return null
    const isAddress = isExternal && /^https?:/i.test(target)
    const picture: Picture = {
      bytes: null,
      mediaType: isExternal ? null : pictureTypeOf(target),
      fileName: fileNameOf(target),
      address: isAddress ? target : null,
      alt: tidy(alt ?? '') || null,
    }
    if (!isExternal) this.#parts.set(picture, target)
    return this.add(picture)
  }

  /** Unpacks the pictures. */
  async load(): Promise<void> {
    const loaded = new Map<string, Uint8Array | null>()
    for (const [picture, part] of this.#parts) {
      if (!loaded.has(part)) loaded.set(part, await this.#zip.read(part))
      picture.bytes = loaded.get(part) ?? null
    }
  }
}
