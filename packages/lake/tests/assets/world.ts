// The assets on real files, with a real commit and a real Hono app. A test header names the actor.
import {createHash} from 'node:crypto'
import {mkdtemp, readdir, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Hono} from 'hono'
import sharp, {type Sharp} from 'sharp'
import {createAssets, type AssetsOptions} from '../../src/assets/assets.ts'
import {createDecoder} from '../../src/assets/decoder.ts'
import {ANONYMOUS_ACTOR} from '../../src/grants.ts'
import type {LakeEnv} from '../../src/http/context.ts'
import {answerError} from '../../src/http/errors.ts'
import {assetsRoutes} from '../../src/http/routes/assets.ts'
import {filesRoutes} from '../../src/http/routes/files.ts'
import {referencesIn} from '../../src/references.ts'
import {createStoredVisibility, storedIn} from '../../src/visibility.ts'
import type {Actor, Json, LakeDocument, Rule} from '../../src/types.ts'
import {createCommitWorld} from '../commit-world.ts'
import {role} from '../role.ts'

export const dataset = 'production'
export const origin = 'http://newsroom.test:3333'
/** Its processes serve all worlds of a test file, and end with it. */
const decoder = createDecoder()

const hasDataset = (name: string) => name === dataset
const ASSETS = '_type in ["sanity.imageAsset", "sanity.fileAsset"]'
const PUBLIC =
  '_id in path("*") && select(defined(embargo.until) => dateTime(embargo.until) <= dateTime(now()), true)'
const ROLES = [
  role('journalist', [
    {filter: 'true', permissions: ['read']},
    {filter: ASSETS, permissions: ['create']},
  ]),
  role('proofreader', [{filter: 'true', permissions: ['read']}]),
  role('blind', [{filter: '_type == "article"', permissions: ['read']}]),
  role('reader', [
    {filter: `${PUBLIC} && !(${ASSETS})`, permissions: ['read']},
    {filter: `${PUBLIC} && ${ASSETS}`, permissions: ['read'], onlyWhileReferenced: true},
  ]),
]
type ActorName = 'journalist' | 'proofreader' | 'blind'

export interface World {
  app: Hono<LakeEnv>
  assets: ReturnType<typeof createAssets>
  folder: string
  clock: {now: number}
  documents: () => LakeDocument[]
  transactions: () => number
  remove: (id: string) => void
  /** Writes a document without checking grants. */
  put: (document: {_id: string; _type: string; [field: string]: Json}) => void
  /** All files in the assets folder. */
  files: () => Promise<string[]>
  get: (path: string, headers?: Record<string, string>, as?: ActorName) => Promise<Response>
  upload: (
    kind: 'images' | 'files',
    body: Uint8Array | string | ReadableStream<Uint8Array>,
    options?: {query?: string; type?: string; as?: ActorName | null},
  ) => Promise<Response>
  /** Uploads a picture as a journalist and answers its document. */
  picture: (body: Uint8Array, query?: string) => Promise<LakeDocument>
  close: () => Promise<void>
}

export async function openWorld(
  options: Partial<AssetsOptions> & {rules?: Rule[]} = {},
): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'assets-'))
  const clock = {now: Date.parse('2026-11-25T10:00:00.000Z')}
  let ids = 0
  const {
    database,
    documents: table,
    log,
    grantsOf,
    commit,
  } = createCommitWorld(ROLES, () => clock.now, {
    rules: options.rules ?? [],
    randomId: () => `tx${++ids}`,
  })
  const assets = createAssets({
    folder,
    decoder,
    grantsOf,
    documents: table,
    projectId: 'copydesk',
    origin: () => origin,
    clock: () => clock.now,
    commit,
    ...options,
  })
  const app = new Hono<LakeEnv>()
  app.onError((error, c) => answerError(error, c))
  app.use(async (c, next) => {
    const name = c.req.header('x-actor')
    const actor: Actor = {id: `u${name}`, kind: 'user', roles: [String(name)], name: String(name)}
    c.set('actor', name ? actor : ANONYMOUS_ACTOR)
    await next()
  })
  app.route('/:version', assetsRoutes({upload: assets.upload, hasDataset}))
  app.route(
    '/',
    filesRoutes({
      ...assets,
      grantsOf,
      documents: table,
      holdsFor: (name, actor) =>
        createStoredVisibility(grantsOf(name), actor, storedIn(table, name)),
      hasDataset,
      projectId: 'copydesk',
    }),
  )

  const upload: World['upload'] = async (kind, body, {query = '', type, as = 'journalist'} = {}) =>
    app.request(`/v1/assets/${kind}/${dataset}${query}`, {
      method: 'POST',
      body: body as BodyInit,
      duplex: 'half',
      headers: {...(type ? {'content-type': type} : {}), ...(as ? {'x-actor': as} : {})},
    } as RequestInit)

  return {
    app,
    assets,
    folder,
    clock,
    upload,
    documents: () => table.all(dataset),
    transactions: () => log.last(),
    remove: (id) => table.remove(dataset, id),
    put({_id, _type, ...fields}) {
      const at = new Date(clock.now).toISOString()
      const transactionId = `put${++ids}`
      const times = {_rev: transactionId, _createdAt: at, _updatedAt: at}
      const result: LakeDocument = {_id, _type, ...times, ...fields}
      table.put(dataset, result, referencesIn(result))
      log.append({
        dataset,
        transactionId,
        author: 'system',
        timestamp: at,
        digest: '',
        changes: [{id: _id, previous: null, result, mutations: [], apply: [], revert: []}],
      })
    },
    async files() {
      const found = await readdir(folder, {recursive: true, withFileTypes: true})
      return found.filter((entry) => entry.isFile()).map((entry) => entry.name)
    },
    async get(path, headers = {}, as) {
      const sent = {...headers, ...(as ? {'x-actor': as} : {})}
      const response = await app.request(path, {headers: sent})
      // A body that nobody reads keeps its file open.
      return response.body ? new Response(await response.arrayBuffer(), response) : response
    },
    async picture(body, query = '') {
      const response = await upload('images', body, {query})
      if (response.status !== 200) throw new Error(await response.text())
      return ((await response.json()) as {document: LakeDocument}).document
    },
    async close() {
      database.close()
      await rm(folder, {recursive: true, force: true})
    },
  }
}

export const sha1 = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('hex')

/** `{error: {type, description}}` of an answer, or nothing. */
export async function errorOf(response: Response): Promise<{type: string; description: string}> {
  return ((await response.json()) as {error: {type: string; description: string}}).error
}

export async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer())
}

/** Width and height of an answered picture. */
export async function sizeOf(response: Response): Promise<[number, number]> {
  const {width, height} = await sharp(await bytesOf(response)).metadata()
  return [width, height]
}

/** Left half red, right half blue. */
export function halves(width: number, height: number): Sharp {
  const blue = {r: 0, g: 0, b: 255}
  const right = {create: {width: width / 2, height, channels: 3 as const, background: blue}}
  return sharp({create: {width, height, channels: 3, background: {r: 255, g: 0, b: 0}}}).composite([
    {input: right, left: width / 2, top: 0},
  ])
}

/** A phone's JPEG: stored sideways (orientation 6), with the place and the photographer. */
export async function phonePhoto(): Promise<Buffer> {
  const exif = {
    IFD0: {Artist: 'Noor Haddow', Copyright: 'Harbour Courier', Orientation: '6'},
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '35/1 39/1 3132/100',
      GPSLongitudeRef: 'E',
      GPSLongitude: '139/1 44/1 4012/100',
    },
  }
  const picture = await halves(400, 200).png().toBuffer()
  return sharp(picture).withExif(exif).withMetadata({orientation: 6}).jpeg({quality: 95}).toBuffer()
}

/** Red, green and blue of the pixel at a place given in parts of the picture. */
export async function colourAt(bytes: Buffer, x: number, y: number): Promise<number[]> {
  const image = sharp(bytes).removeAlpha().toColourspace('srgb').raw()
  const {data, info} = await image.toBuffer({resolveWithObject: true})
  const at = (Math.floor(y * (info.height - 1)) * info.width + Math.floor(x * (info.width - 1))) * 3
  return [...data.subarray(at, at + 3)]
}
