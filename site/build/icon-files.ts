// Draws the newsroom's mark while the site is bundled: `import icons from 'copydesk:icons'`.
import sharp from 'sharp'
import type {Plugin} from 'vite'
import {ICON_SIZES, ICO_PATH, iconPath} from '../formats/icons/icon-path.ts'
import {MARK_SIZE, markSvg} from '../formats/icons/mark.ts'

const NAME = 'copydesk:icons'
const ICO_SIZE = 32
/** Dots per inch at which a unit of a drawing is a pixel. */
const DENSITY = 72

/** The plugin; the module holds each file in base64, by its path on the site. */
export function iconFiles(): Plugin {
  return {
    name: 'copydesk:icon-files',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    async load(id) {
      if (id !== `\0${NAME}`) return null
      const files: [path: string, bytes: Buffer][] = [[ICO_PATH, ico(await png(ICO_SIZE))]]
      for (const size of ICON_SIZES) files.push([iconPath(size), await png(size)])
      const texts = files.map(([path, bytes]) => [path, bytes.toString('base64')])
      return `export default ${JSON.stringify(Object.fromEntries(texts))}`
    },
  }
}

const png = (size: number): Promise<Buffer> =>
  sharp(Buffer.from(markSvg()), {density: (DENSITY * size) / MARK_SIZE})
    .resize(size, size)
    .png({compressionLevel: 9})
    .toBuffer()

/** A PNG file as the one picture of an ICO file. */
function ico(picture: Buffer): Buffer {
  const header = Buffer.alloc(22)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(1, 4)
  header.set([ICO_SIZE, ICO_SIZE], 6)
  header.writeUInt16LE(1, 10)
  header.writeUInt16LE(32, 12)
  header.writeUInt32LE(picture.length, 14)
  header.writeUInt32LE(header.length, 18)
  return Buffer.concat([header, picture])
}
