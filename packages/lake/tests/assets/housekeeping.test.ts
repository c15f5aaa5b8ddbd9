import {mkdir, rm, utimes, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {assetUrlMutations} from '../../src/assets/rebase.ts'
import {createRenderQueue} from '../../src/assets/render-queue.ts'
import {createRenditionCache} from '../../src/assets/rendition-cache.ts'
import {assetDocumentId, parseAssetFile} from '../../src/assets/names.ts'
import {dataset, halves, openWorld, origin, type World} from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const HOUR = 3_600_000

async function age(path: string, hours: number): Promise<void> {
  const time = new Date(world.clock.now - hours * HOUR)
  await utimes(path, time, time)
}
const pathOf = (file: string) => world.assets.store.locate(dataset, file)
const id = (file: string) => assetDocumentId(parseAssetFile(file)!)
const add = (cache: ReturnType<typeof createRenditionCache>, key: string) =>
  cache.add(key, new Uint8Array(100))

describe('sweeping', () => {
  it('deletes files that no document names, and their renditions', async () => {
    const kept = await world.picture(await halves(40, 20).jpeg().toBuffer())
    const orphan = await world.picture(await halves(60, 20).jpeg().toBuffer())
    await world.get(`/${orphan.path}?w=10`)
    await world.get(`/${kept.path}?w=10`)
    const file = String(orphan.path).split('/').at(-1)!
    await age(await pathOf(file), 2)
    await age(await pathOf(String(kept.path).split('/').at(-1)!), 2)
    world.remove(orphan._id)
    expect(await world.files()).toHaveLength(4)
    expect(await world.assets.sweep(dataset)).toEqual([file])
    expect(await world.files()).toHaveLength(2)
    expect((await world.get(`/${orphan.path}?w=10`)).status).toBe(404)
    expect((await world.get(`/${kept.path}?w=10`)).status).toBe(200)
  })

  it('keeps a file for an hour after its last upload', async () => {
    const bytes = await halves(40, 20).jpeg().toBuffer()
    const {_id, path} = await world.picture(bytes)
    const file = String(path).split('/').at(-1)!
    world.remove(_id)
    await age(await pathOf(file), 0.5)
    expect(await world.assets.sweep(dataset)).toEqual([])
    await age(await pathOf(file), 2)
    await world.picture(bytes)
    world.remove(_id)
    world.clock.now = Date.now()
    expect(await world.assets.sweep(dataset)).toEqual([])
  })

  it('deletes files of uploads that were interrupted a day ago', async () => {
    const left = join(world.folder, 'incoming', 'half')
    await writeFile(left, 'x')
    await age(left, 23)
    await world.assets.sweep(dataset)
    expect(await world.files()).toEqual(['half'])
    await age(left, 25)
    await world.assets.sweep(dataset)
    expect(await world.files()).toEqual([])
  })
})

describe('file names', () => {
  const hash = '0123456789'.repeat(4)

  it('determine document IDs', () => {
    expect(id(`${hash}-30x20.jpg`)).toBe(`image-${hash}-30x20-jpg`)
    expect(id(`${hash}.pdf`)).toBe(`file-${hash}-pdf`)
  })

  it.each([
    `../${hash}.pdf`,
    `${hash}.pdf/..`,
    hash,
    `${hash}.`,
    `${hash}.p df`,
    `${hash}-0x20.jpg`,
    `${hash}-1x2.JPG`,
    `${hash}.pdf\n`,
    '..',
    '',
  ])('%j is invalid, and never becomes a path', async (file) => {
    expect(parseAssetFile(file)).toBeNull()
    await expect(world.assets.store.locate(dataset, file)).rejects.toThrow(RangeError)
  })

  it.each(['..', '', 'a/b', 'A', '.hidden'])('dataset %j never becomes a path', async (name) => {
    await expect(world.assets.store.locate(name, `${hash}.pdf`)).rejects.toThrow(RangeError)
  })
})

describe('moving to another origin', () => {
  it('changes the addresses that this lake wrote, and no others', async () => {
    const image = await world.picture(await halves(40, 20).jpeg().toBuffer())
    const hosted = {...image, _id: 'a', url: `https://cdn.sanity.io/${image.path}`}
    const foreign = {...image, _id: 'b', url: 'https://elsewhere.test/x.jpg'}
    const article = {...image, _id: 'c', _type: 'article'}
    const moved = `https://desk.test/${image.path}`
    expect(assetUrlMutations([image, hosted, foreign, article], 'https://desk.test')).toEqual([
      {patch: {id: image._id, set: {url: moved}}},
    ])
    expect(assetUrlMutations([image], origin)).toEqual([])
  })
})

describe('the render queue', () => {
  it('runs two at a time, uploads before renditions, and refuses too many', async () => {
    const queue = createRenderQueue({slots: 2, waiting: 1})
    const order: string[] = []
    const gates = new Map<string, () => void>()
    const work = (name: string, urgent = false) =>
      queue.run(
        async () => {
          order.push(name)
          await new Promise<void>((resolve) => gates.set(name, resolve))
        },
        {urgent},
      )
    const [a, b, c] = [work('a'), work('b'), work('c')]
    const upload = work('upload', true)
    await expect(work('d')).rejects.toMatchObject({status: 503, type: 'busy'})
    expect(order).toEqual(['a', 'b'])
    gates.get('a')!()
    await a
    expect(order).toEqual(['a', 'b', 'upload'])
    gates.get('upload')!()
    await upload
    expect(order).toEqual(['a', 'b', 'upload', 'c'])
    gates.get('b')!()
    gates.get('c')!()
    await Promise.all([b, c])
  })

  it('serves each picture in turn, however many renditions of one are requested', async () => {
    const queue = createRenderQueue({slots: 1, waitingOfGroup: 2})
    const order: string[] = []
    const work = (group: string, name: string) =>
      queue.run(async () => void order.push(name), {group})
    const all = [work('a', 'a1'), work('a', 'a2'), work('a', 'a3'), work('b', 'b1')]
    await expect(work('a', 'a4')).rejects.toMatchObject({status: 503, beside: {retryAfter: 2}})
    await Promise.all(all)
    expect(order).toEqual(['a1', 'a2', 'b1', 'a3'])
  })

  it('continues after a failure', async () => {
    const queue = createRenderQueue({slots: 1})
    await expect(queue.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await expect(queue.run(async () => 'yes')).resolves.toBe('yes')
  })
})

describe('the cache of renditions', () => {
  it('deletes the least recently used ones when it is full', async () => {
    const cache = createRenditionCache(join(world.folder, 'cache2'), 3 * 4096)
    for (const key of ['d/f/1', 'd/f/2', 'd/f/3']) await add(cache, key)
    await cache.find('d/f/1')
    await add(cache, 'd/f/4')
    const found = await Promise.all(['1', '2', '3', '4'].map((n) => cache.find(`d/f/${n}`)))
    expect(found.map(Boolean)).toEqual([true, false, true, true])
    expect((await world.files()).toSorted()).toEqual(['1', '3', '4'])
  })

  it('counts blocks on disk, and limits the number of files', async () => {
    const folder = join(world.folder, 'cache5')
    const cache = createRenditionCache(folder, 1_000_000, 10)
    for (let n = 0; n < 40; n++) await add(cache, `d/f/${n}`)
    expect((await world.files()).length).toBeLessThanOrEqual(10)
    const few = createRenditionCache(join(world.folder, 'cache6'), 4096)
    await add(few, 'd/f/1')
    await add(few, 'd/f/2')
    expect(await few.find('d/f/1')).toBeNull()
  })

  it('keeps one that is larger than the limit until the next one', async () => {
    const folder = join(world.folder, 'cache8')
    const cache = createRenditionCache(folder, 4096)
    const large = await cache.add('d/f/large', new Uint8Array(10_000))
    expect(await cache.find('d/f/large')).toBe(large)
    await add(cache, 'd/f/1')
    expect(await cache.find('d/f/large')).toBeNull()
    expect(await world.files()).toEqual(['1'])
  })

  it('deletes files beyond a lowered limit at the start, and accepts an empty file', async () => {
    const folder = join(world.folder, 'cache9')
    await mkdir(join(folder, 'd', 'f'), {recursive: true})
    for (const [at, name] of ['1', '2', '3'].entries()) {
      await writeFile(join(folder, 'd', 'f', name), '')
      await utimes(join(folder, 'd', 'f', name), at, at)
    }
    const cache = createRenditionCache(folder, 2 * 4096)
    expect(await cache.find('d/f/3')).toBe(join(folder, 'd/f/3'))
    expect((await world.files()).toSorted()).toEqual(['2', '3'])
  })

  it('knows its files after a restart, and deletes incomplete ones', async () => {
    const folder = join(world.folder, 'cache3')
    await add(createRenditionCache(folder, 1000), 'd/f/1')
    await writeFile(join(folder, 'd', 'f', 'x.tmp'), 'half')
    const reopened = createRenditionCache(folder, 1000)
    expect(await reopened.find('d/f/1')).toBe(join(folder, 'd/f/1'))
    expect(await world.files()).toEqual(['1'])
  })

  it('stores nothing of a rendition that could not be renamed', async () => {
    const cache = createRenditionCache(join(world.folder, 'cache4'), 1000)
    await mkdir(join(world.folder, 'cache4', 'd', 'f', '1', 'in-the-way'), {recursive: true})
    await expect(add(cache, 'd/f/1')).rejects.toThrow('EISDIR')
    expect(await cache.find('d/f/1')).toBeNull()
    expect(await world.files()).toEqual([])
  })

  it('is listed again if that failed the first time', async () => {
    const folder = join(world.folder, 'cache7')
    const cache = createRenditionCache(folder, 1_000_000)
    await rm(folder, {recursive: true})
    await expect(cache.find('d/f/1')).rejects.toThrow('ENOENT')
    await mkdir(folder)
    await add(cache, 'd/f/1')
    expect(await cache.find('d/f/1')).toBe(join(folder, 'd/f/1'))
  })
})
