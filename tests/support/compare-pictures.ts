// Compares a picture of a page with the one that is kept.
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import sharp from 'sharp'

const FOLDER = new URL('../fixtures/pictures/', import.meta.url)
/** Smoothed edges differ a little between machines. */
const NOTICED = 60

const fileOf = (name: string): string => fileURLToPath(new URL(`${name}.png`, FOLDER))

/** Keeps the picture if the environment has `UPDATE_PICTURES=1`. */
export async function keepIfAsked(name: string, taken: Buffer): Promise<void> {
  if (process.env['UPDATE_PICTURES'] !== '1') return
  mkdirSync(fileURLToPath(FOLDER), {recursive: true})
  const small = sharp(taken).png({palette: true, colours: 64, effort: 10})
  writeFileSync(fileOf(name), await small.toBuffer())
}

/** The share of pixels that differ clearly from the kept picture, 1 where the sizes differ. */
export async function differenceFrom(name: string, taken: Buffer): Promise<number> {
  const file = fileOf(name)
  if (!existsSync(file))
    throw new Error(`There is no picture ${name}.png: run the test with UPDATE_PICTURES=1.`)
  const [mine, kept] = await Promise.all([pixels(taken), pixels(readFileSync(file))])
  if (mine.info.width !== kept.info.width || mine.info.height !== kept.info.height) return 1
  let different = 0
  for (let index = 0; index < mine.data.length; index++)
    if (Math.abs((mine.data[index] ?? 0) - (kept.data[index] ?? 0)) > NOTICED) different++
  return different / mine.data.length
}

const pixels = (picture: Buffer) =>
  sharp(picture).flatten({background: '#fff'}).greyscale().raw().toBuffer({resolveWithObject: true})
