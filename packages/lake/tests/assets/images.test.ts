import {rm} from 'node:fs/promises'
import ExifReader from 'exifreader'
import sharp from 'sharp'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {LakeDocument} from '../../src/types.ts'
import {
  bytesOf,
  colourAt,
  dataset,
  errorOf,
  halves,
  openWorld,
  phonePhoto,
  sha1,
  sizeOf,
  type World,
} from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

/** Everything in a picture file that could say where, when and by whom. */
function revealing(bytes: Buffer): string[] {
  const {exif = {}, gps, iptc, xmp} = ExifReader.load(bytes, {expanded: true})
  const harmless = ['Orientation']
  return [
    ...Object.keys(exif).filter((name) => !harmless.includes(name)),
    ...(gps ? ['gps'] : []),
    ...(iptc ? ['iptc'] : []),
    ...(xmp ? ['xmp'] : []),
  ]
}

const isRed = ([r, g, b]: number[]) => r! > 200 && g! < 60 && b! < 60
const isBlue = ([r, g, b]: number[]) => b! > 200 && g! < 60 && r! < 60

describe('metadata', () => {
  const queries = [
    '',
    '?w=100',
    '?fm=png',
    '?fm=webp',
    '?fm=avif',
    '?auto=format',
    '?rect=0,0,50,50',
  ]
  queries.push('?flip=h', '?or=90', '?fit=fill&w=50&h=50', '?dl=x.jpg', '?blur=20')

  it('is in the original, so that the next test shows something', async () => {
    const names = revealing(await phonePhoto())
    expect(names).toContain('gps')
    expect(names).toContain('Artist')
  })

  it.each(queries)('is in no rendition: %s', async (query) => {
    const {path} = await world.picture(await phonePhoto())
    const response = await world.get(`/${path}${query}`, {accept: 'image/webp'})
    expect(response.status).toBe(200)
    const bytes = await bytesOf(response)
    expect((await sharp(bytes).metadata()).width).toBeGreaterThan(0)
    expect(revealing(bytes)).toEqual([])
    expect(bytes.toString('latin1')).not.toMatch(/Noor Haddow/)
  })

  it.each(['png', 'webp', 'tiff', 'avif'] as const)('is in no plain %s', async (format) => {
    const exif = {
      IFD0: {Artist: 'Noor Haddow'},
      IFD3: {GPSLatitudeRef: 'N', GPSLatitude: '1/1 2/1 3/1'},
    }
    const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>Noor Haddow</a></x:xmpmeta>'
    const bytes = await halves(60, 30).withExif(exif).withXmp(xmp).toFormat(format).toBuffer()
    expect(bytes.toString('latin1')).toMatch(/Noor Haddow/)
    const {path} = await world.picture(bytes)
    const answered = await bytesOf(await world.get(`/${path}`))
    expect(answered.toString('latin1')).not.toMatch(/Noor Haddow/)
    expect(await sharp(answered).metadata()).toMatchObject({width: 60, height: 30})
  })

  it('is removed from a JPEG without changing its pixels, which stay upright', async () => {
    const original = await phonePhoto()
    const {path} = await world.picture(original)
    const plain = await bytesOf(await world.get(`/${path}`))
    expect(plain.length).toBeLessThan(original.length)
    expect(await sharp(plain).raw().toBuffer()).toEqual(await sharp(original).raw().toBuffer())
    expect((await sharp(plain).metadata()).autoOrient).toEqual({width: 200, height: 400})
  })

  it('cannot be hidden after the end of a JPEG', async () => {
    const first = await halves(40, 20).jpeg().toBuffer()
    const {path} = await world.picture(Buffer.concat([first, await phonePhoto()]))
    const plain = await bytesOf(await world.get(`/${path}`))
    expect(sha1(plain)).toBe(sha1(first))
  })
})

describe('the original', () => {
  let document: LakeDocument
  let original: Buffer
  beforeEach(async () => {
    original = await phonePhoto()
    document = await world.picture(original, '?filename=harbour.jpg')
  })

  it('needs a known caller: 401 without', async () => {
    const response = await world.get(`/${document.path}?dlRaw=true`)
    expect(response.status).toBe(401)
    expect(await errorOf(response)).toMatchObject({type: 'unauthorized'})
  })

  it('needs the right to read its document: 403 without', async () => {
    expect((await world.get(`/${document.path}?dlRaw=true`, {}, 'blind')).status).toBe(403)
  })

  it('is sent with its position and all metadata, as a private download', async () => {
    const response = await world.get(`/${document.path}?dlRaw=true`, {}, 'proofreader')
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="harbour.jpg"/,
    )
    expect(response.headers.get('x-sanity-sha1')).toBe(sha1(original))
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    const bytes = await bytesOf(response)
    expect(sha1(bytes)).toBe(sha1(original))
    expect(revealing(bytes)).toContain('gps')
  })

  it('opens at the address of an export, for a limited time and only for that file', async () => {
    const path = String(document.path)
    const exported = world.assets.originalGrants.withOpenUrl(document) as LakeDocument
    const signed = String(exported.url).replace(`${document.url}?`, '')
    expect(sha1(await bytesOf(await world.get(`/${path}?${signed}`)))).toBe(sha1(original))
    const other = await world.picture(await halves(20, 20).jpeg().toBuffer())
    expect((await world.get(`/${other.path}?${signed}`)).status).toBe(401)
    expect((await world.get(`/${path}?${signed.replace(/.$/, '!')}`)).status).toBe(401)
    world.clock.now += 13 * 3_600_000
    expect((await world.get(`/${path}?${signed}`)).status).toBe(401)
  })
})

it('only pictures get an export’s address', () => {
  const {withOpenUrl} = world.assets.originalGrants
  const article = {_type: 'article', path: 'images/x', url: 'https://x.test'}
  expect(withOpenUrl(article)).toBe(article)
  expect(withOpenUrl(null)).toBeNull()
})

describe('transformations', () => {
  let path: string
  beforeEach(async () => {
    path = String((await world.picture(await halves(400, 200).png().toBuffer())).path)
  })

  it.each([
    ['w=100', 100, 50],
    ['w=100&dpr=2', 200, 100],
    ['w=100&h=100', 100, 50],
    ['w=100&h=100&fit=clip', 100, 50],
    ['w=100&h=100&fit=crop', 100, 100],
    ['w=100&h=100&fit=crop&crop=entropy', 100, 100],
    ['w=100&h=100&fit=fill', 100, 100],
    ['w=600&h=600&fit=fillmax', 600, 600],
    ['w=600&h=600&fit=max', 400, 200],
    ['w=600&h=600&fit=scale', 600, 600],
    ['w=600&h=600&fit=min', 200, 200],
    ['rect=10,20,30,40', 30, 40],
    ['rect=0,0,100,100&w=50&dpr=2', 100, 100],
    ['or=90', 200, 400],
    ['w=100&h=200&fit=scale&or=270', 100, 200],
  ])('%s: %d × %d', async (query, width, height) => {
    expect(await sizeOf(await world.get(`/${path}?${query}`))).toEqual([width, height])
  })

  it('rect selects the part that it names', async () => {
    const right = await bytesOf(await world.get(`/${path}?rect=210,0,100,100`))
    expect(await colourAt(right, 0.1, 0.5)).toSatisfy(isBlue)
    const left = await bytesOf(await world.get(`/${path}?rect=0,0,190,100`))
    expect(await colourAt(left, 0.9, 0.5)).toSatisfy(isRed)
  })

  it('a focal point stays visible', async () => {
    const query = 'w=50&h=200&fit=crop&crop=focalpoint&fp-x=0.8&fp-y=0.5'
    const bytes = await bytesOf(await world.get(`/${path}?${query}`))
    expect(await colourAt(bytes, 0, 0.5)).toSatisfy(isBlue)
  })

  it('fill puts the background around', async () => {
    const bytes = await bytesOf(await world.get(`/${path}?w=100&h=100&fit=fill&bg=00ff00`))
    expect(await colourAt(bytes, 0.2, 0.02)).toEqual([0, 255, 0])
    expect(await colourAt(bytes, 0.2, 0.5)).toSatisfy(isRed)
  })

  it('flip mirrors, or turns clockwise', async () => {
    const mirrored = await bytesOf(await world.get(`/${path}?flip=h`))
    expect(await colourAt(mirrored, 0.1, 0.5)).toSatisfy(isBlue)
    const turned = await bytesOf(await world.get(`/${path}?or=90`))
    expect(await colourAt(turned, 0.5, 0.1)).toSatisfy(isRed)
    expect(await colourAt(turned, 0.5, 0.9)).toSatisfy(isBlue)
  })

  it('rect refers to the upright picture, not to the stored one', async () => {
    const photo = await world.picture(await phonePhoto())
    const top = await bytesOf(await world.get(`/${photo.path}?rect=0,0,200,150&fm=png`))
    const bottom = await bytesOf(await world.get(`/${photo.path}?rect=0,250,200,150&fm=png`))
    expect(await colourAt(top, 0.5, 0.5)).toSatisfy(isRed)
    expect(await colourAt(bottom, 0.5, 0.5)).toSatisfy(isBlue)
  })

  it('a lower q gives fewer bytes', async () => {
    const noise = {type: 'gaussian' as const, mean: 128, sigma: 40}
    const create = {width: 300, height: 200, channels: 3 as const, background: '#888', noise}
    const {path} = await world.picture(await sharp({create}).jpeg({quality: 95}).toBuffer())
    const low = await bytesOf(await world.get(`/${path}?q=20`))
    const high = await bytesOf(await world.get(`/${path}?q=90`))
    expect(low.length).toBeLessThan(high.length / 2)
  })

  it.each([
    ['fm=jpg', 'jpeg'],
    ['fm=pjpg', 'jpeg'],
    ['fm=png', 'png'],
    ['fm=webp', 'webp'],
  ])('%s answers %s', async (query, format) => {
    const response = await world.get(`/${path}?${query}`)
    expect(response.headers.get('content-type')).toBe(`image/${format}`)
    const meta = await sharp(await bytesOf(response)).metadata()
    expect(meta.format).toBe(format)
    expect(meta.isProgressive).toBe(query === 'fm=pjpg')
  })

  it('auto=format answers WebP to clients that accept it, and varies by Accept', async () => {
    const modern = await world.get(`/${path}?auto=format&w=50`, {accept: 'image/webp,*/*'})
    const old = await world.get(`/${path}?auto=format&w=50`, {accept: '*/*'})
    expect(modern.headers.get('content-type')).toBe('image/webp')
    expect(old.headers.get('content-type')).toBe('image/png')
    expect(modern.headers.get('vary')).toBe('Accept')
    expect(old.headers.get('vary')).toBe('Accept')
    expect(modern.headers.get('etag')).not.toBe(old.headers.get('etag'))
  })

  it.each(['w=-5', 'w=99999', 'dpr=NaN', 'rect=a,b,c,d', 'w=8192&h=8192&fit=scale'])(
    '%s: 400 with Sanity’s error',
    async (query) => {
      const response = await world.get(`/${path}?${query}`)
      expect(response.status).toBe(400)
      expect(await errorOf(response)).toMatchObject({type: 'invalidImageParameter'})
    },
  )
})

describe('a drawing', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" onload="alert(1)"><script>alert(2)</script><rect width="20" height="20" fill="#f00"/><rect x="20" width="20" height="20" fill="#00f"/></svg>'
  let path: string
  beforeEach(async () => {
    path = String((await world.picture(Buffer.from(svg), '?filename=map.svg')).path)
  })

  it.each(['', '?w=400', '?auto=format', '?fm=jpg', '?dl=map.svg'])(
    'is always sent as pixels: %s',
    async (query) => {
      const response = await world.get(`/${path}${query}`, {accept: 'image/svg+xml,image/webp'})
      expect(response.headers.get('content-type')).toMatch(/^image\/(png|webp|jpeg)$/)
      const bytes = await bytesOf(response)
      expect(bytes.toString('latin1')).not.toMatch(/<svg|script/)
    },
  )

  it('is drawn at the requested size', async () => {
    const bytes = await bytesOf(await world.get(`/${path}?w=400`))
    expect(await sharp(bytes).metadata()).toMatchObject({width: 400, height: 200})
    // An enlarged bitmap would be violet along the middle.
    expect(await colourAt(bytes, 0.49, 0.5)).toEqual([255, 0, 0])
    expect(await colourAt(bytes, 0.51, 0.5)).toEqual([0, 0, 255])
  })

  it('cannot include another stored file', async () => {
    const other = await world.picture(await halves(40, 20).png().toBuffer())
    const file = String(other.path).split('/').at(-1)
    const folder = `${world.folder}/originals/${dataset}`
    for (const href of [file, `file://${folder}/${file}`]) {
      const thief = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#0f0"/><image href="${href}" width="40" height="20"/></svg>`
      const document = await world.picture(Buffer.from(thief))
      const bytes = await bytesOf(await world.get(`/${document.path}`))
      expect(await colourAt(bytes, 0.25, 0.5)).toEqual([0, 255, 0])
    }
  })

  it('is sent whole to staff, as a sandboxed download', async () => {
    const response = await world.get(`/${path}?dlRaw=true`, {}, 'journalist')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await response.text()).toBe(svg)
  })
})

describe('responses with pictures', () => {
  let path: string
  beforeEach(async () => {
    path = String((await world.picture(await halves(80, 40).jpeg().toBuffer())).path)
  })

  it('may be cached for ever, by everybody, and are readable by pages of other origins', async () => {
    const response = await world.get(`/${path}?w=20`)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'content-type': 'image/jpeg',
      'content-length': String((await bytesOf(response)).length),
      etag: expect.stringMatching(/^"[0-9a-f]+"$/),
    })
  })

  it('to a matching ETag are 304, and render nothing', async () => {
    const {headers} = await world.get(`/${path}?w=20`)
    await world.assets.renditions.forget(dataset, path.split('/').at(-1)!)
    const again = await world.get(`/${path}?w=20`, {'if-none-match': `W/${headers.get('etag')}`})
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(await world.files()).toHaveLength(1)
    const other = await world.get(`/${path}?w=21`, {'if-none-match': headers.get('etag')!})
    expect(other.status).toBe(200)
  })

  it('come from the cache the second time, and from one rendering for simultaneous requests', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => world.get(`/${path}?w=20`)))
    await world.get(`/${path}?w=20&utm=1`)
    expect(new Set(await Promise.all(all.map(async (r) => sha1(await bytesOf(r))))).size).toBe(1)
    // The original and one rendition.
    expect(await world.files()).toHaveLength(2)
  })

  it('continue if the cache is deleted while the lake runs', async () => {
    const first = await bytesOf(await world.get(`/${path}?w=20`))
    await rm(`${world.folder}/cache`, {recursive: true})
    expect(await bytesOf(await world.get(`/${path}?w=20`))).toEqual(first)
  })

  it('to HEAD have only the headers', async () => {
    const response = await world.app.request(`/${path}?w=20`, {method: 'HEAD'})
    expect(response.status).toBe(200)
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(0)
    expect(await response.text()).toBe('')
  })

  it('are downloads with dl, under a safe name', async () => {
    const name = encodeURIComponent('Ålesund "1"\r\nx: y.jpg')
    const response = await world.get(`/${path}?dl=${name}`)
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="_lesund _1___x: y.jpg"; filename*=UTF-8''%C3%85lesund%20%221%22__x%3A%20y.jpg`,
    )
    expect(response.headers.get('content-type')).toBe('image/jpeg')
  })

  it('exist also under an additional last path segment', async () => {
    expect(await sizeOf(await world.get(`/${path}/harbour.jpg?w=20`))).toEqual([20, 10])
  })
})

describe('addresses without a picture', () => {
  const hash = 'a'.repeat(40)
  it.each([
    `/images/copydesk/production/${hash}-10x10.jpg`,
    `/images/copydesk/production/${hash}.jpg`,
    `/images/copydesk/elsewhere/${hash}-10x10.jpg`,
    `/images/other/production/${hash}-10x10.jpg`,
    '/images/copydesk/production/..%2f..%2f..%2fetc%2fpasswd',
    '/images/copydesk/production/%2e%2e%2fincoming',
    '/images/copydesk/..%2f../lake.sqlite',
    `/images/copydesk/production/..%5c${hash}-10x10.jpg`,
    `/images/copydesk/production/${hash}-10x10.jpg%00.png`,
    '/files/copydesk/production/..%2f..%2flake.sqlite',
    `/files/copydesk/production/${hash}-10x10.jpg`,
  ])('%s: 404 as JSON', async (address) => {
    for (const query of ['', '?w=10', '?dlRaw=true']) {
      const response = await world.get(`${address}${query}`, {}, 'journalist')
      expect(response.status).toBe(404)
      expect((await errorOf(response)).type).toBe('notFound')
    }
  })
})
