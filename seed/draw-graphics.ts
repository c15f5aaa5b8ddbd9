/**
 * Rasterises the drawn maps and charts: `npx node seed/draw-graphics.ts`. Their credits have to be written again
 * afterwards (README.md).
 * The JPEGs are committed, because the result depends on the fonts of the machine (DejaVu Sans and
 * Serif Condensed); nothing runs this during a build.
 */
import {readdir} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import sharp from 'sharp'

const graphics = fileURLToPath(new URL('graphics/', import.meta.url))
const photos = fileURLToPath(new URL('photos/', import.meta.url))

for (const file of await readdir(graphics)) {
  if (!file.endsWith('.svg')) continue
  await sharp(graphics + file)
    .flatten({background: '#fff'})
    // Full colour resolution: subsampling frays red lines and small type.
    .jpeg({quality: 88, chromaSubsampling: '4:4:4', mozjpeg: true})
    .toFile(photos + file.replace('.svg', '.jpg'))
  console.log(file)
}
