/**
 * Rasterises drawn maps, charts and portraits, and writes their credits into the files:
 * `node seed/draw-graphics.ts kelp-map portrait-prynne`, or all of them without names.
 * The JPEGs are committed, because the result depends on the fonts of the machine (DejaVu Sans and
 * Serif Condensed); nothing runs this during a build.
 */
import {readdir, writeFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import sharp from 'sharp'
import {photos} from './photos.ts'
import {withCredit} from './write-credit.ts'

const graphics = fileURLToPath(new URL('graphics/', import.meta.url))
const folder = fileURLToPath(new URL('photos/', import.meta.url))
const wanted = process.argv.slice(2)

for (const drawing of await readdir(graphics)) {
  const name = drawing.replace('.svg', '')
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const facts = photos.find(({file}) => file === `${name}.jpg`)
  if (!facts) throw new Error(`photos.ts has no ${name}.jpg. Describe the drawing there first.`)
  const jpeg = await sharp(graphics + drawing)
    .flatten({background: '#fff'})
    // Full colour resolution: subsampling frays red lines and small type. Not progressive, which would
    // take twice as long to decode at each first start.
    .jpeg({quality: 86, chromaSubsampling: '4:4:4', progressive: false, optimiseCoding: true})
    .toBuffer()
  await writeFile(`${folder}${name}.jpg`, withCredit(jpeg, facts))
  console.log(name)
}
