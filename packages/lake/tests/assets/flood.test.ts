// Many odd parameters must not fill the disk, the processor or memory.
import fc from 'fast-check'
import {readdir, stat, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import sharp from 'sharp'
import {afterEach, beforeEach, expect, it} from 'vitest'
import {dataset, errorOf, halves, openWorld, sizeOf, type World} from './world.ts'
import {FACTOR, runs} from '../../../../tests/support/runs.ts'

const MAX_CACHE = 400_000
let world: World
beforeEach(async () => {
  world = await openWorld({maxCacheBytes: MAX_CACHE})
})
afterEach(() => world.close())

/** Bytes of blocks that the cache takes on disk. */
async function cached(): Promise<number> {
  const folder = join(world.folder, 'cache')
  const files = await readdir(folder, {recursive: true, withFileTypes: true})
  const sizes = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  )
  return sizes.reduce((sum, size) => sum + Math.ceil(size / 4096) * 4096, 0)
}

it(
  'of different sizes fills the cache to its limit, and another picture is still rendered',
  {tags: ['full']},
  async () => {
    const {path} = await world.picture(await halves(60, 30).png().toBuffer())
    const other = await world.picture(await halves(80, 30).png().toBuffer())
    const flood = Array.from({length: 1500}, (_, n) =>
      world.get(`/${path}?w=${(n % 750) + 1}&q=${n % 90}`),
    )
    const wanted = await world.get(`/${other.path}?w=20`)
    expect(await sizeOf(wanted)).toEqual([20, 8])
    const statuses = (await Promise.all(flood)).map((response) => response.status)
    expect(new Set(statuses)).toEqual(new Set([200, 503]))
    const refused = await Promise.all(flood.map(async (response) => (await response).headers))
    expect(refused.some((headers) => headers.get('retry-after') === '2')).toBe(true)
    for (let n = 0; n < 150; n++) {
      expect((await world.get(`/${path}?w=${n + 10}`)).status).toBe(200)
      expect(await cached()).toBeLessThanOrEqual(MAX_CACHE)
    }
  },
)

it('does not block uploads and saving', {tags: ['full']}, async () => {
  const noise = {type: 'gaussian' as const, mean: 128, sigma: 40}
  const create = {width: 1500, height: 1000, channels: 3 as const, background: '#888', noise}
  const {path} = await world.picture(await sharp({create}).jpeg().toBuffer())
  let answered = 0
  const flood = Array.from({length: 40}, async (_, n) => {
    await world.get(`/${path}?w=${1000 + n}&blur=${10 + n}`)
    answered++
  })
  const upload = await world.upload('images', await halves(40, 20).png().toBuffer())
  expect(upload.status).toBe(200)
  expect(answered).toBeLessThan(40)
  await Promise.all(flood)
})

it('that differ only in the notation of numbers are rendered once', async () => {
  const {path} = await world.picture(await halves(60, 30).png().toBuffer())
  const queries = ['w=20.0', 'w=20', 'w=20.4', 'w=20&utm_source=x', 'w=20&fp-x=0.50001&fp-y=0.5']
  const tags = await Promise.all(
    queries.map(async (query) => (await world.get(`/${path}?${query}`)).headers.get('etag')),
  )
  expect(new Set(tags).size).toBe(1)
  expect(await world.files()).toHaveLength(2)
})

it('that cannot be rendered are not tried twice', async () => {
  const bytes = await halves(60, 30).png().toBuffer()
  const {path} = await world.picture(bytes)
  const file = join(world.folder, 'originals', dataset, String(path).split('/').at(-1)!)
  await writeFile(file, 'no picture any more')
  const first = await world.get(`/${path}?w=20`)
  expect(first.status).toBe(400)
  expect(await errorOf(first)).toMatchObject({type: 'invalidImageParameter'})
  await writeFile(file, bytes)
  expect((await world.get(`/${path}?w=20`)).status).toBe(400)
  expect((await world.get(`/${path}?w=21`)).status).toBe(200)
})

const odd = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1',
    'true',
    'NaN',
    'Infinity',
    '1e9',
    '99999999999',
    '0x10',
    '%00',
  ),
  fc.double({noNaN: false}).map(String),
  fc.integer({min: -10, max: 9000}).map(String),
  fc.string({maxLength: 12}),
)
const KNOWN = `clip crop fill fillmax max min scale entropy focalpoint left top h v hv 90 270 format jpg pjpg
  png webp ff0 80ff0000 1 2.5 30,10,5,5 -5,-5,400,400 0.3 50 100 -100`
const NAMES = `rect w h dpr fit crop fp-x fp-y q fm auto bg blur sharp sat or flip invert max-w max-h min-w min-h
  dl frame pad cs dlRaw pass`
const oneOf = (words: string) => fc.constantFrom(...words.split(/\s+/))

it('get a picture or an error for any parameters', {tags: ['full'], timeout: 60_000}, async () => {
  const still = await world.picture(await halves(60, 30).png().toBuffer())
  const raw = {width: 12, height: 24, channels: 4 as const, pageHeight: 12}
  const frames = Buffer.concat([Buffer.alloc(12 * 12 * 4, 255), Buffer.alloc(12 * 12 * 4, 90)])
  const gif = await world.picture(await sharp(frames, {raw}).gif().toBuffer())
  const parameter = fc.tuple(oneOf(NAMES), fc.oneof({weight: 5, arbitrary: oneOf(KNOWN)}, odd))
  const address = fc.tuple(
    fc.constantFrom(still.path, gif.path),
    fc.array(parameter, {maxLength: 5}),
  )
  let made = 0
  await fc.assert(
    fc.asyncProperty(address, async ([path, parameters]) => {
      const query = new URLSearchParams(parameters)
      const begun = performance.now()
      const response = await world.get(`/${path}?${query}`, {accept: 'image/webp'})
      expect(performance.now() - begun).toBeLessThan(5_000)
      if (response.status === 200) {
        const {width, height} = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
        expect(width * height).toBeGreaterThan(0)
        made++
      } else {
        expect([400, 401, 404]).toContain(response.status)
        expect((await errorOf(response)).description).toMatch(/\w/)
      }
    }),
    {numRuns: runs(600), seed: 5},
  )
  expect(made).toBeGreaterThan(100 * FACTOR)
  expect(await cached()).toBeLessThanOrEqual(MAX_CACHE)
})
