// `pictures`: renditions that say whose they are, held against the same file without a lake.
import {createHash} from 'node:crypto'
import {createServer} from 'node:http'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import sharp from 'sharp'
import type {LakeDocument} from '@copydesk/lake/types'
import {DATASET} from '../../server/newsroom-lake.ts'
import {withLake, type BenchLake} from './bench-lake.ts'
import {median, time, type Bench, type Row} from './row.ts'

const WIDTH = 2_000
const HEIGHT = 1_300
const TIMES = 200
const NEW_TIMES = 12
const AT = '2026-01-01T00:00:00.000Z'

export const pictures: Bench = async (say) => {
  const {original, photo} = await picture()
  return await withLake({documents: [photo]}, async (lake) => {
    const url = await upload(lake, original)
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'))
    try {
      say('Kept renditions')
      const kept = await compareCached(`${url}?w=800&q=75`, join(folder, 'a.jpg'))
      say('New renditions')
      return [...kept, await compareNew(url, original, join(folder, 'b.jpg'))]
    } finally {
      rmSync(folder, {recursive: true, force: true})
    }
  })
}

/** A picture, and the photo document that has its credit. */
export async function picture(): Promise<{original: Buffer; photo: LakeDocument}> {
  const noise = {type: 'gaussian' as const, mean: 128, sigma: 20}
  const create = {width: WIDTH, height: HEIGHT, channels: 3 as const, background: '#888', noise}
  const original = await sharp({create}).jpeg({quality: 80}).toBuffer()
  const sha1 = createHash('sha1').update(original).digest('hex')
  return {original, photo: photoOf(`image-${sha1}-${WIDTH}x${HEIGHT}-jpg`)}
}

const photoOf = (asset: string): LakeDocument => ({
  _id: 'photo',
  _type: 'photoWithCredit',
  _rev: 'bench',
  _createdAt: AT,
  _updatedAt: AT,
  image: {_type: 'image', asset: {_type: 'reference', _ref: asset}},
  creditLine: '（©三経 by Ｙａｓｕｔｏ　Ｔａｎａｋａ）',
  creator: 'Zoë Ångström',
  copyrightNotice: '© Agência Maré',
})

/** Answers the address of the original. */
export async function upload(lake: BenchLake, bytes: Buffer): Promise<string> {
  const response = await fetch(`${lake.origin}/v1/assets/images/${DATASET}`, {
    method: 'POST',
    headers: {authorization: `Bearer ${lake.token}`},
    body: new Uint8Array(bytes),
  })
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
  return ((await response.json()) as {document: {url: string}}).document.url
}

const get = async (url: string, headers: Record<string, string> = {}): Promise<Buffer> =>
  Buffer.from(await (await fetch(url, {headers})).arrayBuffer())

/** The rendition out of the cache and its 304, beside a server that does nothing but send the file. */
async function compareCached(url: string, file: string): Promise<Row[]> {
  const response = await fetch(url)
  const etag = response.headers.get('etag') ?? ''
  writeFileSync(file, Buffer.from(await response.arrayBuffer()))
  const server = createServer((_, answer) => answer.end(readFileSync(file)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const bare = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`
  const [whole, known, theirs]: number[][] = [[], [], []]
  for (let n = 0; n < TIMES; n++) {
    whole?.push(await time(() => get(url)))
    known?.push(await time(() => get(url, {'if-none-match': etag})))
    theirs?.push(await time(() => get(bare)))
  }
  server.close()
  const reference = 'node:http and the bare file'
  const of = (values: number[] = []): number => median(values.slice(TIMES / 10))
  return [
    {what: 'a kept rendition, 800 pixels wide', reference, ours: of(whole), theirs: of(theirs)},
    {what: 'the same, which the browser has (304)', reference, ours: of(known), theirs: of(theirs)},
  ]
}

async function compareNew(url: string, original: Buffer, file: string): Promise<Row> {
  const ours: number[] = []
  const theirs: number[] = []
  sharp.concurrency(1)
  for (let n = 0; n < NEW_TIMES; n++) {
    ours.push(await time(() => get(`${url}?w=${800 + n}&q=75`)))
    const bare = () =>
      sharp(original)
        .resize({width: 820 + n})
        .jpeg({quality: 75})
        .toFile(file)
    theirs.push(await time(bare))
  }
  return {
    what: 'a new rendition, 800 pixels wide',
    reference: 'sharp alone',
    ours: median(ours.slice(2)),
    theirs: median(theirs.slice(2)),
  }
}
